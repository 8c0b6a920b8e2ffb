"""What a unit's letter says in passing: two ways to be there, the day's subject, why, who writes, which roles."""

from datetime import UTC, datetime
from typing import Any

import pytest

from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.prose.letters import prose_form
from tests.mailbox.corpus.comparing import is_right

WHEN = datetime(2027, 1, 12, 8, tzinfo=UTC)
WHO = "Hej! Vi på njurmottagningen i Region Norrvik söker två patienter som har haft dialys till en fokusgrupp."


def fields(text: str) -> dict[str, Any]:
    form = prose_form(Segment(lines_of(text), "Kim Ek", "kim@region.example", own=True), "Hej", WHEN)
    assert form is not None, text
    return dict(form.fields)


@pytest.mark.parametrize(
    ("said", "here"),
    [("Gruppen ses tisdagen den 2 mars kl 14 i samlingssalen på Solgården. Det går också bra att delta på Teams.",
      "samlingssalen på Solgården"),
     ("Mötet hålls i Folkets hus den 2 mars kl 14. Den som hellre vill kan vara med via Zoom.", "Folkets hus"),
     ("Vi ses den 2 mars kl 14 i biblioteket i Berga. Digitalt går också bra.", "biblioteket i Berga"),
     ("Den 2 mars kl 14-16 träffas vi i matsalen på Norrgården. Man kan även koppla upp sig på Teams.",
      "matsalen på Norrgården"),
     ("Vi sitter i sal Eken den 2 mars kl 14. Det är även möjligt att delta på distans.", "sal Eken"),
     ("Plats: Stadshuset, rum 4. Tid: den 2 mars kl 14. Länk till Teams finns för den som inte kan komma.",
      "Stadshuset, rum 4"),
     ("Träffen är i aulan på Ekskolan den 2 mars klockan 14. Annars går det bra att vara med digitalt.",
      "aulan på Ekskolan"),
     ("Vi möts torsdagen den 4 mars kl 10-12 i konferensrummet, plan 2. För den som bor långt bort ordnar vi en "
      "Teamslänk.", "konferensrummet, plan 2")],
)  # fmt: skip
def test_a_place_and_a_link_in_the_next_sentence_are_hybrid(said: str, here: str) -> None:
    got = fields(f"{WHO} {said} Hör gärna av er.")
    assert here in got.get("place", ""), got.get("place")
    assert got.get("format") == "hybrid"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Vi ses den 2 mars kl 14 på Ekbergs sjukhus, i Granvik.", "Ekbergs sjukhus, i Granvik"),
        ("Plats: Ekbergs sjukhus, sal 3, i Granvik.", "Ekbergs sjukhus, sal 3, i Granvik"),
        ("Vi ses i biblioteket, i Granvik, 2 mars kl 14.", "biblioteket, i Granvik"),
    ],
)
def test_the_town_behind_a_place_belongs_to_it(said: str, place: str) -> None:
    assert fields(f"{WHO} {said} Hör gärna av er.").get("place") == place


@pytest.mark.parametrize(
    ("text", "lived"),
    [("Vi på kliniken håller en temadag om migrän den 2 mars och vill att en patient berättar om vägen till hjälp.",
      "migrän"),
     ("Hudkliniken ordnar en kväll om psoriasis den 2 mars och söker två patienter som kan berätta om sin vardag.",
      "psoriasis"),
     ("På medicinkliniken har vi en utbildningsdag om celiaki den 2 mars. Vi söker en patient som kan berätta.",
      "celiaki"),
     ("Vi på barnkliniken har en föreläsning om epilepsi den 2 mars och vill ha med en förälder som berättar.",
      "epilepsi"),
     ("Vi på vårdcentralen planerar ett seminarium om långvarig smärta den 2 mars. Kan en patient komma och berätta?",
      "långvarig smärta"),
     ("Vuxenpsykiatrin ska ha en temaeftermiddag om bipolär sjukdom den 2 mars. Vi söker någon patient som kan "
      "medverka i ett panelsamtal.", "bipolär sjukdom"),
     ("Vi i Norrby kommun bjuder personalen på en halvdag om demens den 2 mars och söker två anhöriga som vill "
      "berätta.", "demens"),
     ("Ögonkliniken håller en konferens om glaukom den 2 mars. Till panelen söker vi tre patienter.", "glaukom")],
)  # fmt: skip
def test_the_subject_of_the_day_is_what_who_tells_of_it_lives_with(text: str, lived: str) -> None:
    got = fields(f"Hej! {text} Hör gärna av er till oss.")
    assert is_right("experience", got.get("experience", ""), (lived,)), got.get("experience")


