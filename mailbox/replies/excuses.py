"""Words for why somebody cannot: ill, away, a new job. By themselves they are neither a no nor a later."""

import re

EXCUSES = re.compile(
    r"\b(?:ska (?:bort|iväg|resa bort|åka bort|utomlands)|(?:är|var|blev|blivit|ligger) (?:\w+ )?(?:sjuk\w*|magsjuk"
    r"|förkyld\w*|inlagd|opererad|bortrest\w*|upptagen"
    r"|utomlands|ledig|trött|slut|sliten)|mår (?:\w+ )?(?:dåligt|inte bra)|(?:har|fått|hade) (?:\w+ )?(?:migrän"
    r"|feber|influensa|ryggskott|magsjuka"
    r"|halsfluss|lunginflammation|covid|corona|huvudvärk|blodpropp|stroke)|krasslig|vabbar|vab|semester|sjukskriven"
    r"|på sjukhus|flyttat"
    r"|flyttar|operation|opereras|undersökning|begravning|(?:fått|börjat|har|nytt) (?:\w+ )?(?:jobb|arbete|jobba"
    r"|arbeta|anställning)|jobbar|arbetar|pluggar|studerar|reser|resa"
    r"|bortrest|dödsfall|sorg)\b"
)
SETTLES = re.compile(
    r"\b(?:tyvärr|dessvärre|den (?:dagen|veckan|tiden|perioden|gången|dan)|då|hela|den här (?:gången|terminen)"
    r"|i (?:vår|höst)"
    r"|under (?:våren|hösten|sommaren|hela)|för (?:trött|sjuk|sliten|upptagen|dålig))\b|(?<!\bi )¤"
)
