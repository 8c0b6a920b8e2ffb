"""Poor, foreign and hostile texts: a sensible list or nobody with a reason, never a crash, never just anybody."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medverkan.matching.index import Index
from medverkan.matching.values import Need, Profile, Ranking

TODAY = date(2026, 11, 23)
TOLD = {
    "M-0001": "Jag har epilepsi och har varit på hälsocentralen många gånger för kramperna.",
    "M-0002": "Lever med KOL sedan sju år. Går till sköterskan på hälsocentralen.",
    "M-0003": "Fick en stroke 2023, höger arm är svag. Tränar hos fysioterapeuten.",
    "M-0004": "Diabetes typ 2, sköter den med tabletter och promenader.",
    "M-0005": "Har haft bröstcancer, opererad och strålad för två år sedan.",
    "M-0006": "Jag har porfyri, det tog elva år innan någon begrep vad det var.",
    "M-0007": "Grannen har porfyri. Själv har jag ont i ryggen.",
    "M-0008": "Läkarna trodde först att det var porfyri men det var det inte, det var gallan.",
    "M-0009": "Min son har Zellwegers och vi bor på sjukhus i perioder.",
    "M-0010": "Pappa är dement. Jag hälsar på varje dag.",
    "M-0011": "I have asthma and I speak with my nurse in English.",
}
RELATIVES = {"M-0009", "M-0010"}
PEOPLE = [
    Profile(
        id=member,
        experience=told,
        perspectives=("närstående",) if member in RELATIVES else ("patient",),
        consent_matching=True,
        municipality="Kalmar",
        introduced=True,
    )
    for member, told in TOLD.items()
]
INDEX = Index(PEOPLE)
UNSAID = "Förfrågan säger inte vilken erfarenhet som söks. Jag har utgått från verksamheten och uppdraget."


def ask(experience: str, **more: object) -> Ranking:
    defaults: dict[str, object] = {
        "unit": "Hälsocentralen Ekudden",
        "activity": "Intervju",
        "experience": experience,
        "perspectives": ("patient", "närstående"),
        "place": "Kalmar",
        "format": "onsite",
        "people_wanted": 2,
    }
    return INDEX.rank(Need(**(defaults | more)), today=TODAY)  # type: ignore[arg-type]


def good(ranking: Ranking) -> list[str]:
    return [match.member for match in ranking.matches if match.score >= 0.5]


@pytest.mark.parametrize(
    "experience",
    [
        "",
        "-",
        "Ja",
        "Se ovan",
        "Spelar ingen roll",
        "Vad som helst, alla erfarenheter är av värde",
        "Erfarenhet av vård och omsorg",
        "Alla som har haft kontakt med oss är välkomna, gärna med olika bakgrund.",
        "Patienterfarenhet. Ingen särskild kunskap krävs.",
        "We look for anyone with experience of care at our unit",
        "Mammor",
        "Män över 65 år",
        "Personer från Västervik",
    ],
)
def test_where_no_experience_is_named_the_unit_stands_in_and_the_list_says_so(experience: str) -> None:
    ranking = ask(experience)
    assert set(good(ranking)) <= {"M-0001", "M-0002"}  # those who tell of a hälsocentral
    assert ranking.remarks == (UNSAID,)
    nowhere = ask(experience, unit="Stab fyra")
    assert nowhere.no_match
    assert nowhere.remarks == (UNSAID,)


@pytest.mark.parametrize(
    "experience",
    [
        "Personer med fjunkelsjuka",
        "Fjunkelsjuka, gärna svår",
        "Egen erfarenhet av Kvarnbergets växthus eller av bubbelterapi",
        "Johan Svensson",
        "Erfarenhet av asdfghjkl",
    ],
)
def test_an_unknown_word_is_no_reason_to_propose_whoever_has_been_at_the_unit(experience: str) -> None:
    ranking = ask(experience)
    assert ranking.no_match
    assert ranking.team == ()
    assert ranking.remarks[0].startswith("Ordlistan känner inte till det som söks (")


def test_an_unknown_word_is_found_in_who_tells_of_it_and_in_nobody_who_only_names_it() -> None:
    assert good(ask("Personer med porfyri")) == ["M-0006"]
    assert good(ask("Personer med porfyri", perspectives=("närstående",))) == []
    assert good(ask("Förälder till barn med Zellwegers syndrom", perspectives=("närstående",))) == ["M-0009"]


def test_what_a_telling_unit_treats_is_near_to_what_it_names_in_unknown_words() -> None:
    near = ask("Patienter med skrabbelfot", unit="Strokeenheten")
    assert [match.member for match in near.matches] == ["M-0003"]
    assert near.matches[0].score < ask("Patienter hos oss", unit="Strokeenheten").matches[0].score
    assert near.remarks


def test_of_ten_diagnoses_any_one_will_do_and_the_list_says_so() -> None:
    ten = "Diabetes, KOL, astma, hjärtsvikt, stroke, epilepsi, MS, Parkinson, reumatism och psoriasis"
    for experience in (ten, f"Person som har {ten}"):
        ranking = ask(experience, people_wanted=4)
        assert set(good(ranking)) == {"M-0001", "M-0002", "M-0003", "M-0004", "M-0011"}
        assert len(ranking.team) == 4
        assert len(ranking.remarks) == 1


@pytest.mark.parametrize(
    ("experience", "found"),
    [
        ("Own experience of breast cancer within the last five years", ["M-0005"]),
        ("Patients with asthma", ["M-0011"]),
        ("Relatives of people with dementia", ["M-0010"]),
        ("People living with schizophrenia", []),
        ("Patients who have been to the emergency department", []),
    ],
)
def test_english_is_read_for_what_it_names(experience: str, found: list[str]) -> None:
    assert [member for member in good(ask(experience)) if member in TOLD] == found


_NOISE = random.Random(4)  # noqa: S311 - noise for a test
HOSTILE = (
    "a" * 20_000,
    "(,;!" * 5_000,
    "inte " * 4_000,
    "med av " * 3_000,
    "\u202e\u0000\ufeff𝔡𝔢𝔪𝔢𝔫𝔰\u200b" + "e\u0301" * 9_000 + "🧠",
    "".join(chr(_NOISE.randrange(32, 0x2FFF)) for _ in range(20_000)),
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_request_proposes_nobody_by_its_words(text: str) -> None:
    assert ask(text, unit="Stab fyra").no_match
    padded = ask(f"Erfarenhet av epilepsi. {text}", unit=text, title=text, description=text, place=text)
    assert good(padded)[:1] == ["M-0001"]


def test_a_long_request_is_read_for_what_it_asks() -> None:
    filler = "Vi vill gärna höra om allt som hör till vardagen och livet i stort. " * 280
    assert good(ask(f"Egen erfarenhet av epilepsi. {filler}")) == ["M-0001"]


@pytest.mark.parametrize("text", ["", " ", "-", "ja", "sjuk", "Hej", "vård", *HOSTILE], ids=range(7 + len(HOSTILE)))
def test_a_profile_that_tells_nothing_fits_nothing(text: str) -> None:
    silent = Profile(
        id="M-0099", experience=text, care_met=text, unwilling=text, availability=text, travel=text,
        associations=text, experience_years=text, municipality=text[:50], support_needs=text, languages=text,
        perspectives=("patient",), consent_matching=True,
    )  # fmt: skip
    index = Index([*PEOPLE, silent])
    for experience in ("Erfarenhet av epilepsi", "Personer med porfyri", "", "Erfarenhet av vård och omsorg"):
        ranking = index.rank(Need(experience=experience, unit="Hälsocentralen Ekudden"), today=TODAY, top=20)
        assert "M-0099" not in good(ranking)


@pytest.mark.parametrize("word", ["epilepsi", "EPILEPSI!!!", "epelepsi"])
def test_a_profile_of_one_word_is_read(word: str) -> None:
    one = Profile(id="M-0099", experience=word, perspectives=("patient",), consent_matching=True)
    assert good(Index([one]).rank(Need(experience="Erfarenhet av epilepsi"), today=TODAY)) == ["M-0099"]


def test_a_profile_of_twenty_thousand_characters_is_read_for_what_it_tells() -> None:
    story = "Det var sommar och jag plockade blåbär med barnbarnen vid sjön. " * 305
    long = Profile(
        id="M-0099", experience=f"Jag har epilepsi. {story}", perspectives=("patient",), consent_matching=True
    )
    index = Index([long])
    assert good(index.rank(Need(experience="Erfarenhet av epilepsi"), today=TODAY)) == ["M-0099"]
    assert index.rank(Need(experience="Erfarenhet av KOL"), today=TODAY).no_match


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_no_text_stops_the_ranking(asked: str, told: str) -> None:
    index = Index([Profile(id="M-0001", experience=told, unwilling=told, travel=asked, consent_matching=True)])
    ranking = index.rank(Need(experience=asked, unit=told, activity=asked), today=TODAY)
    assert all(0 <= match.score <= 1 for match in ranking.matches)
    assert ranking == index.rank(Need(experience=asked, unit=told, activity=asked), today=TODAY)
