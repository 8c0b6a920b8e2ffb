"""What residents say in passing: how to be reached, what they allow, when they can, how far they go, for how long."""

from datetime import UTC, datetime
from typing import Any

import pytest

from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.prose.consents import consents_of
from medverkan.mailbox.prose.letters import prose_form
from medverkan.mailbox.values import Form, Kind

WHEN = datetime(2027, 1, 12, 8, tzinfo=UTC)
START = "Hej! Jag heter Kim Ek, född 1960, och bor i Tunby. Jag har haft stroke. Jag vill gärna vara med. "


def read(text: str, sender: str = "Kim Ek") -> Form | None:
    return prose_form(Segment(lines_of(text), sender, "kim@region.example", own=True), "Hej", WHEN)


def told(text: str) -> dict[str, Any]:
    form = read(text)
    assert form is not None
    assert form.kind is Kind.REGISTRATION
    return dict(form.fields)


@pytest.mark.parametrize(
    ("said", "channel"),
    [("Det går fint att smsa mig.", "sms"), ("ni kan messa på 070-174 06 31. jag svarar när jag hinner.", "sms"),
     ("Jag föredrar mejl.", "e-post"), ("Hör av er via e-post.", "e-post"), ("Använd gärna min mobil, jag svarar.", ""),
     ("Ring ej utan skicka ett sms istället.", "sms"), ("Det smidigaste är mejlen.", "e-post"),
     ("Kontakta mig per telefon.", "telefon"), ("Jag tar gärna ett telefonsamtal.", "telefon"),
     ("Jag har varken dator eller mobil, så det får bli brev.", "brev"), ("Sms funkar för mig.", "sms"),
     ("Jag läser inte mejl särskilt ofta men svarar alltid när det ringer.", "telefon"),
     ("Min sambo sköter mejlen så ring hellre.", "telefon"), ("Post i brevlådan är det säkraste.", "brev"),
     ("Kontaktas via telefon.", "telefon"), ("Ni får tag på mig enklast på mejlen.", "e-post")],
)  # fmt: skip
def test_a_wish_about_how_to_be_reached_is_taken_as_it_is_said(said: str, channel: str) -> None:
    assert told(START + said).get("contact_preference", "") == channel


@pytest.mark.parametrize(
    ("said", "consents"),
    [("Ni får lägga in det jag skrivit om min hälsa och söka på det.", {"consent_matching": True}),
     ("Det är ok att ni sparar mina uppgifter och letar bland dem när någon behöver en som jag.",
      {"consent_matching": True}),
     ("Ja till att ni registrerar mina hälsouppgifter.", {"consent_matching": True}),
     ("Jag samtycker till att finnas i banken och att bli matchad.", {"consent_matching": True}),
     ("Mina uppgifter får sparas.", {}), ("Jag är med på att ni matchar mig mot uppdrag.", {"consent_matching": True}),
     ("Jag ger mitt samtycke till att uppgifter om min stroke registreras och används för att hitta uppdrag, och till "
      "att ni skickar sms.", {"consent_matching": True, "consent_sms": True}),
     ("Jag samtycker till sms men inte till mejl.", {"consent_sms": True, "consent_email": False}),
     ("Jag samtycker inte till matchning på hälsouppgifter innan vi har setts.", {"consent_matching": False}),
     ("Jag vill höra mer innan jag samtycker till att ni matchar mig.", {}),
     ("Personuppgiftstexten är läst.", {"privacy_notice_read": True}),
     ("Er information om hur ni hanterar mina uppgifter har jag läst igenom.", {"privacy_notice_read": True}),
     ("Jag har inte hunnit läsa om personuppgifter.", {}), ("Inga sms, tack.", {"consent_sms": False}),
     ("Det är helt okej att ni sms:ar mig.", {"consent_sms": True}),
     ("Ni får mejla mig om uppdrag.", {"consent_email": True}), ("Jag vill inte ha några sms.", {"consent_sms": False}),
     ("Allt jag skriver om min sjukdom får ni spara och använda för att matcha mig.", {"consent_matching": True})],
)  # fmt: skip
def test_a_consent_in_loose_words_is_taken_for_what_it_names(said: str, consents: dict[str, bool]) -> None:
    fields = told(START + said)
    keys = ("consent_matching", "consent_sms", "consent_email", "privacy_notice_read")
    assert {key: fields[key] for key in keys if key in fields} == consents


