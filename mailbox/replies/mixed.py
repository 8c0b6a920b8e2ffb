"""Put the English phrases of a report of calls into Swedish, also inside Swedish sentences ("Bo did not pick up").

Only phrases and words that are no Swedish stand here, so that it may be done to any report.
"""

import re

_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_DAYS = {
    "monday": "måndag",
    "tuesday": "tisdag",
    "wednesday": "onsdag",
    "thursday": "torsdag",
    "friday": "fredag",
    "saturday": "lördag",
    "sunday": "söndag",
}
_NOT = r"(?:did not|didn't|does not|doesn't|do not|don't|will not|won't|would not|wouldn't|not|never)"
_DETAILS = (
    r"(?:numbers?|phone number|(?:contact )?details|contact info\w*|e-?mail|address|nummer|numret"
    r"|[a-zåäö]{0,10}uppgift\w*)"
)
_LATER = (
    rf"(?: (?:later|tomorrow|next|again|until|till|by|on|after|this|in|the|{_DAY}|lunch|week|afternoon|evening"
    rf"|morning)\b){{0,5}}"
)
_ROWS: tuple[tuple[str, str], ...] = (
    # The details.
    (
        r"\b(?:does not|doesn't|did not|didn't|do not|don't|would not|wouldn't|rather not) (?:want"
        r"|like)(?: to)?(?: \w+){0,8}"
        r" (?:shared|passed on|given out|share|pass on|give out|handed over|released)\b[^,;.]{0,40}",
        "vill inte lämna ut numret",
    ),
    (
        rf"\b(?:do not|don't|not to) (?:give|pass|share|hand)(?: \w+){{0,4}} {_DETAILS}[^,;.]{{0,40}}",
        "vill inte lämna ut numret",
    ),
    (r"\bforgot to ask\b(?: (?:about|if|whether) [^,;.]{0,80})?", "glömde fråga om uppgifterna"),
    (r"\bforgot att fråga\b(?: (?:about|if|whether|om) [^,;.]{0,80}?(?=,|;|\.|$|\n))?", "glömde fråga om uppgifterna"),
    (
        rf"\b(?:it's|it is|is|det är|that's) (?:ok|okay|fine|all right|alright|good)(?: \w+){{0,6}} (?:{_DETAILS}"
        rf"|share|pass on|give out)"
        r"[^,;.\n]{0,30}",
        "uppgifterna får lämnas ut",
    ),
    (
        rf"\b(?:ok|okay|fine|happy|yes) (?:to|with|with us|for us to) (?:give|share|sharing|pass|passing|hand"
        rf"|giving)(?: \w+){{0,5}} {_DETAILS}",
        "uppgifterna får lämnas ut",
    ),
    (
        rf"\b(?:may|can) (?:be )?(?:give|given|share|shared|pass|passed|have)(?: \w+){{0,5}} {_DETAILS}",
        "uppgifterna får lämnas ut",
    ),
    (rf"\b(?:gets?|receives?|to have|får) (?:her|his|their|the) {_DETAILS}", "får deras uppgifter"),
    # Nobody answered.
    (
        r"\b(?:went|goes|straight|directly|only|just|got)?(?: straight| directly)?(?: to)? ?(?:his |her "
        r"|the )?voice ?mail\b(?! for| with| to| på| hos)",
        " röstbrevlådan",
    ),
    (r"\bleft (?:a |him |her |them )*(?:voice ?mail|message|msg)(?: (?:for|with|to)\b)(?= )", "inget svar från"),
    (r"\bleft (?:a |him |her |them )*(?:voice ?mail|message|msg)\b", "lämnat meddelande"),
    (rf"\b{_NOT} (?:answer\w*|pick(?:ing|ed)? up|respond\w*|reply|replied)\b", "svarade inte"),
    (r"\bno (?:one|body) (?:answered|picked up|answers|picks up)\b", "ingen svarade"),
    (r"\bno (?:answer|reply|response|luck|pick-?up)(?: (?:from|with)\b)(?= )", "inget svar från"),
    (r"\bno (?:answer|reply|response|luck|pick-?up)\b", "inget svar"),
    (
        r"\b(?:could not|couldn't|can not|can't|cannot|was not able to|unable to) (?:reach|get (?:hold of|through to))",
        "nådde inte",
    ),
    (r"\b(?:tried|rang|called|phoned) (?=(?:both|all|everyone|everybody)\b)", "ringde "),
    # Not called yet.
    (
        r"\b(?:have not|haven't|has not|hasn't|did not|didn't) (?:yet )?(?:call\w*|rung|ring|tried?|phoned?|reach\w*"
        r"|gotten|got|get|had time)"
        r"(?: (?:round|around|to|for|call|calling|ring|phone|time)\b)*",
        "har inte ringt",
    ),
    (r"\bnot (?:yet )?(?:called|rung|phoned)\b(?: yet)?", "inte ringt"),
    (
        r"\bI(?:'ll| will| shall)? (?:do|call|ring|take|phone)(?= (?:tomorrow|later|next week|on |this|imorgon|på "
        r"|i morgon|nästa))",
        "ringer jag",
    ),
    (r"\bstill (?:to call|left to call|to be called)\b", "har jag kvar att ringa"),
    # Later.
    (
        rf"\b(?:wants?|needs?|wanted|needed|has|had|would like)(?: (?:a bit|some|more|time|a few"
        rf"|days?)\b)* to (?:think|check|ask|talk|speak|see|consider|discuss|sleep)\b"
        rf"(?: (?:about|it|with|to|her|his|the|over|on|husband|wife|calendar|work|family|boss|first)\b)*{_LATER}",
        "vill fundera",
    ),
    (
        r"\b(?:needs?|wants?|asked for|would like) (?:more |some |a bit more |a little )?time\b(?: to think)?",
        "vill fundera",
    ),
    (
        rf"\b(?:asked|asks|wants|wanted) (?:me|us) to (?:call|ring|phone)(?: (?:him|her|them|back)\b)*{_LATER}",
        "bad mig ringa igen",
    ),
    (
        rf"\b(?:will|is going to|promised to) (?:call|ring|phone|get)(?: (?:me|us|back|to)\b)+{_LATER}",
        "ringer tillbaka",
    ),
    (
        rf"\bI(?:'ll| will| shall| am going to)? (?:ring|call|phone|try)(?: (?:him|her|them)\b)?(?: again"
        rf"| back){_LATER}",
        "jag ringer igen",
    ),
    (r"\bringer back\b", "ringer tillbaka"),
    (r"\bringt back\b", "ringt tillbaka"),
    (
        r"\b(?:can't|cannot|can not|couldn't|could not) (?:decide|say|commit|promise|answer|tell)(?: (?:yet|now"
        r"|today|right now)\b)*",
        "vill fundera",
    ),
    (r"\b(?:did not|didn't|has not|hasn't|never) (?:say|said) (?:yes|no)(?: or (?:yes|no))?", "sa inte ja"),
    # No.
    (
        r"\b(?:can not|can't|cannot|could not|couldn't|will not be able to|won't be able to|is not able to"
        r"|isn't able to|unable to)"
        r"(?: (?:make it|come|join|take part|do it|participate|attend|this time|that week|that day)\b)*",
        "kan inte",
    ),
    (
        r"\b(?:declined|declines|passed on it|turned (?:it|us) down|opted out|backed out|pulled out|dropped out"
        r"|withdrew)\b",
        "tackade nej",
    ),
    (r"\b(?:said|says|say) (?:a )?(?:\w+ )?no\b(?: thanks| thank you)?", "sa nej"),
    (r"\b(?:is not|isn't|not) (?:really )?(?:interested|up for it|available)\b", "är inte intresserad"),
    (
        r"\b(?:does not|doesn't|did not|didn't) want to(?: (?:take part|join|come|participate|be part of it|do it)\b)?",
        "vill inte",
    ),
    (r"\b(?:has|had|having) too much\b(?: (?:to do|on|at work|going on)\b)?", "har för mycket"),
    (r"\btoo (?:busy|tired|ill|sick)\b", "har för mycket"),
    (r"\bnot this time\b", "inte den här gången"),
    (r"\b(?:had|has|have) to (?:say no|decline|pass|cancel)\b", "tackade nej"),
    # Yes.
    (
        r"\b(she|he|they)'(?:s|re) (?:in|on board|up for it|coming|joining|definitely in)\b(?! (?:a|the|on|to|for)\b)",
        r"\1 är med",
    ),
    (r"\b(?:said|says|say) (?:a )?(?:\w+ )?yes\b", "sa ja"),
    (
        r"\b(?:would|'d)(?: (?:love|like|be happy|be glad|very much like|really like)\b)+(?: to)?"
        r"(?: (?:take part|join|come|participate|help|be part of it|be involved)\b)*",
        "vill gärna vara med",
    ),
    (
        r"\b(?:is|are|was|were)(?: (?:very|really|so|more than|quite)\b)* (?:happy|glad|delighted|keen|excited) to"
        r"(?: (?:take part|join|come|participate|help|be part of it|be involved|be in)\b|(?=[ ]*(?:$|[,.!\n]"
        r"|and\b|but\b)))",
        "vill gärna vara med",
    ),
    (
        r"\b(?:is|are|was|were) (?:all |definitely |also |both )?(?:on board|in|up for it|coming|joining"
        r"|confirmed)\b(?=[ ]*(?:$|[,.!;&]|and\b|och\b|but\b|men\b|with\b|for\b|as\b|det\b|it\b))",
        "är med",
    ),
    (
        r"\b(?:will|wants? to|wanted to|agreed to|going to|can) (?:join|come|take part|participate|be there"
        r"|attend)\b(?: us)?",
        "är med",
    ),
    (r"(?<!is )(?<!are )(?<!was )\b(?:accepted|accepts|confirmed|confirms|agreed|signed up)\b", "sa ja"),
    # Groups and small words; "I" only as a capital.
    (r"\bthe (?:other|remaining) (two|three|four|five)\b", r"de andra \1"),
    (r"\bthe (first|last) (two|three|four|five)\b", r"de \2 \1"),
    (r"\b(?:the rest|everyone else|everybody else)(?: of them)?\b", "resten"),
    (r"\bthe others\b", "de andra"),
    (r"\b(?:everyone|everybody|all of them)\b", "alla"),
    (r"\ball (two|three|four|five)\b", r"alla \1"),
    (r"\bboth(?: of them)?\b", "båda"),
    (r"\b(?:nobody|no one|none of them|neither of them|neither)\b", "ingen"),
    (r"\b(?:except for|except|apart from)\b", "utom"),
    (rf"\b({_DAY})\b", "{day}"),
    (r"\bthat's (?:it|all)(?: so far| for now| for today)?\b", "det var allt"),
    (r"\bwhat a day\b", "vilken dag"),
)
_WORDS = {
    **{"two": "två", "three": "tre", "four": "fyra", "five": "fem", "first": "första", "last": "sista"},
    **{"she": "hon", "he": "han", "they": "de", "him": "honom", "them": "dem", "his": "hans", "their": "deras"},
    **{"and": "och", "but": "men", "yes": "ja", "yep": "ja", "no": "nej", "nope": "nej", "not": "inte", "said": "sa"},
    **{"with": "med", "again": "igen", "tomorrow": "imorgon", "today": "idag", "yet": "än", "maybe": "kanske"},
    **{"perhaps": "kanske", "unfortunately": "tyvärr", "was": "var", "were": "var", "are": "är", "has": "har"},
    **{"have": "har", "also": "också", "called": "ringde", "rang": "ringde", "reached": "nådde", "from": "från"},
    **{
        "if": "om",
        "unless": "om inte",
        "thinks": "tror",
        "think": "tror",
        "probably": "nog",
        "wants": "vill",
        "can": "kan",
    },
    **{"number": "nummer", "details": "uppgifter", "because": "eftersom", "thanks": "tack", "we": "vi"},
}
_ENGLISH = re.compile(
    r"\b(?:the|and|she|he|they|said|yes|not|no|was|has|have|his|their|with|but|again|tomorrow|back|voice ?mail"
    r"|confirmed|declined"
    r"|accepted|on board|wants|needs|asked|reply|call|called|answer|n't|did|does|is|are|will|would)\b|\bI\b"
    r"|'(?:ll|t|s|d)\b",
)
_TABLE = tuple((re.compile(pattern, re.I), plain) for pattern, plain in _ROWS)
_SMALL = re.compile(r"\b(?:" + "|".join(_WORDS) + r")\b", re.I)
# "I går sa Bo ja" is Swedish all through.
_IN = (
    r"(?:det|den|dag|går|förrgår|morgon|morse|morron|kväll|natt|eftermiddags?|förmiddags?|middags|lördags|helgen|veckan"
    r"|(?:mån|tis|ons|tors|fre|sön)dags?|övrigt|mitt|min|mina|samma|varje|vår|vårt|våras|höst|höstas|somras|slutet"
    r"|början"
    r"|alla|fall|princip|stort|stället|skrivande|första|andra|nästa|förra|tur|samband|enlighet|telefon\w*|samtal\w*"
    r"|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|ärendet|listan|mejlet)"
)
_CAPITAL_I = re.compile(rf"\bI(?='(?:m|ll|ve|d)\b| [a-z])(?! {_IN}\b)")
_HER_DETAILS = re.compile(rf"\bher (?={_DETAILS}|kal|cal|hus|hom)", re.I)


def without_english(words: str) -> str:
    """Return a report with its English put into Swedish; what is not known stays and is not understood."""
    if not _ENGLISH.search(words[:8000]):
        return words
    text = words[:8000].replace("’", "'")
    for pattern, plain in _TABLE:
        if plain == "{day}":
            text = pattern.sub(lambda match: _DAYS[match[0].lower()], text)
        else:
            text = pattern.sub(plain, text)
    text = _CAPITAL_I.sub("jag", _HER_DETAILS.sub("hennes ", text))
    return _SMALL.sub(lambda match: _WORDS[match[0].lower()], text)
