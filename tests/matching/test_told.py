"""How a life is told: what was outgrown, what lasted only weeks, what others blamed, and figures of speech."""

import pytest

from medverkan.matching.meaning import Meaning, understand
from medverkan.matching.values import Profile
from medverkan.matching.vocabulary import load


def meaning(text: str, *perspectives: str, born: int = 1968) -> Meaning:
    stated = perspectives or ("patient",)
    return understand(Profile(id="M-0001", perspectives=stated, experience=text, birth_year=born), load())


def most(read: Meaning, concept: str) -> float:
    return max((s for (_, c), s in read.strengths.items() if c == concept), default=0.0)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Som barn hade jag astma men det växte bort.", "astma"),
        ("Hade epilepsi som liten, men anfallen försvann i tonåren.", "epilepsi"),
        ("Jag hade eksem, men det gick över när vi flyttade.", "eksem och atopi"),
        ("Som tonåring hade jag anorexi.", "ätstörning"),
        ("Mjölkallergi hade jag, men den växte jag ifrån.", "allergi och överkänslighet"),
        ("Migrän hade jag, men den är borta nu.", "migrän och huvudvärk"),
    ],
)
def test_what_was_outgrown_lies_behind(text: str, concept: str) -> None:
    read = meaning(text)
    assert concept in read.past or most(read, concept) < 0.8


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Satt i rullstol några veckor efter operationen.", "rörelsenedsättning"),
        ("Gick med kryckor i sex veckor när foten var bruten.", "rörelsenedsättning"),
        ("Hade rollator ett par veckor efter lunginflammationen.", "hjälpmedel"),
        ("Fick färdtjänst i två månader när benet var gipsat.", "färdtjänst och sjukresor"),
        ("Tillfälligt fick jag låna en rullstol.", "rörelsenedsättning"),
    ],
)
def test_a_disability_of_some_weeks_is_only_a_hint(text: str, concept: str) -> None:
    assert most(meaning(text), concept) <= 0.5


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Jag har suttit i rullstol i fyra år.", "rörelsenedsättning"),
        ("Har färdtjänst sedan länge, men fick nytt beslut efter tre veckor.", "färdtjänst och sjukresor"),
        ("Låg inne två veckor för depression.", "depression"),
    ],
)
def test_what_lasts_is_told_in_full(text: str, concept: str) -> None:
    assert most(meaning(text), concept) >= 0.8


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Läkaren skyllde på övergångsåldern.", "klimakteriet"),
        ("De skyllde allt på stress.", "stress"),
        ("Mina smärtor avfärdades som depression.", "depression"),
        ("Jag viftades bort som utbränd.", "utmattningssyndrom"),
        ("Det bortförklarades med migrän.", "migrän och huvudvärk"),
        ("Alla pratade om diabetes, men det har jag inte.", "diabetes"),
        ("Doktorn misstänkte klimakteriet, men den har inte ens börjat.", "klimakteriet"),
    ],
)
def test_what_others_blamed_is_not_theirs(text: str, concept: str) -> None:
    assert most(meaning(text), concept) <= 0.5


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Att mista honom är ett sår som aldrig läker.", "bensår och svårläkta sår"),
        ("Skilsmässan lämnade ett sår i mig.", "bensår och svårläkta sår"),
        ("Vården var blind för hur vi hade det.", "synnedsättning"),
        ("Vi talade för döva öron.", "dövhet"),
        ("Jag var förlamad av sorg.", "rörelsenedsättning"),
        ("Avundsjukan var som en cancer i familjen.", "cancer"),
        ("Tvångsvårdad två gånger. Tvånget sitter i kroppen.", "OCD"),
    ],
)
def test_figures_of_speech_are_no_illness(text: str, concept: str) -> None:
    assert most(meaning(text), concept) <= 0.5


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Kanske beror det på att jag fick hepatit C av en transfusion.", "hiv och hepatit"),
        ("Kanske hänger det ihop med att jag bodde i familjehem.", "placering i familjehem"),
        ("Det är kanske därför min stroke aldrig syns på mig.", "stroke och TIA"),
    ],
)
def test_a_doubt_about_the_cause_is_no_doubt_about_the_fact(text: str, concept: str) -> None:
    assert most(meaning(text), concept) >= 0.75


@pytest.mark.parametrize(
    "text",
    [
        "Jag är döv. Tolken kom inte när jag låg på sjukhuset.",
        "Är döv och pappa till två. Tolken satt i hörnet.",
        "Tecknar med min sambo, men tolk får vi vänta på i veckor.",
    ],
)
def test_the_interpreter_of_the_deaf_is_one_of_signs(text: str) -> None:
    assert most(meaning(text, "patient", "närstående"), "tolk och språk") <= 0.5
    assert most(meaning(text, "patient", "närstående"), "dövhet") >= 0.8


@pytest.mark.parametrize(
    ("text", "whose", "concept", "side"),
    [
        ("Jag blev slagen av min fru i sex år.", ("patient",), "våld i nära relation", "own"),
        ("Nu har jag en läkare som ringer tolk.", ("patient",), "tolk och språk", "own"),
        ("Jag kom inte till tandläkaren på femton år, bara lukten gav mig panik.", ("patient",), "tandvård", "own"),
        ("Någon smartphone har jag inte och inget bank-id.", ("patient",), "digitalt utanförskap", "own"),
        ("Vår yngste, 17, har Downs syndrom.", ("patient", "närstående"), "Downs syndrom", "related"),
        ("Jag är döv och pappa till Love, som föddes två veckor innan han skulle.", ("patient",), "dövhet", "own"),
    ],
)
def test_it_is_told_as_had_whatever_the_turn_of_phrase(
    text: str, whose: tuple[str, ...], concept: str, side: str
) -> None:
    told = understand(Profile(id="M-0001", experience=text, perspectives=whose), load())
    assert told.of(side).get(concept, 0.0) >= 0.8, told


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Chefen var säker på att jag var utbränd, det var jag inte.", "utmattningssyndrom"),
        ("Hemtjänst blev aldrig aktuellt.", "hemtjänst"),
        ("Kirurgen pratade om stomi men jag slapp.", "stomi"),
        ("Knölen i bröstet var godartad.", "bröstcancer"),
    ],
)
def test_what_came_to_nothing_is_not_told_as_had(text: str, concept: str) -> None:
    told = understand(Profile(id="M-0001", experience=text, perspectives=("patient",)), load())
    assert told.of("own").get(concept, 0.0) < 0.5, told
