"""One sentence of a letter at a time: each table puts many ways of saying one thing into the same plain letter."""

from datetime import UTC, datetime
from typing import Any

import pytest

from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.prose.letters import prose_form

WHEN = datetime(2026, 11, 17, 8, tzinfo=UTC)
SEEKS = "Vi på lungmottagningen söker två patienter som har KOL till en fokusgrupp."
OFFERS = "Jag heter Kim Ek, är född 1961 och bor i Nybro. Jag har haft stroke och vill gärna vara med i en fokusgrupp."


def said(*sentences: str, sender: str = "Kim Ek") -> dict[str, Any]:
    text = "Hej!\n\n" + "\n".join(sentences) + "\n\nHälsningar\nKim Ek"
    form = prose_form(Segment(lines_of(text), sender, "kim.ek@region.example", own=True), "Hej", WHEN)
    return dict(form.fields) if form else {}


@pytest.mark.parametrize(
    "why",
    [
        "Ambitionen är att fler ska våga fråga.",
        "Med träffen vill vi ge personalen nya ögon.",
        "Genom samtalet hoppas vi få syn på det vi missar.",
        "Resultatet ska bli en enklare kallelse.",
        "Det personalen ska ta med sig är hur lång en natt kan vara.",
        "Vi vill absolut inte göra om förra årets misstag.",
        "Broschyren ska delas ut i väntrummet för att alla ska förstå vad som händer.",
        "Vår strävan är att ingen ska gå hem med frågor.",
        "Det vore fint om de kunde hjälpa oss att förstå vad som gör ont i mötet.",
        "Vi vill att den som just har fått sin diagnos ska känna sig mindre ensam.",
    ],
)
def test_a_reason_is_a_purpose_however_it_is_told(why: str) -> None:
    assert said(SEEKS, why, "Vi ses torsdag 14 januari kl 13 i biblioteket.").get("purpose") == why


def test_a_point_made_after_the_reason_names_it() -> None:
    fields = said(SEEKS, "Kallelsen blir bättre när någon annan läser den.", "Det är hela poängen.")
    assert fields["purpose"] == "Kallelsen blir bättre när någon annan läser den."


@pytest.mark.parametrize(
    "other",
    [
        "Vi vill nu hitta en ersättare före jul.",
        "Tanken är en timme på förmiddagen.",
        "Vi vill gärna ha besked senast på fredag.",
    ],
)
def test_what_is_practical_is_no_purpose(other: str) -> None:
    assert "purpose" not in said(SEEKS, other)


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("Fokusgruppen hålls torsdagen den 14 januari 2027 på Storgatan 4 i Nybro.", "Storgatan 4 i Nybro"),
        ("Torsdag 14 januari kl 13. Samling i sjukhusets huvudentré.", "sjukhusets huvudentré"),
        ("Torsdag 14 januari. Start 13.00 vid stationens norra ingång.", "stationens norra ingång"),
        ("Torsdag 14 januari kl 13.\nKommunhuset i Nybro, rum Älgen.", "Kommunhuset i Nybro, rum Älgen"),
        ("Gruppen sammanträder torsdag 14 januari kl 13 i Rådhusets hörsal.", "Rådhusets hörsal"),
        ("Vi ringer upp var och en i förväg, på telefon. Vi ses torsdag 14 januari kl 13 i aulan.", "aulan"),
        ("Vi gör det på telefon eller video, en halvtimme under vecka 3.", "telefon eller video"),
    ],
)
def test_a_place_is_read_where_the_meeting_is(where: str, place: str) -> None:
    assert said(SEEKS, where).get("place") == place


def test_telephone_or_video_is_remote() -> None:
    assert said(SEEKS, "Vi gör det på telefon eller video under vecka 3.")["format"] == "remote"


@pytest.mark.parametrize(
    ("who", "people"),
    [
        ("Vi söker 3 personer som har stomi, 2 med diabetes och 1 som går med rollator.", 6),
        ("Vi är fyra i rådet men skulle behöva bli två till, helst någon som har KOL.", 2),
        ("Vi vill starta en patientpanel på åtta personer och undrar om ni har folk som har KOL.", 8),
        ("Har ni någon eller några (gärna 2, max 3) som har KOL och vill läsa vår text?", 2),
        ("Vi söker en tidigare iva-patient och en anhörig som vill vara med i en arbetsgrupp.", 2),
        ("Finns det fyra äldre som går med rollator och vill delta i vår övning?", 4),
        ("Vi vill ha besök av en efterlevande som kan berätta hur det var.", 1),
        ("Vi söker:\n- tre patienter som har KOL\n- två anhöriga", 5),
    ],
)
def test_people_are_counted_as_they_are_told(who: str, people: int) -> None:
    assert said("Vi på lungmottagningen planerar en fokusgrupp.", who).get("people_wanted") == people


