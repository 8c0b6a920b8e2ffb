"""Read a reply in English by putting its common words into Swedish, so that one set of rules understands both.

Only what the table knows is put over: a word that is not in it stays, and what stays is not understood and is asked back.
"""

import re
from functools import cache

_SWEDISH = re.compile(
    r"\b(?:och|inte|jag|är|på|för|ja|nej|av|till|som|de|har|vi|tack|alla|båda|ingen|mvh|den|det"
    r"|hand|första|andra|gärna|tar|bra|kör|kan|vill|om|ett|en|men|inget|svar|svarar|ringt|ringer|hej|säger|sa)\b",
    re.I,
)
_ENGLISH = re.compile(
    r"\b(?:the|and|not|yes|no|please|with|thanks|thank|none|both|all|except|are|would|could|can|can't|them"
    r"|of|to|go|ahead|number|numbers|maybe|either|she|he|said|wants|declined|answer|neither|more|on|hold|undo|status"
    r"|fine|good|great|ok|let's|we|take|others|last|first|two|one)\b",
    re.I,
)
_SURELY = re.compile(
    r"\b(?:not|yes|please|with|thanks|would|neither|both|nobody|said|i'd|i'll|we'll|wants|can't|the|and|others)\b", re.I
)
_TABLE = """
please go ahead with=gå vidare med|go ahead with=gå vidare med|go with=ta|go for=ta|please proceed with=gå vidare med
proceed with=gå vidare med|go ahead=kör|please contact=kontakta|please call=ring|please book=boka|let's take=vi tar|let us take=vi tar
let's go with=vi tar|i'd like to have=jag vill ha|i'd like=jag vill ha|i would like=jag vill ha|we'd like=vi vill ha|we would like=vi vill ha
i'll take=jag tar|we'll take=vi tar|i take=jag tar|we take=vi tar|i choose=jag väljer|i pick=jag väljer|my choice is=jag väljer
i approve=jag godkänner|approved=godkänns|approve=godkänner|would be great=blir bra|would be good=blir bra|would be fine=blir bra
would be perfect=blir bra|sounds good=låter bra|sounds great=låter bra|looks good=ser bra ut|look good=ser bra ut
is fine=går bra|are fine=går bra|is good=är bra|are good=är bra|is great=är bra|are great=är bra|is ok=är ok|are ok=är ok|works for me=går bra
please=tack|thank you=tack|thanks=tack|many thanks=tack|cheers=tack|numbers=nummer|number=nummer|no.=nr|persons=personer|person=person
yes to=ja till|no to=nej till|yes from=ja från|no from=nej från|yes=ja|yep=ja|sure=ja|no thanks=nej tack|no thank you=nej tack|no=nej|nope=nej
and also=och även|and not=och inte|and=och|or=eller|but=men|not=inte|don't=inte|do not=inte|never=aldrig
none of them=ingen av dem|none of these=ingen av dem|none=ingen|nobody=ingen|no one=ingen|neither of them=ingen av dem|neither=ingen
both of them=båda|both=båda|all of them=alla|everyone=alla|everybody=alla|all five=alla fem|all four=alla fyra|all three=alla tre|all=alla
except for=utom|except=utom|apart from=utom|but not=men inte|the others=de andra|the rest=resten|others=andra|another=en annan
the first two=de två första|the first three=de tre första|the last two=de två sista|the last three=de tre sista|the first one=den första
the second one=den andra|the third one=den tredje|the fourth one=den fjärde|the fifth one=den femte|the last one=den sista|the first=den första
the second=den andra|the third=den tredje|the fourth=den fjärde|the fifth=den femte|the last=den sista|first=först|then=sedan
instead of=i stället för|instead=i stället|rather than=hellre än|maybe=kanske|perhaps=kanske|either=antingen|i think=jag tror|probably=nog
if she can=om hon kan|if he can=om han kan|if=om|unless=om inte|otherwise=annars|provided=förutsatt|only=bara|this time=den här gången
are suitable=passar|is suitable=passar|suitable=passar|fits=passar|fit=passar|for this=för detta
anyone else=någon annan|someone else=någon annan|somebody else=någon annan|any others=några andra|do you have=har du|more suggestions=fler förslag
more names=fler namn|more people=fler|more=fler|preferably=gärna|younger=yngre|older=äldre|somebody=någon|someone=någon|anybody=någon
could you ask the unit=kan du fråga enheten|can you ask the unit=kan du fråga enheten|please ask the unit=fråga enheten|ask the unit=fråga enheten
could you ask them=kan du fråga dem|can you ask them=kan du fråga dem|please ask them=fråga dem|ask them=fråga dem|whether=om|check with the unit=kolla med enheten
put this on hold=pausa det här|put it on hold=pausa det|on hold=på is|pause this=pausa det här|pause=pausa|let's wait with this=vi väntar med det här
undo=ångra|cancel my last answer=ångra mitt svar|what's the status=vad är läget|what is the status=vad är läget|how is it going=hur går det
all good=bra|all right=ok|alright=ok|any news=något nytt|i'll get back to you=jag återkommer|get back to you=återkommer|let me think=måste fundera|i need to think=måste fundera
help=hjälp|how do i answer=hur svarar jag|sorry=förlåt|i meant=jag menade|i mean=jag menar|wait=vänta|swap=byt|replace=byt ut|for=för|with=med
said yes=sa ja|says yes=säger ja|said no=sa nej|says no=säger nej|wants to take part=vill vara med|want to take part=vill vara med
wants to join=vill vara med|want to join=vill vara med|is happy to join=vill gärna vara med|happy to join=vill gärna vara med|will join=är med
is in=är med|are in=är med|wants to participate=vill vara med|would like to take part=vill vara med|is happy to=vill gärna|accepted=tackade ja|accepts=tackar ja
declined=tackade nej|declines=tackar nej|turned it down=tackade nej|can't make it=kan inte|cannot make it=kan inte|can't=kan inte|cannot=kan inte|can not=kan inte
doesn't want to=vill inte|does not want to=vill inte|don't want to=vill inte|is not able to=kan inte|isn't able to=kan inte|can=kan|wants=vill
no answer from=inget svar från|no answer=inget svar|no reply=inget svar|couldn't reach=nådde inte|could not reach=nådde inte|can't reach=når inte
didn't answer=svarade inte|did not answer=svarade inte|doesn't answer=svarar inte|answered=svarade|voicemail=röstbrevlåda|voice mail=röstbrevlåda|not answering=svarar inte
wants to think about it=vill fundera|wants to think=vill fundera|needs to think=måste fundera|needs time=vill fundera|will call back=ringer tillbaka|call back=ring tillbaka
asked me to call back=bad mig ringa igen|call again=ring igen|we may share=vi får lämna ut|may share=får lämna ut|her number=hennes nummer|his number=hans nummer
contact details=kontaktuppgifter|details=uppgifter|not called yet=inte ringt än|haven't called=har inte ringt|have not called=har inte ringt|i=jag|we=vi|she=hon|he=han|they=de
her=henne|him=honom|them=dem|is=är|are=är|was=var|has=har|have=har|to=till|from=från|of=av|in=i|at=vid|the=den|hi=hej|hello=hej|dear=hej|take=ta|book=boka|call=ring|contact=kontakta
good=bra|great=bra|fine=bra|perfect=perfekt|one=en|two=två|three=tre|four=fyra|five=fem|my=min|very=mycket|best=bäst|also=också|too=också|a=en|an=en
"""


def in_swedish(words: str) -> str:
    """Return English words put into Swedish; anything else as it is."""
    head = words[:4000]
    if _SWEDISH.search(head) or not (
        _SURELY.search(head) or len({word.lower() for word in _ENGLISH.findall(head)}) > 1
    ):
        return words
    pattern, table = _phrases()
    # Typographic apostrophes are what telephones write.
    return pattern.sub(lambda match: table[match[0].lower()], head.replace("’", "'"))


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    table = dict(pair.split("=", 1) for line in _TABLE.strip().splitlines() for pair in line.split("|"))
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.I), table