@pytest.mark.parametrize(
    "said",
    ["Ni får gärna ringa så kan vi prata om min sjukdom.", "Ni får ställa frågor om min hälsa när vi ses.",
     "Det är ok att ringa mig när ni söker någon.", "Det är okej med min hälsa just nu.",
     "Jag samtycker till att ni kontaktar mig om min sjukdom.", "Läkaren tillåter att jag deltar trots min sjukdom.",
     "Jag säger ja till uppdrag om diagnosen.", "Jag är helt ok med att prata om min diagnos inför folk.",
     "Jag samtycker till att mina kontaktuppgifter sparas.", "Ni får spara mitt nummer tills ni hittar uppdrag.",
     "Jag tycker det är okej att ni matchar mig om jag får veta vilka som ser det.", "Samtycke lämnar jag när vi ses.",
     "Jag kan tänka mig att samtycka till matchning på mina hälsouppgifter.",
     "Ska jag samtycka till att ni matchar mig på hälsa?", "Jag har läst om samtycke till matchning av hälsouppgifter.",
     "Det krävs visst samtycke för att ni ska få matcha.", "Jag vet inte om jag samtycker till matchning.",
     "Min man samtycker till att hans hälsouppgifter används för matchning."],
)  # fmt: skip
def test_no_yes_to_matching_is_heard_where_none_is_said(said: str) -> None:
    assert "consent_matching" not in consents_of([said])


@pytest.mark.parametrize(
    ("said", "key", "value"),
    [("Jag kan tisdagar, och tar bussen till Harda.", "availability", "Jag kan tisdagar"),
     ("Jag kan tisdagar, och tar bussen till Harda.", "travel", "tar bussen till Harda."),
     ("Jag jobbar natt så eftermiddagar är bäst.", "availability", "Jag jobbar natt så eftermiddagar är bäst."),
     ("Jag är ledig på fredagar.", "availability", "Jag är ledig på fredagar."),
     ("Jag har inget körkort men tåget går bra.", "travel", "Jag har inget körkort men tåget går bra."),
     ("Högst fem mil bort, tack.", "travel", "Högst fem mil bort, tack."),
     ("Jag har färdtjänst och kan komma till Norrby.", "travel", "Jag har färdtjänst och kan komma till Norrby."),
     ("Kvällar går, men inte onsdagar.", "availability", "Kvällar går, men inte onsdagar."),
     ("Jag hör dåligt på vänster öra.", "support_needs", "Jag hör dåligt på vänster öra."),
     ("Jag skulle behöva någon som läser högt för mig.", "support_needs",
      "Jag skulle behöva någon som läser högt för mig."),
     ("Det måste gå att komma in med rollator.", "support_needs", "Det måste gå att komma in med rollator."),
     ("Att stå på scen är inget för mig.", "unwilling", "Att stå på scen är inget för mig."),
     ("Föredrag säger jag nej till.", "unwilling", "Föredrag säger jag nej till."),
     ("Helst slipper jag prata inför folk.", "unwilling", "Helst slipper jag prata inför folk."),
     ("Jag kan sitta i en panel, men inte tala.", "unwilling", "inte tala."),
     ("Jag går på schema men det löser sig.", "availability", "Jag går på schema men det löser sig."),
     ("Jag är med i Tunby pensionärsförening sedan länge.", "associations", "Tunby pensionärsförening sedan länge"),
     ("Jag är medlem i Strokeförbundet men talar bara för mig själv.", "associations", "Strokeförbundet"),
     ("Jag pratar svenska och finska.", "languages", "svenska och finska"),
     ("Mitt modersmål är persiska.", "languages", "persiska"),
     ("Ni får ha kvar mina uppgifter i två år.", "keep_months", 24),
     ("Spara mig gärna i 18 månader.", "keep_months", 18),
     ("Min fru har demens och bor sedan i våras på Ekliden.", "municipality", "Tunby"),
     ("Högst två uppdrag per halvår, tack.", "max_per_half_year", 2),
     ("Jag orkar med ett uppdrag i halvåret.", "max_per_half_year", 1),
     ("Min adress är Björkvägen 3, 123 45 Tunby.", "postal_address", "Björkvägen 3, 123 45 Tunby"),
     ("Jag bor på Storgatan 12 B, 543 21 Tunby.", "postal_address", "Storgatan 12 B, 543 21 Tunby")],
)  # fmt: skip
def test_what_is_said_in_a_clause_is_taken_by_itself(said: str, key: str, value: object) -> None:
    assert told(START + said).get(key) == value