@pytest.mark.parametrize(
    ("text", "first", "start"),
    [
        ("Vi ses tisdag 2 februari 10.15 i aulan.", "2027-02-02", "10:15"),
        ("Kursdagarna är 20-21 april. Andra dagen, alltså onsdag den 21, ses vi kl 9 i aulan.", "2027-04-21", "09:00"),
        ("Vi ses digitalt 21 januari och 11 februari, båda 16.00.", "2027-01-21", "16:00"),
    ],
)
def test_day_and_time_stand_side_by_side(text: str, first: str, start: str) -> None:
    fields = said(SEEKS, text)
    assert (fields.get("date_start"), fields.get("time_start")) == (first, start)


def test_before_christmas_is_not_july() -> None:
    assert not said(SEEKS, "Svar önskas före jul.", "Vi ses den 14 januari kl 13 i aulan.").get("reply_by")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Nybro kommun, Stadsbyggnadsförvaltningen, ska bygga om torget och söker två blinda personer.",
         "Stadsbyggnadsförvaltningen"),
        ("Funktionsrätt Nybro ska göra en brukarrevision och söker två personer som bor i gruppbostad.",
         "Funktionsrätt Nybro"),
        ("Räddningstjänsten Nybro övar utrymning och söker två äldre som går med rollator.",
         "Räddningstjänsten Nybro"),
    ],
)  # fmt: skip
def test_a_unit_is_named_by_what_it_does(text: str, unit: str) -> None:
    assert said(text, "Övningen är den 14 januari kl 13 i aulan.").get("unit") == unit


def test_labels_in_a_letter_say_it_most_plainly() -> None:
    fields = said(SEEKS, "- När: v. 3, valfri dag", "- Ersättning: presentkort 300 kr", "- Varför: vi vill hitta felen")
    assert fields["when_text"] == "v. 3, valfri dag"
    assert fields["reimbursement"] == "presentkort 300 kr"
    assert fields["purpose"] == "vi vill hitta felen"


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Fyller 66 i mars (61:a).", "birth_year", 1961),
        ("Jag fyllde 65 i somras (1961).", "birth_year", 1961),
        ("Jag bor på Ekvägen 3, 382 30.", "postal_address", "Ekvägen 3, 382 30"),
        ("Min adress: Norra vägen 3, 386 31 Färjestaden.", "postal_address", "Norra vägen 3, 386 31 Färjestaden"),
        ("Jag kan tänka mig att prata i små grupper eller svara på enkäter.", "activities",
         ["prata i små grupper", "svara på enkäter"]),
        ("Större församlingar undanbedes.", "unwilling", "Större församlingar undanbedes."),
        ("Jag är med på det mesta, men det måste finnas hörslinga.", "support_needs", "det måste finnas hörslinga."),
        ("Jag pratar svenska, finska.", "languages", "svenska, finska"),
    ],
)  # fmt: skip
def test_what_somebody_tells_of_themselves(text: str, key: str, value: object) -> None:
    base = "Jag heter Kim Ek och jag har haft stroke. Jag vill gärna vara med. Ring 070-174 06 22."
    assert said(base, text).get(key) == value


def test_a_child_who_writes_names_its_parent_and_not_itself_as_guardian() -> None:
    fields = said(
        "jag är 16 och har haft anorexi, vill gärna vara med i en grupp",
        "född 2010, bor i Nybro med mamma. hon heter Siv Ek och säger att det är okej",
        "hennes nr 070-174 06 33, mitt nr 070-174 06 44",
    )
    assert fields["first_name"] == "Kim"
    assert (fields["guardian_name"], fields["guardian_phone"]) == ("Siv Ek", "+46701740633")
    assert fields["phone"] == "+46701740644"
    assert "guardian_consent" not in fields


def test_somebody_elses_number_is_theirs_where_two_are_given() -> None:
    fields = said(
        "Jag skriver åt min bror Bo Alm som gärna vill vara med. Han är född 1985 och bor i Nybro.",
        "Han har en utvecklingsstörning. Ring honom på 070-174 06 33 eller mig på 070-174 06 44.",
    )
    assert (fields["first_name"], fields["phone"]) == ("Bo", "+46701740633")


