"""How far a denial, a doubt, an office held or a passing remark reaches: exactly as far as the sentence means."""

import pytest

from medverkan.matching.meaning import Meaning, understand
from medverkan.matching.values import Profile
from medverkan.matching.vocabulary import load

PATIENT, RELATIVE, BOTH = ("patient",), ("närstående",), ("patient", "närstående")


def meaning(text: str, perspectives: tuple[str, ...] = PATIENT, born: int = 1968) -> Meaning:
    return understand(Profile(id="M-0001", perspectives=perspectives, experience=text, birth_year=born), load())


def most(read: Meaning, concept: str) -> float:
    return max((s for (_, c), s in read.strengths.items() if c == concept), default=0.0)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Var 41 när jag fick beskedet och trodde att MS var något man satt i rullstol av.", "MS"),
        ("Jag trodde att KOL bara drabbade gamla gubbar.", "KOL"),
        ("Trodde aldrig att jag skulle få bröstcancer som så ung.", "bröstcancer"),
        ("Alla trodde att epilepsi var smittsamt när jag gick i skolan.", "epilepsi"),
        ("Folk tror att psoriasis smittar.", "psoriasis"),
        ("Jag trodde inte på diagnosen, men bipolär är jag.", "bipolär sjukdom"),
        ("Ingen misstänkte ätstörning fast jag vägde 43 kilo.", "ätstörning"),
        ("Det tog fyra år innan någon gissade på endometrios.", "endometrios"),
        ("Ingen ska behöva få en stroke utan att bli trodd.", "stroke och TIA"),
        ("Skickades hem utan mediciner efter hjärtinfarkten.", "hjärtinfarkt"),
        ("Jag fick ingen hjälp trots min depression.", "depression"),
        ("Aldrig har någon frågat hur det är att leva med Crohns.", "inflammatorisk tarmsjukdom"),
        ("Det finns inte någon som förstår hur ME känns.", "ME/CFS"),
        ("Jag skäms inte för min psoriasis.", "psoriasis"),
        ("Epilepsin hindrar mig inte från att jobba.", "epilepsi"),
        ("Man ser inte på mig att jag har reumatism.", "reumatisk sjukdom"),
        ("Jag visste inte att jag hade diabetes typ 2 förrän foten blev blå.", "diabetes typ 2"),
        ("Kan inte gå långt på grund av artros.", "artros"),
        ("Hjärtsvikten är inget jag tänker på varje dag.", "hjärtsvikt"),
        ("Ingen på jobbet vet om min ADHD.", "ADHD"),
        ("Blev inte av med migränen förrän jag fick sprutorna.", "migrän och huvudvärk"),
    ],
)
def test_what_is_said_about_an_illness_does_not_deny_it(text: str, concept: str) -> None:
    assert most(meaning(text), concept) >= 0.7


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Läkaren trodde att det var MS, men det var B12-brist.", "MS"),
        ("Vi trodde det var demens, det visade sig vara en urinvägsinfektion.", "demenssjukdom"),
        ("I tre års tid hette det reumatism, sprutorna gjorde ingen nytta.", "reumatisk sjukdom"),
        ("De letade efter både Crohns och celiaki men hittade ingenting.", "celiaki"),
        ("Vanlig värk, inte gikt fast grannarna tror det.", "gikt"),
        ("Först fick jag diagnosen borderline, den är struken nu.", "personlighetssyndrom"),
        ("Det är min bror som har epilepsi, inte jag.", "epilepsi"),
        ("Har varken astma eller KOL.", "KOL"),
        ("Slapp dialys tack vare njuren jag fick.", "njursvikt och dialys"),
        ("Utreddes för endometrios men det var inte det.", "endometrios"),
        ("Många frågar om det är reumatism, men det är det inte.", "reumatisk sjukdom"),
        ("Ingen i familjen har haft cancer.", "cancer"),
    ],
)
def test_what_turned_out_not_to_be_so_is_not_theirs(text: str, concept: str) -> None:
    assert meaning(text).strengths.get(("own", concept), 0.0) < 0.4


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Vi har varit familjehem åt fyra tonåringar sedan 2008.", "placering i familjehem"),
        ("Vi är familjehem för två syskon.", "placering i familjehem"),
        ("Min man och jag var fosterföräldrar på nittiotalet.", "placering i familjehem"),
        ("Är kontaktperson åt en kille med autism.", "autism"),
        ("Varit stödfamilj till en flicka med Downs syndrom.", "Downs syndrom"),
        ("Jag är lekmannaövervakare åt två stycken i frivården.", "frivård och kriminalvård"),
        ("Jag är besöksvän på ett äldreboende.", "särskilt boende för äldre"),
        ("Volontär på kvinnojouren sedan 2015.", "kvinnojour och skyddat boende"),
        ("Ideellt engagerad i hjärt- och lungsjukas förening, själv frisk.", "hjärtsvikt"),
        ("Vår hyresgäst har schizofreni.", "schizofreni"),
        ("En kollega fick stroke på jobbet.", "stroke och TIA"),
        ("Före detta boendestödjare, numera pensionär.", "boendestöd"),
        ("Pensionerad sjuksköterska från dialysen.", "njursvikt och dialys"),
        ("Läser till psykolog.", "psykologisk behandling"),
    ],
)
def test_an_office_or_a_trade_is_not_the_experience_itself(text: str, concept: str) -> None:
    assert meaning(text, BOTH).strengths.get(("own", concept), 0.0) < 0.4