@pytest.mark.parametrize(
    ("said", "activity"),
    [("berättar om vägen till diagnos, ungefär 30 min", "berättar om vägen till diagnos"),
     ("berättar om sin vardag i ca 20 minuter", "berättar om sin vardag"),
     ("läser vår nya broschyr, högst en timme", "läser vår nya broschyr"),
     ("berättar hur besöket var, max en kvart", "berättar hur besöket var"),
     ("testar den nya appen under cirka en halvtimme", "testar den nya appen"),
     ("föreläser om egenvård, 45 minuter", "föreläser om egenvård"),
     ("svarar på frågor från personalen (30 min)", "svarar på frågor från personalen"),
     ("granskar vår kallelse, det tar en kvart", "granskar vår kallelse")],
)  # fmt: skip
def test_how_long_it_takes_is_no_part_of_what_they_do(said: str, activity: str) -> None:
    got = fields(f"Hej! Vi på njurmottagningen vill att en patient som har haft dialys {said}. Vi ses den 2 mars.")
    assert got.get("activity") == activity


@pytest.mark.parametrize(
    ("before", "purpose"),
    [("Det tar ungefär 30 min.", "Vi vill att personalen ska lyssna bättre"),
     ("Räkna med 2 tim.", "Syftet är att korta väntetiden"), ("Det tar ca 45 min.", "Målet är en tydligare kallelse"),
     ("Vi ses i 90 min.", "Tanken är att förstå vad som saknas i informationen"),
     ("Det rör sig om 3 st.", "Vi hoppas att fler ska våga fråga"),
     ("Mötet tar 1 tim.", "Vi vill bli bättre på samtal"),
     ("Det tar högst 20 min.", "Avsikten är att nya rutiner ska fungera för alla"),
     ("Vi behöver er i 60 min.", "Detta för att ingen ska behöva vänta i onödan")],
)  # fmt: skip
def test_a_purpose_begins_behind_a_unit_of_time(before: str, purpose: str) -> None:
    assert fields(f"{WHO} {before} {purpose}. Hör av er.")["purpose"].rstrip(".") == purpose


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Länsgruppen stroke, Kommunförbundet Norrvik, ska se över broschyren. Vi söker två patienter som haft stroke.",
      "Länsgruppen stroke"),
     ("Styrgruppen för god vård i södra länet vill ha med två patienter som haft cancer i en referensgrupp.",
      "Styrgruppen för god vård i södra länet"),
     ("Vi på reumatologen söker två patienter med artrit till en fokusgrupp.", "reumatologen"),
     ("Boendestödet i Harda kommun söker två brukare som vill vara med i en fokusgrupp.", "Boendestödet"),
     ("Förlossningen i Tunby söker två kvinnor som fött barn till en referensgrupp.", "Förlossningen i Tunby"),
     ("Jag jobbar på kardiologen och vi söker två patienter som haft hjärtinfarkt till en fokusgrupp.",
      "kardiologen"),
     ("Vi på hörselvården i Tunby söker två patienter med tinnitus till en fokusgrupp.", "hörselvården i Tunby"),
     ("Samverkansgruppen för barn och unga i Norrvik söker två föräldrar till barn med adhd till en fokusgrupp.",
      "Samverkansgruppen för barn och unga i Norrvik")],
)  # fmt: skip
def test_the_unit_is_named_by_what_it_is(text: str, unit: str) -> None:
    got = fields(f"Hej! {text} Vi ses den 2 mars kl 13 hos oss. Hör av er.")
    assert is_right("unit", got.get("unit", ""), (unit,)), got.get("unit")


@pytest.mark.parametrize(
    ("who", "roles"),
    [("en person som har väntat länge på ambulans, som patient eller närstående", ["närstående", "patient"]),
     ("två personer med erfarenhet av palliativ vård, själva eller som anhöriga", ["närstående", "patient"]),
     ("tre personer med erfarenhet av hemtjänst, antingen som brukare eller anhörig", ["brukare", "närstående"]),
     ("någon som varit på akuten, som patient eller som förälder", ["närstående", "patient"]),
     ("två personer som mött cancervården, som patient eller make", ["närstående", "patient"]),
     ("fyra personer med erfarenhet av LSS-boende, som brukare eller närstående", ["brukare", "närstående"]),
     ("en person som fått hjärtstopp, eller en närstående", ["närstående", "patient"]),
     ("två personer med erfarenhet av dialys, som patienter", ["patient"])],
)  # fmt: skip
def test_the_roles_are_all_those_that_are_named(who: str, roles: list[str]) -> None:
    got = fields(f"Hej! Vi på kvalitetsenheten söker {who} till en händelseanalys den 2 mars kl 13. Hör av er.")
    assert got.get("perspectives") == roles