def test_a_town_beside_the_name_in_the_signature_is_home() -> None:
    text = "Hej!\nJag har haft stroke och är född 1961. Jag vill gärna vara med i en grupp.\n\nHälsn\nKim Ek, Nybro"
    form = prose_form(Segment(lines_of(text), "Kim Ek", "kim@epost.example", own=True), "Hej", WHEN)
    assert form is not None
    assert form.fields["municipality"] == "Nybro"


def test_a_shared_mailbox_is_the_unit_and_no_person() -> None:
    fields = said(
        "Vi söker två patienter som har KOL till en fokusgrupp.",
        "Frågor besvaras av kim.ek@region.example, sjuksköterska.",
        sender="Palliativa teamet Nybro",
    )
    assert fields.get("contact_name") == "Kim Ek"


@pytest.mark.parametrize(
    ("text", "unit", "organisation"),
    [
        ("Jag är samordnare i Nybro kommun, vård- och omsorgsförvaltningen.", "vård- och omsorgsförvaltningen",
         "Nybro kommun"),
        ("Funktionsstöd, Göteborgs Stad, ordnar en workshop.", "Funktionsstöd", "Göteborgs Stad"),
        ("Den 4 mars samlar Sjukvårdsförvaltningen i Region Sol alla chefer.", "Sjukvårdsförvaltningen", "Region Sol"),
        ("Barnkliniken, Region Sol.", "Barnkliniken", "Region Sol"),
    ],
)  # fmt: skip
def test_a_unit_beside_its_organisation_is_found(text: str, unit: str, organisation: str) -> None:
    fields = said(text, "Vi söker två patienter som har KOL till en fokusgrupp den 3 mars kl 13.")
    assert (fields.get("unit"), fields.get("organisation")) == (unit, organisation)


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        ("Vi söker två personer med KOL till ett samråd den 3 mars.", "samråd"),
        ("Vi ordnar en kväll för nyinsjuknade den 3 mars och söker en person som har KOL.", "kväll för nyinsjuknade"),
        ("Vi vill se fem personer med KOL använda den den 3 mars.", "använda den den 3 mars"),
        ("Vi vill ha två levande böcker den 3 mars, en som har KOL och en anhörig.", "levande böcker"),
        ("Vi vill att två personer med KOL är med som lärare den 3 mars.", "med som lärare den 3 mars"),
    ],
)
def test_what_they_take_part_in_is_read(text: str, activity: str) -> None:
    assert said("Vi på lungmottagningen vill bli bättre.", text).get("activity") == activity


@pytest.mark.parametrize(
    ("text", "experience"),
    [
        ("Vi söker fyra föräldrar vars barn har diabetes till en fokusgrupp.", "föräldrar vars barn har diabetes"),
        ("Vi söker tre autistiska vuxna till en fokusgrupp.", "autistiska vuxna"),
        ("Vi söker en f.d. strokepatient till en fokusgrupp.", "strokepatient"),
        ("Vi söker fyra äldre med hemtjänst till en fokusgrupp.", "äldre med hemtjänst"),
        ("Vi söker två anhöriga till en fokusgrupp. Helst folk vars mamma bor på äldreboende.",
         "folk vars mamma bor på äldreboende"),
    ],
)  # fmt: skip
def test_what_they_have_lived_through_is_read(text: str, experience: str) -> None:
    assert said("Vi på enheten vill bli bättre.", text).get("experience") == experience


@pytest.mark.parametrize(
    "text",
    [
        "Kan ni säga vilka uppgifter ni har sparat om mig? Jag är född 1961 och vill ha ett utdrag.",
        "Finns det någon hos er som kan komma och läsa tidningen för mig? Jag är 82 år och bor i Nybro.",
        "Jag är född 1960 och sitter i rullstol. Jag undrar var man ansöker om parkeringstillstånd i Nybro.",
        "Har ni hittat några till vår fokusgrupp ännu? Vi skickade in förfrågan i förra veckan.",
        "Tack för ett fint möte igår, det var så roligt att få berätta om min stroke.",
        "Fokusgruppen med era tre deltagare flyttas till den 21 januari. Kan de då?",
    ],
)
def test_what_is_neither_asked_for_people_nor_offers_any_is_neither(text: str) -> None:
    assert said(text, "Ring gärna på 070-174 06 22.") == {}
