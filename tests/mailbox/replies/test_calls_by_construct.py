"""Every way of putting a report of calls is read whatever the names and the answers are.

A row is one construct; it is tried with several people and several words for the same answer, so that no name and no
verb can be what made it understood.
"""

from itertools import product

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Outcome, Stage

LISTED = (
    ("Rune Blad", "Ida Forslund", "Samir Khoury"),
    ("Gun-Britt Ås", "Torsten Wall", "Leyla Aydin"),
    ("Nils Hård", "Pia Hammare", "Yusuf Omar"),
)
YES = ("sa ja", "tackade ja", "kommer gärna", "är med", "ställer upp", "vill vara med")
NO = ("sa nej", "tackade nej", "kan inte", "orkar inte", "avböjde", "vill inte")
Y, N, S, A = Outcome.ACCEPTED, Outcome.DECLINED, Outcome.NO_ANSWER, Outcome.CALL_AGAIN
# {a} {b} {c} are the people, {yes} and {no} what they said.
CONSTRUCTS: tuple[tuple[str, dict[int, Outcome]], ...] = (
    ("Alla utom {b}, som {no}, {yes}.", {1: Y, 2: N, 3: Y}),
    ("Alla utom {b} (hon {no}) {yes}", {1: Y, 2: N, 3: Y}),
    ("Bara {c} svarade, och {c} {yes}!", {1: S, 2: S, 3: Y}),
    ("Fick bara tag på {a}. {a} {yes}.", {1: Y, 2: S, 3: S}),
    ("{a} är den enda jag har fått tag på. {a} {yes}.", {1: Y, 2: S, 3: S}),
    ("Den enda som svarade var {b}. {b} {no}.", {1: S, 2: N, 3: S}),
    ("Den enda som {yes} är {c}. Resten {no}.", {1: N, 2: N, 3: Y}),
    ("{a}, 84, {yes}. {b}, 47 år, {no}.", {1: Y, 2: N}),
    ("{a} - ja\n{b} - nej\n{c} - ja, även kontaktuppgifterna", {1: Y, 2: N, 3: Y}),
    ("{a} {yes} och lämnar gärna ut sina uppgifter.", {1: Y}),
    ("{a} {yes} och det går bra att ni skickar uppgifterna vidare. {b} {no}.", {1: Y, 2: N}),
    ("ettan ja tvåan nej trean inget svar", {1: Y, 2: N, 3: S}),
    ("tvåan {yes}, trean {no}", {2: Y, 3: N}),
    ("ja, nej, inget svar", {1: Y, 2: N, 3: S}),
    ("nej, ja, ja (i samma ordning som listan)", {1: N, 2: Y, 3: Y}),
    ("Två ja: {a} och {c}.", {1: Y, 3: Y}),
    ("Två klara: {a} och {b}. {c} ringer jag på onsdag.", {1: Y, 2: Y}),
    ("Ett nej: {b}.", {2: N}),
    ("Positivt besked från {a}, negativt från {c}.", {1: Y, 3: N}),
    ("{a} {yes}, {b} får vänta till måndag för nu går jag hem.", {1: Y}),
    ("{a} {yes}. Hos {b} ringer det bara ut.", {1: Y, 2: S}),
    ("{a} {yes}. {b}: fyra signaler, sen bröts det.", {1: Y, 2: S}),
    ("{a} {yes}. {b} undrade om det går buss dit, det kollar jag själv. {b} {yes}.", {1: Y, 2: Y}),
    ("{a} {yes}. {a} undrade om det finns hiss, det kollar jag själv.", {1: Y}),
    ("{a} ja... nej förlåt, {a} sa nej, jag läste fel i mina anteckningar.", {1: N}),
    ("{a}: var upptagen, nytt försök på fredag kl 13. {b} {no}.", {1: A, 2: N}),
    ("{a} kanske - ska fråga sin chef och hör av sig. {c} {no}.", {1: A, 3: N}),
    ("{a} vill veta exakt vilken dag det blir innan hon lovar något.", {1: A}),
    ("{a} bad att få läsa på först. {b} {yes}.", {1: A, 2: Y}),
    ("{a} {yes}, och det gör inget att det är tidigt.", {1: Y}),
    ("Ringde {a} 10:15 och 14:30. Inget svar någon av gångerna.", {1: S}),
    ("{a} och {b} - inget svar på någon av dem.", {1: S, 2: S}),
    ("{a}, {b}, {c}: nej nej nej", {1: N, 2: N, 3: N}),
    ("{a} {yes}. Detsamma gäller {b}.", {1: Y, 2: Y}),
    ("{a} {no}. {c} gör likadant.", {1: N, 3: N}),
    ("{a} {yes}, trots att hon är ledig den dagen.", {1: Y}),
    ("{a} hann bara prata en minut, ny telefontid imorgon 8.30", {1: A}),
    ("{a} svarade men var ute och handlade. Jag ska ringa honom efter jobbet. {b} {no}.", {1: A, 2: N}),
    ("{a} vet inte om hon kan än. Jag hör av mig till henne på tisdag.", {1: A}),
    ("{a} sa varken ja eller nej, {a} vill sova på saken.", {1: A}),
    ("Jag kan meddela att {a} och {b} har accepterat. {c} {no}.", {1: Y, 2: Y, 3: N}),
    ("Glädjande nog har både {a} och {c} tackat ja.", {1: Y, 3: Y}),
    ("{a} ville först inte men efter att jag berättat mer så {yes} {a}.", {1: Y}),
    ("{b} {no} den här gången men är gärna med en annan gång.", {2: N}),
    ("{a} hade gärna kommit men är bortrest då. {b} {yes}.", {1: N, 2: Y}),
    ("Fick inte svar varken från {a} eller {c}.", {1: S, 3: S}),
    ("Den som inte kan är {b}. {a} {yes}.", {1: Y, 2: N}),
    ("{a}s telefon är det bara upptagetton på.", {1: S}),
    ("{a} (som är 91!) {yes}.", {1: Y}),
    ("{a} tar ställning nästa vecka. {b} har fullt upp i dag men hör av sig i morgon.", {1: A, 2: A}),
    ("{a} tvekade först men {yes} sen. {b}s hälsa tillåter det inte.", {1: Y, 2: N}),
    ("Efter viss övertalning gick {a} med på att delta!", {1: Y}),
    ("Ingen svarar i dag, verkar vara lov.", {1: S, 2: S, 3: S}),
    ("{a} undrade om det finns parkering men {yes}.", {1: Y}),
    ("För {a}s del passar det utmärkt. {b} känner sig för skröplig.", {1: Y, 2: N}),
)
# What only looks like one of them is asked about, or told of nobody else.
UNSURE = (
    "Alla utom {b}, som nog {no}, {yes}, tror jag.",
    "Två ja: {a}, {b} och {c}.",
    "ja, nej",
    "ja, ja, ja",
    "{b} passar det bra att ringa på kvällen.",
    "{b} svarade så fort hon kunde.",
    "{b} gjorde som hon ville.",
    "{b} accepterar inte.",
    "Efter viss tvekan gick {b} hem.",
    "Nu kommer {b} ihåg mig.",
    "Nu kommer {b} inte.",
    "Detsamma gäller {b}.",
    "{b} undrar om {a} är med.",
    "{b} undrar om ni är med.",
    "Ett ja: {a} eller {b}.",
    "{b} {yes}, trots att uppgifterna inte får lämnas ut.",
    "{a} {yes}, även om hon vet inte om hon kan.",
    "{a} hade gärna kommit.",
    "{a} är gärna med en annan gång.",
    "Makarna {b} är med.",
    "{a} hade dålig täckning, men {yes} nog.",
    "Ett ja och ett nej.",
    "Den enda som kanske kan är {c}.",
    "{a} ja... nej förlåt, jag läste fel i mina anteckningar.",
    "{a} {yes} om det går att få skjuts.",
    "{a} {yes}, men hon undrar vem som får hennes uppgifter innan hon lovar.",
)


@pytest.mark.parametrize(("construct", "meant"), CONSTRUCTS)
def test_a_way_of_putting_it_is_read_with_any_names_and_any_verbs(construct: str, meant: dict[int, Outcome]) -> None:
    for names, (yes, no) in product(LISTED, zip(YES, NO, strict=True)):
        a, b, c = (name.split()[0] for name in names)
        words = construct.format(a=a, b=b, c=c, yes=yes, no=no)
        people = tuple(Candidate(number, name) for number, name in enumerate(names, start=1))
        assert dict(decide(words, people, Stage.CALLS).outcomes) == meant, words


@pytest.mark.parametrize("construct", UNSURE)
def test_what_only_resembles_it_settles_no_yes(construct: str) -> None:
    for names, (yes, no) in product(LISTED, zip(YES, NO, strict=True)):
        a, b, c = (name.split()[0] for name in names)
        words = construct.format(a=a, b=b, c=c, yes=yes, no=no)
        people = tuple(Candidate(number, name) for number, name in enumerate(names, start=1))
        decision = decide(words, people, Stage.CALLS)
        assert decision.action is not Action.OUTCOMES or Y not in decision.outcomes.values(), words
