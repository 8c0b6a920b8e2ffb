"""Dialogues with the lead about a proposal: what was said, and what it decides."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Decision, Stage

FIVE = (
    Candidate(1, "Anna Lindqvist"),
    Candidate(2, "Bertil Åkerlund"),
    Candidate(3, "Carin Holmgren"),
    Candidate(4, "Dawit Tesfaye"),
    Candidate(5, "Eva-Lena Björk"),
)
TWO = (Candidate(1, "Gunnar Palmqvist"), Candidate(2, "Signe Wiklund"))
ONE = (Candidate(1, "Maj-Britt Öster"),)
NAMESAKES = (
    Candidate(1, "Lars Edvall"),
    Candidate(2, "Ingrid Norling"),
    Candidate(3, "Lars Munter"),
    Candidate(4, "Hans Strand"),
)


def said(words: str, people: tuple[Candidate, ...] = FIVE) -> Decision:
    return decide(words, people, Stage.PROPOSAL)


def picked(words: str, people: tuple[Candidate, ...] = FIVE) -> list[int] | str:
    decision = said(words, people)
    return list(decision.picks) if decision.action is Action.APPROVE else decision.action.value


@pytest.mark.parametrize(
    ("words", "picks"),
    [
        ("JA 1 3", [1, 3]),
        ("ja 1,3", [1, 3]),
        ("Ja 1, 3 och 5", [1, 3, 5]),
        ("1 3", [1, 3]),
        ("2", [2]),
        ("1 & 4 tack!", [1, 4]),
        ("1+2", [1, 2]),
        ("JA 1-3", [1, 2, 3]),
        ("ja till 2 till 4", [2, 3, 4]),
        ("Ta 2:an och 5:an", [2, 5]),
        ("tvåan o fyran", [2, 4]),
        ("nr 2 o nr.5 blir bra", [2, 5]),
        ("#3 tack", [3]),
        ("nummer tre", [3]),
        ("Förslag 4 godkänns", [4]),
        ("kandidat 1 och 5 vill vi gå vidare med", [1, 5]),
        ("ett och tre", [1, 3]),
        ("Den första och den tredje", [1, 3]),
        ("jag väljer den andra", [2]),
        ("De två första tack", [1, 2]),
        ("kör på de tre sista", [3, 4, 5]),
        ("den sista på listan blir bra", [5]),
        ("👍 1 och 2", [1, 2]),
        ("1 👍", [1]),
        ("Ok för 1, 2 o 4", [1, 2, 4]),
        ("Okej då kör vi på 3 & 4", [3, 4]),
        ("Det blir 1 och 3.", [1, 3]),
        ("3 får det bli", [3]),
        ("jag skulle vilja ha 2 och 3", [2, 3]),
        ("Boka 4", [4]),
        ("Kan du gå vidare med 1 och 2?", [1, 2]),
        ("godkänner 5", [5]),
        ("Klartecken för 2 och 4 från min sida.", [2, 4]),
        ("Min röst går till 3", [3]),
        ("ja\n1\n3", [1, 3]),
        ("Hej!\n\nJa tack, 1 och 4.\n\nTack för hjälpen", [1, 4]),
        ("1: ja tack\n\n2: nej\n\n4: ja gärna", [1, 4]),
        ("1 ja\n2 nej\n3 ja", [1, 3]),
        ("1 ja 2 nej 3 ja", [1, 3]),
        ("Ja till 1, nej till 2, ja till 5", [1, 5]),
        ("1-ja 2-nej 3-ja", [1, 3]),
        ("1,2=ja 3=nej", [1, 2]),
        ("1a och 3a", [1, 3]),
        ("JA\n2 och 4\nNEJ\n1", [2, 4]),
        ("JA2", [2]),
        ("nr 1 (Anna) och nr 3 (Carin)", [1, 3]),
        ("Av de 5 tar vi 1 och 2", [1, 2]),
        ("1. Anna Lindqvist ja\n2. Bertil Åkerlund nej\n3. Carin ja", [1, 3]),
        ("2 i första hand, 4 som reserv", [2]),
        ("1, 3 (och 5 som backup)", [1, 3]),
        ("1 och 3, inte fler", [1, 3]),
        ("bara 2", [2]),
        ("Trean och femman. De andra har vi haft med så ofta.", [3, 5]),
        ("Nummer ett och fem tack, så får de andra vänta", [1, 5]),
        ("Alla utom de två sista", [1, 2, 3]),
        ("Inga synpunkter, kör på alla", [1, 2, 3, 4, 5]),
    ],
)
def test_numbers_pick(words: str, picks: list[int]) -> None:
    assert picked(words) == picks


@pytest.mark.parametrize(
    ("words", "picks"),
    [
        ("Ja till Anna och Bertil", [1, 2]),
        ("ja t anna", [1]),
        ("anna å carin går bra", [1, 3]),
        ("Anna Lindqvist", [1]),
        ("Lindqvist och Tesfaye tack", [1, 4]),
        ("vi tar bertil åkerlund", [2]),
        ("Bertil Akerlund", [2]),
        ("ana lindkvist och carin", [1, 3]),
        ("gå vidare med Karin Holmgren", [3]),
        ("Davit passar perfekt", [4]),
        ("Eva-Lena låter jättebra", [5]),
        ("eva lena blir toppen", [5]),
        ("Både Anna och Dawit verkar vettiga, gå vidare med dem", [1, 4]),
        ("Både Anna och Dawit känns rätt, gå vidare med dem", [1, 4]),
        ("Jag fastnade för Carin", [3]),
        ("Kontakta Dawit är du snäll", [4]),
        ("Anna blir bra. Hon har varit med förr.", [1]),
        ("Ring Bertil och Carin så kör vi", [2, 3]),
        ("Jag vill gärna ha Anna. Bertil frågade vi i höstas så honom låter vi vila.", [1]),
        ("ANNA OCH CARIN", [1, 3]),
        ("Välj Anna i första hand och Dawit i andra hand", [1]),
        ("Anna L och Dawit T", [1, 4]),
        ("karin", [3]),
        ("Åkerlund o Tesfaye", [2, 4]),
        ("Anna & Carin. Bertil var med i oktober så honom sparar vi.", [1, 3]),
        ("Bertil? Ja! Carin? Nej.", [2]),
        ("Hej Anna, ja till Bertil", [2]),
        ("tummen upp för Carin", [3]),
        ("1 och 3. Säg till om något är oklart!", [1, 3]),
        (
            "Ja till Anna Lindqvist och Bertil Åkerlund, de känns som ett bra\npar och vi går gärna vidare.",
            [1, 2],
        ),
        ("Jag gick igenom listan nu. Anna och Dawit känns mest rätt. Bertil känner jag inte.", [1, 4]),
    ],
)
def test_names_pick(words: str, picks: list[int] | str) -> None:
    assert picked(words) == picks


@pytest.mark.parametrize(
    ("words", "picks", "rejects"),
    [
        ("1 och 3, inte 2", [1, 3], [2]),
        ("1 och 3 inte 2", [1, 3], [2]),
        ("Ja till Anna men inte Bertil", [1], [2]),
        ("Alla utom Carin", [1, 2, 4, 5], [3]),
        ("alla utom 2 och 4", [1, 3, 5], [2, 4]),
        ("Samtliga förutom Dawit godkänns", [1, 2, 3, 5], [4]),
        ("Alla blir bra men skippa trean", [1, 2, 4, 5], [3]),
        ("alla, men inte 5", [1, 2, 3, 4], [5]),
        ("2 ja, resten nej", [2], [1, 3, 4, 5]),
        ("Nej till 1, 2 och 4. Ja till 3.", [3], [1, 2, 4]),
        ("Inte Anna utan Bertil", [2], [1]),
        ("Stryk 4:an. Kör på 1 och 2.", [1, 2], [4]),
        ("Ta inte 2, ta 3 istället", [3], [2]),
        ("Anna passar inte, men Carin gärna", [3], [1]),
        ("1, 3 och 5. Hoppa över Bertil.", [1, 3, 5], [2]),
        ("1: nej, har varit med för mycket\n\n2: ja, henne tar vi", [2], [1]),
    ],
)
def test_a_no_to_some_is_kept_beside_the_picks(words: str, picks: list[int], rejects: list[int]) -> None:
    decision = said(words)
    assert (decision.action, list(decision.picks), list(decision.rejects)) == (Action.APPROVE, picks, rejects)


@pytest.mark.parametrize(
    ("words", "picks"),
    [
        ("Vi ses den 4 maj kl 13, men ta ettan så länge. Ring 070-174 06 11 annars.", [1]),
        ("JA 2. De behöver 3 personer först om 2 veckor.", [2]),
        ("Anna tack. Vi hörs v 5.", [1]),
        ("ja till 3, jag är på plats 9.30-14", [3]),
        ("Carin. Hon är 45 år och har 5 års erfarenhet.", [3]),
        ("Ta 1 och 2 till mötet 3 mars", [1, 2]),
        ("Svar på F-2027-0004: ja till Dawit", [4]),
        ("2 och 4. Mötet är måndag 3/5 kl. 10.", [2, 4]),
        ("Godkänner 1. Två personer räcker ju.", [1]),
        ("JA 1 och 3. Ersättning 500 kr per gång.", [1, 3]),
    ],
)
def test_other_numbers_are_no_picks(words: str, picks: list[int]) -> None:
    assert picked(words) == picks


@pytest.mark.parametrize(
    ("words", "picks"),
    [
        ("JA 1 4. Nej vänta, 1 och 3", [1, 3]),
        ("Ta 2. Nej förresten, ta 3.", [3]),
        ("1 och 2... oj fel, 1 och 4!", [1, 4]),
        ("Anna och Bertil. Jag ändrar mig: Anna och Carin.", [1, 3]),
        ("1, 2 och 3. Nej förlåt, inte 2.", [1, 3]),
        ("3, eller nej, 4", [4]),
        ("ja 1 5 jag menade 1 2", [1, 2]),
        ("JA 1 2 3. Nej vänta, 4", "unclear"),
        ("Ja till Anna. Nej vänta lite, jag måste tänka", "unclear"),
        ("Ja 1 och 3, det är de jag menar", [1, 3]),
        ("Ta Anna... nej, ta Bertil", [2]),
        ("1 och 2. Ändrar mig, bara 1.", [1]),
        ("JA 1. Oj, fel, det ska vara 2.", [2]),
        ("Ja till Anna och Eva-Lena. Oj, läste på fel rad, det ska vara Dawit och Eva-Lena.", [4, 5]),
        ("Kör på Bertil. Oj, skrev på fel rad, Carin ska det vara.", [3]),
        ("Bertil och Carin. Räknade fel: Carin och Dawit.", [3, 4]),
        ("Vi tar Bertil och Carin! Usch nu blev det fel, Carin och Dawit ska det vara.", [3, 4]),
        ("Anna! Det ska vara två, så ta Bertil med.", [1, 2]),
        ("Ja till Anna och Bertil. Det blev fel dag i kallelsen förresten, den 5 ska det stå.", [1, 2]),
        ("JA 1 4. Nej vänta, inte 4 utan 3", [1, 3]),
    ],
)
def test_the_last_word_wins_where_it_is_plain(words: str, picks: list[int] | str) -> None:
    assert picked(words) == picks


@pytest.mark.parametrize(
    ("words", "people", "picks"),
    [
        ("Ja", ONE, [1]),
        ("ja tack gärna!", ONE, [1]),
        ("👍🏼", ONE, [1]),
        ("Ok kör", ONE, [1]),
        ("Låter bra, ring henne", ONE, [1]),
        ("Maj-Britt blir utmärkt", ONE, [1]),
        ("majbritt går bra", ONE, [1]),
        ("Ja 1", ONE, [1]),
        ("Båda", TWO, [1, 2]),
        ("båda två går bra", TWO, [1, 2]),
        ("bägge tack", TWO, [1, 2]),
        ("Ja till båda", TWO, [1, 2]),
        ("Alla", FIVE, [1, 2, 3, 4, 5]),
        ("kör på alla fem!", FIVE, [1, 2, 3, 4, 5]),
        ("Vi tar allihop", FIVE, [1, 2, 3, 4, 5]),
        ("Gunnar nej, den andra ja", TWO, [2]),
        ("Ingrid och båda Lars", NAMESAKES, [1, 2, 3]),
        ("Lars Munter blir bra", NAMESAKES, [3]),
        ("Lars M och Ingrid", NAMESAKES, [2, 3]),
        ("lars edvall samt ingrid", NAMESAKES, [1, 2]),
        ("Ja till Hans Strand", NAMESAKES, [4]),
        ("Vi tar Hans", NAMESAKES, [4]),
        ("Ingrid tack, hans tid är för dyrbar", NAMESAKES, [2]),
    ],
)
def test_words_for_people_pick(words: str, people: tuple[Candidate, ...], picks: list[int]) -> None:
    assert picked(words, people) == picks


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("", FIVE),
        ("   \n", FIVE),
        ("Ja", FIVE),
        ("👍", FIVE),
        ("Ok!", TWO),
        ("ser bra ut", FIVE),
        ("Bra förslag, tack!", FIVE),
        ("JA 7", FIVE),
        ("JA 1 3 9", FIVE),
        ("Ja till Lars", NAMESAKES),
        ("Lars och Ingrid", NAMESAKES),
        ("alla utom Lars", NAMESAKES),
        ("1 om hon kan, annars 3", FIVE),
        ("Ta 2 om det går", FIVE),
        ("Anna eller Bertil", FIVE),
        ("1 eller 3", FIVE),
        ("antingen 1 eller 2, du får välja", FIVE),
        ("Kanske Anna", FIVE),
        ("jag lutar åt 3", FIVE),
        ("tror 1 och 2 blir bäst", FIVE),
        ("Ser bra ut men jag ska stämma av med chefen först", FIVE),
        ("1 och 3 ser bra ut, men jag måste kolla med chefen först", FIVE),
        ("Måste fundera", FIVE),
        ("Återkommer i veckan", FIVE),
        ("hinner inte titta idag", FIVE),
        ("båda går bra", FIVE),
        ("alla tre", FIVE),
        ("Inte 2", FIVE),
        ("Nej till Bertil", FIVE),
        ("Är Anna bra på att prata inför folk?", FIVE),
        ("Ska vi ta 1 och 3?", FIVE),
        ("Vad tror du om tvåan?", FIVE),
        ("Ja till Fredrik", FIVE),
        ("Anna och Fredrik blir bra", FIVE),
        ("Anna Svensson tack", FIVE),
        ("vi tar två", FIVE),
        ("Två personer räcker", FIVE),
        ("ja och nej", FIVE),
        ("Ja till 1. Nej till 1.", FIVE),
        ("Anna har jag träffat", FIVE),
        ("Ja, om hon får skjuts", ONE),
        ("kanske", ONE),
        ("Ja, men kolla med mig först", ONE),
        ("Ja till Birgit", ONE),
        ("Ja?", ONE),
        ("Nej, jag hinner inte läsa detta", FIVE),
        ("1 är bra men 3 är bättre", FIVE),
        ("inte bara 2 utan fler", FIVE),
        ("byt 2 mot 5", FIVE),
        ("lorem ipsum dolor", FIVE),
        ("1 och 3 som reserver", FIVE),
        ("Om Anna inte kan får det bli Carin", FIVE),
        ("inte alla", FIVE),
        ("Inte båda", TWO),
        ("Nej till alla utom 2", FIVE),
        ("ingen utom Anna", FIVE),
        ("Ja 2, 3 bor för långt bort", FIVE),
        ("Alla förslag ser bra ut, ta de två du tycker passar bäst", FIVE),
        ("Ser jättebra ut allihop", FIVE),
        ("ja båda men helst Gunnar", TWO),
        ("1 av 5", FIVE),
        ("1.5", FIVE),
        ("vi vill ha 2", FIVE),
        ("resten", FIVE),
        ("de andra", FIVE),
        ("Anna, Bertil, Pelle", FIVE),
        ("Anna Holmgren", FIVE),
        ("Ja till Bertil. Kanske Anna också.", FIVE),
        ("Fråga Carin om hon vill", FIVE),
        ("någon av dem", FIVE),
        ("den ena", TWO),
        ("Tack alla!", FIVE),
        ("Mina val:\n\n1. Anna\n2. Dawit", FIVE),
        ("Anna (2)", FIVE),
        ("5 bra förslag!", FIVE),
        ("De 5 ser bra ut", FIVE),
        ("Tack Anna!", FIVE),
        ("Hej alla, jag hör av mig", FIVE),
        ("Jag har redan bokat Anna till annat", FIVE),
        ("Anna hade varit bra", FIVE),
        ("Dawit skulle kunna passa", FIVE),
        ("Välj två av 1, 3 och 4", FIVE),
        ("2 av dem", FIVE),
        ("Minst två, gärna alla", FIVE),
        ("Är 1 och 3 lediga? I så fall ja.", FIVE),
        ("Anna vill inte", FIVE),
        ("1 och 3 men inte på måndagar", FIVE),
        ("Ja, men bara på distans", ONE),
        ("inte nu", ONE),
        ("Chefen säger nej", FIVE),
        ("Anna först, sedan Bertil", FIVE),
        ("Ni skrev JA 1 3 i guiden, vad betyder det?", FIVE),
        ("I mejlet står JA 1 3. Gäller det?", FIVE),
        ("Exempel: JA 1 3", FIVE),
        ("byt ut 3 mot 4", FIVE),
        ("Anna hellre än Bertil", FIVE),
        ("Ta 1. Vi behöver bara en, välj själv bland alla.", FIVE),
        ("Peter", FIVE),
        ("en av dem", FIVE),
        ("valfri", FIVE),
        ("du bestämmer", FIVE),
        ("Tack!", FIVE),
    ],
)
def test_what_two_readers_could_take_differently_is_asked_back(words: str, people: tuple[Candidate, ...]) -> None:
    decision = said(words, people)
    acting = {Action.APPROVE, Action.REJECT_ALL, Action.OUTCOMES}
    assert decision.action not in acting
    assert decision.action in {Action.UNCLEAR, Action.MORE, Action.PAUSE, Action.ASK, Action.HELP}


@pytest.mark.parametrize(
    ("words", "people", "action"),
    [
        ("NEJ", FIVE, Action.REJECT_ALL),
        ("nej tack", FIVE, Action.REJECT_ALL),
        ("Nej, ingen av dem.", FIVE, Action.REJECT_ALL),
        ("Ingen passar", FIVE, Action.REJECT_ALL),
        ("ingen av dessa tyvärr", FIVE, Action.REJECT_ALL),
        ("Tyvärr passar ingen av dem.", FIVE, Action.REJECT_ALL),
        ("Nej till alla", FIVE, Action.REJECT_ALL),
        ("ingen känns rätt för det här", FIVE, Action.REJECT_ALL),
        ("Vi avstår", FIVE, Action.REJECT_ALL),
        ("Varken Gunnar eller Signe passar", TWO, Action.REJECT_ALL),
        ("Nej, hon har gjort så mycket på sista tiden", ONE, Action.REJECT_ALL),
        ("inte Maj-Britt", ONE, Action.REJECT_ALL),
        ("👎", FIVE, Action.REJECT_ALL),
        ("inte nån av dem", FIVE, Action.REJECT_ALL),
        ("Jag tycker inte att någon av dem passar", FIVE, Action.REJECT_ALL),
        ("Det blir ingen av dem den här gången", FIVE, Action.REJECT_ALL),
        ("Nej, de passar inte", FIVE, Action.REJECT_ALL),
        ("Nej till båda", TWO, Action.REJECT_ALL),
        ("Nej, Maj-Britt har bett om paus", ONE, Action.REJECT_ALL),
        ("Några fler?", FIVE, Action.MORE),
        ("Har vi ingen med erfarenhet av LSS?", FIVE, Action.MORE),
        ("Bredda sökningen", FIVE, Action.MORE),
        ("Ge mig tre till", FIVE, Action.MORE),
        ("Behöver veta om det finns teckenspråkstolk", FIVE, Action.ASK),
        ("Backa! Fel personer", FIVE, Action.UNDO),
        ("låt ärendet ligga till nästa vecka", FIVE, Action.PAUSE),
        ("Vad har hänt i ärendet?", FIVE, Action.STATUS),
        ("Vad betyder FLER?", FIVE, Action.HELP),
        ("Hur funkar det här?", FIVE, Action.HELP),
        ("FLER", FIVE, Action.MORE),
        ("Fler förslag tack", FIVE, Action.MORE),
        ("har du några andra?", FIVE, Action.MORE),
        ("Finns det någon yngre?", FIVE, Action.MORE),
        ("Ingen passar, leta vidare", FIVE, Action.MORE),
        ("Nej, vi behöver någon som talar arabiska", FIVE, Action.MORE),
        ("Inte Anna och inte Bertil. Har du någon annan?", FIVE, Action.MORE),
        ("nej tack till alla, försök hitta någon med erfarenhet av hemtjänst", FIVE, Action.MORE),
        ("FRÅGA Finns det hörslinga?", FIVE, Action.ASK),
        ("fråga: hur länge håller det på", FIVE, Action.ASK),
        ("Kan du fråga dem om det går att delta på distans?", FIVE, Action.ASK),
        ("kolla med enheten vad ersättningen är", FIVE, Action.ASK),
        ("Hör med verksamheten om de kan ändra tiden", FIVE, Action.ASK),
        ("Fråga mottagningen om Anna kan vara med via Teams", FIVE, Action.ASK),
        ("PAUS", FIVE, Action.PAUSE),
        ("Pausa det här tills vidare", FIVE, Action.PAUSE),
        ("vi lägger det på is", FIVE, Action.PAUSE),
        ("Avvakta med ärendet", FIVE, Action.PAUSE),
        ("låt ärendet vila", FIVE, Action.PAUSE),
        ("ÅNGRA", FIVE, Action.UNDO),
        ("Ångrar mig, ta tillbaka det", FIVE, Action.UNDO),
        ("stopp, det blev fel!", FIVE, Action.UNDO),
        ("STATUS", FIVE, Action.STATUS),
        ("hur går det?", FIVE, Action.STATUS),
        ("Vad är läget i det här ärendet?", FIVE, Action.STATUS),
        ("HJÄLP", FIVE, Action.HELP),
        ("Hur gör jag nu?", FIVE, Action.HELP),
        ("vad ska jag svara", FIVE, Action.HELP),
    ],
)
def test_wishes_that_pick_nobody(words: str, people: tuple[Candidate, ...], action: Action) -> None:
    assert said(words, people).action is action


def test_a_further_wish_is_a_note_beside_the_pick() -> None:
    decision = said("JA 1 3. Fråga dem om det finns parkering.")
    assert list(decision.picks) == [1, 3]
    assert "parkering" in decision.note
    assert "fika" in said("Ta Anna. Hon vill gärna ha fika.").note


def test_questions_to_the_unit_are_put_as_questions() -> None:
    assert said("FRÅGA Finns det hörslinga?").question == "Finns det hörslinga?"
    assert said("Kan du fråga enheten om det går på distans?").question == "Går det på distans?"
    assert said("fråga dem när mötet börjar").question == "När mötet börjar?"


def test_the_question_back_names_the_people_with_numbers() -> None:
    question = said("Ja till Lars", NAMESAKES).question
    assert "1 Lars Edvall och 3 Lars Munter" in question
    assert "2. Ingrid Norling" in question
    assert "JA 1 3" in question
    assert "Nummer 7 finns inte" in said("JA 7").question
    assert "NEJ" in said("kanske", ONE).question


def test_without_the_list_the_question_says_that_the_list_is_missing() -> None:
    decision = decide("JA 1 3", (), Stage.PROPOSAL)
    assert decision.action is Action.UNCLEAR
    assert "lista" in decision.question
    assert "JA" not in decision.question
    assert decide("1 ja", (), Stage.CALLS).question == decision.question


def test_a_name_that_nobody_on_the_list_has_is_said_in_the_question() -> None:
    assert "Birgit" in said("Tar Birgit o Rolf. Sixten frågade vi nyss så honom låter vi vila.").question


def test_who_else_may_be_meant_is_asked_by_name() -> None:
    assert "Carin Holmgren" in said("1 och 2. Sen Carin med hunden.").question


def test_the_call_that_is_not_understood_is_named_in_the_question() -> None:
    question = decide("Anna ja. Dawit hm hm.", FIVE, Stage.CALLS).question
    assert "Dawit Tesfaye" in question


def test_an_english_question_to_the_unit_stays_in_the_writers_words() -> None:
    decision = said("Could you ask the unit whether there is parking?")
    assert (decision.action, decision.question) == (Action.ASK, "Could you ask the unit whether there is parking?")