@pytest.mark.parametrize(
    ("text", "concept", "group"),
    [
        ("Mamma dog i cancer när jag var fjorton.", "cancer", "parent"),
        ("Min pappa har haft Parkinson i arton år.", "Parkinsons sjukdom", "parent"),
        ("Svärmor bor på äldreboende.", "särskilt boende för äldre", "parent"),
        ("Vår son har diabetes typ 1.", "diabetes typ 1", "child"),
        ("Dottern fick anorexi när hon var tretton.", "ätstörning", "child"),
        ("Min man fick en stroke 2019.", "stroke och TIA", "partner"),
        ("Min fru har MS.", "MS", "partner"),
        ("Lillebror har autism.", "autism", "sibling"),
        ("Min storasyster är bipolär.", "bipolär sjukdom", "sibling"),
        ("Jag vårdade min make hemma när demensen blev svår.", "demenssjukdom", "partner"),
    ],
)
def test_the_relative_is_known(text: str, concept: str, group: str) -> None:
    assert concept in meaning(text, RELATIVE).about(group)


@pytest.mark.parametrize(
    "text",
    [
        "Jag blev misshandlad av min sambo i flera år.",
        "Min man slog mig.",
        "Hotad av mitt ex, fick skyddat boende.",
        "Blev slagen av frun.",
    ],
)
def test_what_a_relative_did_happened_to_the_teller(text: str) -> None:
    assert meaning(text, BOTH).strengths.get(("own", "våld i nära relation"), 0.0) >= 0.4


@pytest.mark.parametrize(
    ("text", "born", "grew_up"),
    [
        ("Min mamma är bipolär, det är jag som hämtar lillebror när hon ligger.", 2010, True),
        ("Pappa drack hela min uppväxt.", 1988, True),
        ("Hemma drack mamma när jag gick i skolan, ingen märkte något.", 1985, True),
        ("När jag var liten var mamma inlagd på psyket i omgångar.", 1975, True),
        ("Mamma fick MS när jag gick i sexan, jag skötte tvätten.", 1999, True),
        ("Mamma drömmer om kriget och äter medicin mot sin PTSD.", 2009, True),
        ("Som barn fick jag ta hand om mina syskon när pappa var manisk, han hade bipolär sjukdom.", 1970, True),
        ("Min mamma, 88, har demens och bor på hem.", 1960, False),
        ("Min son är bipolär.", 1975, False),
        ("Min man dricker, han är alkoholist.", 1965, False),
        ("Pappa fick Parkinson när han var sjuttio.", 1970, False),
        ("Jag är alkoholist och har två barn.", 1980, False),
        ("Mina barn växte upp när jag var svårt deprimerad.", 1970, False),
    ],
)
def test_growing_up_beside_an_ill_parent_is_understood(text: str, born: int, grew_up: bool) -> None:
    assert (most(meaning(text, BOTH if "Jag" in text else RELATIVE, born), "barn som anhöriga") >= 0.5) is grew_up


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Pappa skickades hem från sjukhuset och hemsjukvården visste inget.", "utskrivning från sjukhus"),
        ("Låg inne på sjukhus i tre veckor, sedan tog hemsjukvården över.", "utskrivning från sjukhus"),
        ("Äter antidepressivt och har varit nykter alkoholist i tio år, deprimerad däremellan.",
         "samsjuklighet beroende och psykisk sjukdom"),
    ],
)  # fmt: skip
def test_what_follows_from_several_facts(text: str, concept: str) -> None:
    assert most(meaning(text, BOTH), concept) >= 0.4


@pytest.mark.parametrize(
    ("told", "concept", "theirs"),
    [
        ("Vi är dessutom familjehem sedan 2010.", "placering i familjehem", False),
        ("Jag och min man har varit jourhem i tolv år.", "placering i familjehem", False),
        ("Jag bodde i familjehem från det att jag var nio.", "placering i familjehem", True),
        ("De pratade om stomi men jag slapp.", "stomi", False),
        ("Det blev tal om dialys men vi slapp.", "njursvikt och dialys", False),
        ("Jag har stomi och slapp äntligen smärtan.", "stomi", True),
    ],
)
def test_a_home_for_others_and_what_one_was_spared_are_not_ones_own(told: str, concept: str, theirs: bool) -> None:
    profile = Profile(id="M-0001", experience=told, perspectives=("brukare",))
    assert (concept in understand(profile, load()).of("own")) is theirs