@pytest.mark.parametrize(
    "text",
    ["Mitt namn är Kim Ek, född 1961, boende i Tunby. Jag har psoriasis. Jag kan sitta med i samtal och intervjuer. "
     "Jag har läst om personuppgifter.",
     "Jag heter Kim Ek och bor i Tunby, född 1988. Har levt med ätstörning. Fokusgrupp låter roligt! Jag samtycker "
     "till att ni matchar mig på mina hälsouppgifter.",
     "Kim Ek, 1957, Tunby. Ny höft och lång rehab. Sätt upp mig på listan. Ring 070-174 06 32.",
     "Jag heter Kim Ek, är född 1979 och bor i Harda. Missbruk i många år, behandlingshem två gånger, sedan frivården. "
     "Räkna med mig.",
     "Jag vill gå med i Intressebanken. Jag heter Kim Ek, född 1966, bor i Tunby och nås på 070-174 06 33.",
     "Nu har jag bestämt mig: skriv upp mig. Kim Ek, född 1949, bor i Harda. Hjärtinfarkt 2019 och pacemaker. "
     "Jag godkänner att ni sparar uppgifter om min hälsa.",
     "Jag skulle vilja dela mina erfarenheter. Jag heter Kim Ek, född 1970, bor i Tunby. Min bror har schizofreni.",
     "Det jag har varit med om borde komma till användning. Jag heter Kim Ek, född 1952, bor i Tunby. Jag vårdade min "
     "man som hade demens. Jag ställer upp i intervjuer. Jag har läst om personuppgifter."],
)  # fmt: skip
def test_who_tells_of_themselves_and_offers_to_take_part_registers(text: str) -> None:
    fields = told(f"Hej!\n\n{text}")
    assert (fields["first_name"], fields["last_name"]) == ("Kim", "Ek")


@pytest.mark.parametrize(
    "text",
    ["Jag heter Kim Ek, född 1961, och bor i Tunby. Jag har psoriasis och undrar vart jag vänder mig för att få tid.",
     "Jag heter Kim Ek och är redan med i Intressebanken. Jag har flyttat till Harda. Jag har haft stroke. Jag kan "
     "sitta med i intervjuer på nya orten också.",
     "Jag heter Kim Ek och bor i Tunby. Jag läser till sjuksköterska och vill skriva uppsats om stroke. Kan jag få "
     "intervjua er?",
     "Tack för samtalet i går! Jag heter Kim Ek, som ni vet, och bor i Tunby. Jag kommer gärna på mötet den 3 mars.",
     "Jag heter Kim Ek och är kurator i Tunby. Jag kan berätta för era deltagare om diabetes. Vad tar ni betalt?",
     "Jag heter Kim Ek, född 1970, och bor i Tunby. Jag har läst om personuppgifter hos er men förstår inte vad ni gör "
     "med dem. Kan ni förklara? Jag har diabetes.",
     "Jag är journalist på en tidning och bor i Tunby. Jag har själv MS. Jag vill berätta om er. Ring 070-174 06 35.",
     "Jag bor i Tunby, är född 1960 och har KOL. Jag vill delta i studien om inhalatorer. Ring 070-174 06 36.",
     "Jag är redan registrerad hos er, född 1955. Ändra min adress till Nygatan 2, 123 45 Tunby. Jag samtycker "
     "fortfarande till matchning.",
     "Jag vill ta del av min journal. Kim Ek, född 1960, bor i Tunby. Jag har varit patient på psykiatrin.",
     "Jag heter Kim Ek, född 1990, bor i Tunby och söker jobb hos er. Jag har erfarenhet av demensvård.",
     "Jag heter Kim Ek, född 1970, från Tunby. Jag har cancer. Hur funkar det egentligen, vad innebär det?"],
)  # fmt: skip
def test_who_asks_or_tells_something_else_does_not_register(text: str) -> None:
    form = read(f"Hej!\n\n{text}")
    assert form is None or form.kind is not Kind.REGISTRATION


GUARDIAN = (
    "Hej! Jag skriver för min son Lo Ek som är född 2012. Lo har epilepsi och bor i Tunby. Han vill gärna vara med i "
    "en ungdomsgrupp. {}\n\nHälsningar\nKim Ek"
)


@pytest.mark.parametrize(
    ("said", "key", "value"),
    [("Kontakta mig, helst på mejl kim@hem.example.", "contact_preference", "e-post"),
     ("Kontakta mig, helst på mejl kim@hem.example.", "email", "kim@hem.example"),
     ("Smsa mig på 070-174 06 34.", "guardian_phone", "+46701740634"),
     ("Jag är hans vårdnadshavare och säger ja till att han är med.", "guardian_consent", True),
     ("Båda vi vårdnadshavare godkänner det.", "guardian_consent", True),
     ("Som förälder ger jag mitt samtycke till att Lo medverkar.", "guardian_consent", True),
     ("Jag samtycker för hans räkning till att uppgifter om hans hälsa används för matchning.", "consent_matching",
      True),
     ("Jag samtycker till att ni registrerar Los hälsouppgifter och matchar honom.", "consent_matching", True),
     ("Kontakta honom via sms, 070-174 06 35, och mig på 070-174 06 34.", "phone", "+46701740635"),
     ("Kontakta honom via sms, 070-174 06 35, och mig på 070-174 06 34.", "guardian_phone", "+46701740634"),
     ("Han vill helst testa spel, inte stå på scen.", "unwilling", "inte stå på scen."),
     ("Vi har läst er text om personuppgifter.", "privacy_notice_read", True)],
)  # fmt: skip
def test_a_guardian_speaks_for_the_child(said: str, key: str, value: object) -> None:
    fields = told(GUARDIAN.format(said))
    assert fields["first_name"] == "Lo"
    assert fields.get(key) == value
