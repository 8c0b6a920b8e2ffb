"""What people's own words mean: lay language, whose experience it is, and what is only named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.matching.meaning import understand
from medverkan.matching.values import Profile
from medverkan.matching.vocabulary import load

PATIENT, RELATIVE, BOTH = ("patient",), ("närstående",), ("patient", "närstående")


def told(perspectives: tuple[str, ...], text: str, **more: object) -> dict[str, float]:
    profile = Profile(id="M-0001", perspectives=perspectives, experience=text, birth_year=1970, **more)  # type: ignore[arg-type]
    meaning = understand(profile, load())
    return {f"{side}: {concept}": strength for (side, concept), strength in meaning.strengths.items()}


@pytest.mark.parametrize(
    ("perspectives", "text", "meant"),
    [
        (RELATIVE, "Mamma har blivit så glömsk att hon ringer tio gånger om dagen.", "related: demenssjukdom"),
        (PATIENT, "Gick in i väggen 2018.", "own: utmattningssyndrom"),
        (PATIENT, "har ms sen 2012", "own: MS"),
        (PATIENT, "Skakar på handen, Parkinsson i fyra år", "own: Parkinsons sjukdom"),
        (PATIENT, "Epelepsi sen jag var liten", "own: epilepsi"),
        (RELATIVE, "Min man tog sitt liv för sex år sedan.", "related: efterlevande till suicid"),
        (RELATIVE, "Hemmasittare i två år, vår äldsta.", "related: problematisk skolfrånvaro"),
        (PATIENT, "Fick en stent efter att det tryckt över bröstet hela vintern.", "own: hjärtinfarkt"),
        (PATIENT, "Sov i bilen en hel vinter.", "own: hemlöshet"),
        (PATIENT, "Svalt mig själv i fyra år.", "own: ätstörning"),
        (PATIENT, "Får hjälp av hemtjänstpersonal varje kväll.", "own: hemtjänst"),
        (BOTH, "Min dotter har anorexi. Jag har själv varit utbränd.", "related: ätstörning"),
        (BOTH, "Min dotter har anorexi. Jag har själv varit utbränd.", "own: utmattningssyndrom"),
        (PATIENT, "Jag har hypotyreos och äter Levaxin", "own: sköldkörtelsjukdom"),
        (PATIENT, "Alkoholist och bipolär, båda två.", "own: samsjuklighet beroende och psykisk sjukdom"),
    ],
)
def test_lay_words_are_understood(perspectives: tuple[str, ...], text: str, meant: str) -> None:
    assert told(perspectives, text).get(meant, 0) >= 0.5


@pytest.mark.parametrize(
    ("text", "not_theirs"),
    [
        ("Jag har inte själv haft stroke men min man fick en 2019.", "stroke och TIA"),
        ("Min granne har demens och jag hjälper henne.", "demenssjukdom"),
        ("Jobbade på äldreboende i trettio år.", "särskilt boende för äldre"),
        ("Jag är undersköterska inom hemtjänsten.", "hemtjänst"),
        ("De misstänkte MS men det visade sig vara ME.", "MS"),
        ("Astma sen barnsben men aldrig KOL.", "KOL"),
        ("Hemtjänst har vi tackat nej till.", "hemtjänst"),
        ("Jag klarar mig själv och har ingen hemtjänst än.", "hemtjänst"),
        ("Jag varken dricker eller knarkar.", "narkotikaberoende"),
        ("Är god man åt två personer på gruppboende.", "gruppbostad"),
        ("Diabetes typ 1, inte typ 2, sedan jag var elva.", "diabetes typ 2"),
        ("Beroende på dagsform orkar jag olika mycket.", "skadligt bruk och beroende"),
        ("Ta med me dit om ni vill.", "ME/CFS"),
        ("Jag har aldrig haft stroke, KOL eller astma.", "astma"),
        ("Jag har aldrig haft stroke, KOL eller astma.", "KOL"),
        ("Har jobbat inom hemtjänst, psykiatri och LSS.", "LSS-insatser"),
    ],
)
def test_what_is_denied_or_only_named_is_not_theirs(text: str, not_theirs: str) -> None:
    assert told(PATIENT, text).get(f"own: {not_theirs}", 0) < 0.3


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("Jag har ingen MS utan ME.", "ME/CFS"),
        ("Inte bara KOL utan också hjärtsvikt.", "hjärtsvikt"),
        ("Inte bara KOL utan också hjärtsvikt.", "KOL"),
        ("Hemtjänsten kommer inte i tid.", "hemtjänst"),
        ("Har haft hemtjänst sedan länge.", "hemtjänst"),
    ],
)
def test_a_negation_of_something_else_denies_nothing(text: str, theirs: str) -> None:
    assert told(PATIENT, text).get(f"own: {theirs}", 0) >= 0.9


def test_waiting_for_an_assessment_is_not_a_diagnosis() -> None:
    assert told(PATIENT, "Står i kö till autismutredning.").get("own: autism", 0) < 0.5


def test_care_met_counts_a_little_less_than_what_is_told() -> None:
    ticked = told(PATIENT, "", care_met="Hemtjänst")["own: hemtjänst"]
    assert ticked < told(PATIENT, "Jag har hemtjänst.")["own: hemtjänst"]


def test_an_illness_that_is_over_counts_less_than_a_present_one() -> None:
    before = told(PATIENT, "Hade boendestöd förut.")["own: boendestöd"]
    assert 0 < before < told(PATIENT, "Har boendestöd.")["own: boendestöd"]


@given(st.text(max_size=400), st.text(max_size=80))
def test_any_text_can_be_read(experience: str, met: str) -> None:
    understand(Profile(id="M-0001", perspectives=BOTH, experience=experience, care_met=met), load())
