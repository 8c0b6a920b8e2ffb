"""Notice that an answer was given another time: last autumn, or at the meeting before this one."""

import re

# "hakade på i höstas" is no answer now; "orkar inte sedan operationen i höstas" is one.
ANOTHER_TIME = re.compile(
    r"(?!.*\b(?:(?<!¤ )(?<!år )sedan|sen|efter|eftersom|pga|grund|trots|som|då|när|igen|nu|denna gång|den här gången"
    r"|år sedan hon)\b(?! *$))"
    r".*\b(?:i (?:höstas|våras|somras|vintras|fjol|julas|påskas)|förra (?:året|hösten|våren|sommaren|vintern|terminen"
    r"|omgången)|(?:på|vid|under|till) (?:det |den )?(?:förra|senaste|tidigare|föregående) (?:mötet|träffen|tillfället"
    r"|gången|uppdraget|intervjun|workshopen)|för (?:¤ |(?:\w+ ){1,3}(?:år|månader) )sedan|häromåret)\b"
)
