"""Ways of saying what few letters say: from home, what they read, who writes, a parent's wish, a year behind a name."""

from datetime import UTC, datetime
from typing import Any

import pytest

from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.prose.letters import prose_form
from medverkan.mailbox.values import Kind
from tests.mailbox.corpus.comparing import is_right

WHEN = datetime(2027, 1, 12, 8, tzinfo=UTC)
SEEKS = "Hej! Vi på njurmottagningen i Region Norrvik söker två patienter som har haft dialys."
OFFERS = "Hej! Jag heter Kim Ek, född 1960, och bor i Tunby. Jag har haft stroke. Jag vill gärna vara med."


def fields(text: str, kind: Kind = Kind.REQUEST, sender: str = "Kim Ek") -> dict[str, Any]:
    form = prose_form(Segment(lines_of(text), sender, "kim@region.example", own=True), "Hej", WHEN)
    assert form is not None, text
    assert form.kind is kind
    return dict(form.fields)


@pytest.mark.parametrize(
    ("said", "place"),
    [("Allt görs hemifrån via en länk som vi skickar.", "hemifrån via en länk"),
     ("Testet gör man hemma vid sin egen dator.", "hemma vid sin egen dator"),
     ("Man är med hemifrån, på mobilen eller datorn.", "hemifrån, på mobilen eller datorn"),
     ("Intervjun sker hemifrån per telefon.", None)],
)  # fmt: skip
def test_from_home_and_how_is_the_place_and_remote(said: str, place: str | None) -> None:
    got = fields(f"{SEEKS} {said} Det är den 2 mars kl 14.")
    if place:
        assert is_right("place", got.get("place"), [place])
    assert got.get("format") in {"remote", None}


@pytest.mark.parametrize(
    "said",
    ["Vi tar fram ett digitalt stöd för egenvård.", "Det nya digitala systemet är svårt.",
     "Vårt nya digitalt utformade brev ska bli bättre.", "Vi har ett helt nytt digitalt formulär."],
)  # fmt: skip
def test_a_digital_thing_is_not_where_people_meet(said: str) -> None:
    assert fields(f"{SEEKS} {said} Vi ses den 2 mars kl 14 i biblioteket i Berga.")["place"] == "biblioteket i Berga"


@pytest.mark.parametrize(
    "said",
    ["Ni läser texten hemma och sedan träffas vi den 2 mars kl 14.",
     "Deltagarna läser hemma först, och den 2 mars kl 14 ses vi och pratar om det."],
)  # fmt: skip
def test_what_is_read_at_home_does_not_say_where_people_meet(said: str) -> None:
    assert "place" not in fields(f"{SEEKS} {said}")


@pytest.mark.parametrize(
    ("said", "activity"),
    [("Ni läser vårt brev och stryker under.", "läser vårt brev och stryker under"),
     ("Ni provar två stolar och säger vilken som är bäst.", "provar två stolar"),
     ("Man tittar på ritningarna och tycker till.", "tittar på ritningarna och tycker till"),
     ("Efteråt fyller man i en enkät. Ni smakar på tre rätter.", "smakar på tre rätter")],
)  # fmt: skip
def test_what_you_are_to_do_is_the_activity(said: str, activity: str) -> None:
    got = fields(f"{SEEKS} {said} Det är den 2 mars kl 14 i matsalen.").get("activity", "")
    assert activity in got or got in activity
    assert "enkät" not in got


@pytest.mark.parametrize(
    ("said", "lived"),
    [("Vi söker fem personer som har gått i parsamtal. De provar vår nya chatt.", "parsamtal"),
     ("Vi behöver tre personer som har varit i en samtalsgrupp. Man läser vår folder.", "samtalsgrupp")],
)  # fmt: skip
def test_what_people_have_lived_through_is_not_what_they_take_part_in(said: str, lived: str) -> None:
    got = fields(f"Hej! Vi på familjerådgivningen i Tunby kommun hör av oss. {said} Den 2 mars kl 14.")
    assert lived in got["experience"]
    assert lived not in got.get("activity", "")


@pytest.mark.parametrize(
    ("said", "unit"),
    [("Socialförvaltningen i Tunby kommun vill ha hjälp. Vi som skriver är Ungdomsmottagningen.",
      "Ungdomsmottagningen"),
     ("Tunby kommun behöver er. Vi som hör av oss är hemtjänsten i Norra Tunby.", "hemtjänsten i Norra Tunby"),
     ("Region Norrvik planerar nytt. Den som frågar är Hudmottagningen.", "Hudmottagningen")],
)  # fmt: skip
def test_who_says_that_they_write_is_the_unit(said: str, unit: str) -> None:
    assert fields(f"Hej! {said} Vi söker två patienter som har haft eksem till en fokusgrupp.")["unit"] == unit


@pytest.mark.parametrize(
    "said",
    ["Kontakta sektionschef Bo Ek, 08-465 004 31, bo.ek@norrvik.example, senast den 19 februari.",
     "Ring mig på 08-465 004 31 senast den 19 februari.", "Mejla kim@norrvik.example senast 19/2 om ni har någon.",
     "Hör av er till kim.ek@norrvik.example före den 19 februari."],
)  # fmt: skip
def test_the_last_day_to_answer_stands_behind_a_number_and_an_address(said: str) -> None:
    assert fields(f"{SEEKS} Vi ses den 12 mars kl 14 i biblioteket i Berga. {said}")["reply_by"][:7] == "2027-02"


@pytest.mark.parametrize(
    ("said", "start"),
    [("Den 12 mars har vi en heldag. Det räcker med ett pass. Ungefär 40 minuter från klockan tio.", "10:00"),
     ("Den 12 mars träffas vi. Vi är i aulan. Det blir 30 minuter från kl 8.30.", "08:30")],
)  # fmt: skip
def test_how_long_from_when_gives_the_time(said: str, start: str) -> None:
    assert fields(f"{SEEKS} {said}")["time_start"] == start


@pytest.mark.parametrize(
    "said",
    ["Efter varje möte får gruppen skriftligt svar inom tre veckor.", "Alla får ett muntligt besked om vad det blev."],
)
def test_an_answer_to_those_who_took_part_is_feedback(said: str) -> None:
    assert fields(f"{SEEKS} Vi ses den 12 mars kl 14. {said}")["feedback"] == said


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ("min pappa Ove Lid har ingen mejl, så han har bett mig att anmäla honom till er.", "pappa"),
        ("min mormor Ove Lid bad mig anmäla henne.", "mormor"),
        ("Jag skriver för min mamma Ove Lid. Hon berättar gärna om sitt liv.", "mamma"),
    ],
)
def test_a_relative_who_asked_for_it_is_registered_and_not_the_writer(said: str, relation: str) -> None:
    who = "Han" if relation == "pappa" else "Hon"
    text = f"Hej! {said} {who} är född 1948 och bor i Tunby. {who} har haft en stroke och har hemtjänst och färdtjänst."
    got = fields(f"{text} Ring på 08-465 004 31.", Kind.REGISTRATION)
    assert (got["first_name"], got["last_name"], got["birth_year"]) == ("Ove", "Lid", 1948)
    assert got["perspectives"] == ["brukare", "patient"]
    assert "travel" not in got


@pytest.mark.parametrize("signed", ["Kim Ek (-61:a)", "Kim (-61:a)", "Kim Ek, -61:a"])
def test_a_year_in_the_signature_is_the_year_of_birth(signed: str) -> None:
    text = f"Hej!\n\nJag bor i Tunby och har haft en stroke. Jag vill gärna vara med i en grupp. Ring mig.\n\n{signed}"
    assert fields(text, Kind.REGISTRATION).get("birth_year") == 1961


def test_a_name_behind_heter_in_small_letters_is_the_senders() -> None:
    text = "hej! vill va med :)\n\nheter kim, född 2004 och bor i tunby. har haft anorexi och gick på bup i tre år."
    got = fields(f"{text} sms funkar bäst 070-174 06 31", Kind.REGISTRATION)
    assert (got["first_name"], got["last_name"]) == ("Kim", "Ek")


@pytest.mark.parametrize(
    "said",
    ["Jag har studerat bladet om personuppgifter.", "Jag har satt mig in i hur ni hanterar mina uppgifter.",
     "Jag har tittat igenom texten om personuppgifter."],
)  # fmt: skip
def test_the_notice_is_read_however_it_is_said(said: str) -> None:
    assert fields(f"{OFFERS} {said}", Kind.REGISTRATION)["privacy_notice_read"] is True


@pytest.mark.parametrize(
    "said",
    [
        "Det enda jag inte ställer upp på är tv.",
        "Inte prata om min vikt.",
        "Det enda jag inte vill är att stå på scen.",
    ],
)
def test_the_one_thing_refused_is_refused(said: str) -> None:
    assert fields(f"{OFFERS} {said}", Kind.REGISTRATION)["unwilling"] == said


@pytest.mark.parametrize(
    ("said", "needs"),
    [("Jag kan byta mig till en ledig förmiddag om jag får veta det i förväg.", False),
     ("Jag jobbar skift men kan vissa kvällar om jag får reda på det i god tid.", False),
     ("Jag vill gärna ha frågorna i förväg.", True), ("Jag behöver få texten i god tid, gärna kvällen innan.", True)],
)  # fmt: skip
def test_to_know_a_day_in_time_is_no_need_of_support(said: str, *, needs: bool) -> None:
    assert ("support_needs" in fields(f"{OFFERS} {said}", Kind.REGISTRATION)) is needs


@pytest.mark.parametrize(
    ("said", "activities"),
    [("Jag berättar gärna för läkare och sjuksköterskor.", 1), ("Jag kan prata inför elever och personal.", 1),
     ("Jag är gärna med i en fokusgrupp och svarar på enkäter.", 2)],
)  # fmt: skip
def test_whom_somebody_tells_is_no_activity_of_its_own(said: str, activities: int) -> None:
    text = f"Hej! Jag heter Kim Ek, född 1960, och bor i Tunby. Jag har haft stroke. Jag anmäler mig. {said}"
    assert len(fields(text, Kind.REGISTRATION)["activities"]) == activities


@pytest.mark.parametrize(
    ("said", "roles"),
    [("Vi söker två personer som har vårdat sin make eller maka hemma.", ["närstående"]),
     ("Vi söker två personer som har vårdat en mamma eller pappa med demens.", ["närstående"]),
     ("Vi söker någon som själv har LSS-insatser eller en förälder.", ["brukare", "närstående"]),
     ("Vi söker två personer som har haft stroke eller är anhörig till någon med det.", ["närstående", "patient"])],
)  # fmt: skip
def test_a_relative_of_either_kind_is_one_role(said: str, roles: list[str]) -> None:
    got = fields(
        f"Hej! Vi på hemvården i Tunby kommun hör av oss. {said} Vi ses den 2 mars kl 14 i biblioteket i Berga.",
    )
    assert got["perspectives"] == roles


def test_how_long_somebody_was_ill_is_no_number_of_meetings() -> None:
    said = (
        "Vi gör om det första samtal som den får som varit sjukskriven i mer än nittio dagar. Vi ses den 2 mars kl 14."
    )
    assert "occasions" not in fields(f"{SEEKS} {said}")


def test_who_offers_themselves_and_asks_what_to_do_next_registers() -> None:
    text = (
        "Hej jag heter Kim Ek och bor i Tunby. Har gått på psykiatrin sen 2015 för bipolär sjukdom. "
        "Skulle vilja hjälpa "
    )
    got = fields(
        f"{text}till, typ vara med i en fokusgrupp. Bäst är sms 070-174 06 31. Hur gör jag nu?",
        Kind.REGISTRATION,
    )
    assert got["first_name"] == "Kim"


@pytest.mark.parametrize(
    ("said", "people"),
    [("Tre har vi redan genom en förening och vi söker därför två till.", 2),
     ("Gruppen har fem deltagare i dag. Vi behöver ytterligare tre.", 3), ("Vi skulle behöva två stycken till.", 2)],
)  # fmt: skip
def test_those_who_are_sought_beside_others_are_counted_alone(said: str, people: int) -> None:
    start = "Hej! Vi på psykiatrin i Region Norrvik gör en brukarrevision med personer som har egen erfarenhet av vård."
    assert fields(f"{start} {said} Vi ses den 2 mars kl 14 i biblioteket i Berga.")["people_wanted"] == people


@pytest.mark.parametrize(
    "said", ["Varje revisor får arvode per timme.", "Alla får arvode.", "De kommer att få arvode för tiden."]
)
def test_a_unit_that_promises_pay_asks_nobody_about_it(said: str) -> None:
    assert said in fields(f"{SEEKS} {said} Vi ses den 2 mars kl 14 i våra egna lokaler.")["reimbursement"]


@pytest.mark.parametrize(
    ("said", "place", "how"),
    [("Det blir en timmes samtal på telefon eller hemma hos personen.", "på telefon eller hemma hos personen",
      "hybrid"),
     ("Vi ses den 2 mars kl 14. Digitalt funkar oxå.", None, None)],
)  # fmt: skip
def test_a_second_way_is_not_the_only_one(said: str, place: str | None, how: str | None) -> None:
    got = fields(f"{SEEKS} {said}")
    assert (got.get("place"), got.get("format")) == (place, how)


@pytest.mark.parametrize(
    ("said", "activity"),
    [("Kan ni hitta två patienter som kan vara med i 45 minuter och svara på frågor?", "svara på frågor"),
     ("Har ni någon som åker färdtjänst och kan tänka sig en timmes samtal med mig?", "en timmes samtal med mig")],
)  # fmt: skip
def test_how_long_is_not_what_they_do(said: str, activity: str) -> None:
    text = (
        f"Hej! Vi på trafikenheten i Tunby kommun ser över färdtjänsten. {said} Syftet är att hitta det som krånglar."
    )
    assert fields(text)["activity"] == activity


def test_a_whole_in_hours_is_no_length_of_a_meeting() -> None:
    assert "minutes_per_occasion" not in fields(f"{SEEKS} Allt som allt rör det sig om 25 timmar under våren.")


def test_those_who_are_as_welcome_are_sought_as_well() -> None:
    said = (
        "Kan ni ordna så att vi får träffa fyra personer över 75 som tar minst fem mediciner varje dag? Det går "
        "lika bra med "
        "någon som delar dosett åt en förälder."
    )
    got = fields(f"Hej! Apoteksgruppen på Höglandssjukhuset ska göra en ny lista. {said} Vi ses den 2 mars kl 14.")
    assert got["experience"] == "tar minst fem mediciner varje dag"
    assert got["perspectives"] == ["närstående", "patient"]


@pytest.mark.parametrize(
    ("said", "key", "value"),
    [("Nås på kim@post.example, telefon har jag men hör dåligt i den.", "contact_preference", "e-post"),
     ("Min vän sa att man kan vara med och tycka till. Intervjuer och enkäter går fint.", "activities",
      ["Intervjuer", "enkäter"]),
     ("Behöver jag göra något mer?", "support_needs", None),
     ("Jag har läst informationen och säger ja till att ni sparar mina hälsouppgifter.", "privacy_notice_read", True)],
)  # fmt: skip
def test_what_residents_say_in_passing(said: str, key: str, value: object) -> None:
    text = f"Hej! Jag heter Kim Ek, född 1960, och bor i Tunby. Jag har haft stroke. Jag anmäler mig. {said}"
    assert fields(text, Kind.REGISTRATION).get(key) == value


def test_who_seeks_those_who_have_applied_for_help_applies_for_nothing() -> None:
    text = (
        "Hej, jag är biståndshandläggare i Tunby och vi ska utbilda nya kollegor den 17/3. Finns det någon hos er "
        "som har "
        "ansökt om hemtjänst och fått avslag, och som orkar berätta om det för oss? Max en timme, kl 10."
    )
    got = fields(text)
    assert (got["people_wanted"], got["perspectives"], got["date_start"]) == (1, ["brukare"], "2027-03-17")


def test_a_hurried_introduction_says_who_it_is() -> None:
    text = (
        "Hej\nAmir Nazar 1995 Kalmar\nDiabetes typ 1 sen jag var 9\nKan: workshops, testa appar\nInte: tv\n"
        "Tel 070-174 06 54 smsa bara\nJag godkänner att ni sparar o använder hälsouppgifterna för matchning."
    )
    got = fields(text, Kind.REGISTRATION, "Amir")
    assert (got["first_name"], got["last_name"], got["birth_year"], got["municipality"]) == (
        "Amir", "Nazar", 1995, "Kalmar",
    )  # fmt: skip
    assert (got["activities"], got.get("availability")) == (["workshops", "testa appar"], None)


def test_a_consent_is_heard_in_words_of_ones_own() -> None:
    said = "1951 är jag född. Ni har min tillåtelse att skriva in att jag haft cancer och leta fram mig när det behövs."
    text = f"Hej! Jag heter Kim Ek och bor i Tunby. Jag har haft cancer. Jag vill gärna vara med i ett råd. {said}"
    got = fields(text, Kind.REGISTRATION)
    assert (got["birth_year"], got["consent_matching"]) == (1951, True)


@pytest.mark.parametrize(
    "said",
    ["Ni har inte min tillåtelse att skriva in att jag haft cancer.",
     "Ni har min tillåtelse att skriva in att jag haft cancer, men bara om ni ringer mig först."],
)  # fmt: skip
def test_a_permission_that_is_refused_or_limited_is_no_consent(said: str) -> None:
    text = (
        f"Hej! Jag heter Kim Ek, född 1951, och bor i Tunby. Jag har haft cancer. Jag vill vara med i ett råd. {said}"
    )
    assert fields(text, Kind.REGISTRATION).get("consent_matching") is not True


def test_a_gathering_place_is_where_they_meet() -> None:
    got = fields(
        f"{SEEKS}\n\nDatum: 26 januari\nTid: 16.30\nSamling: informationsdisken i stora entrén\nVi går en provrunda.",
    )
    assert got["place"] == "informationsdisken i stora entrén"


@pytest.mark.parametrize(
    ("said", "start"),
    [("Kvällen är tisdagen den 9 mars, och vi börjar klockan halv sju.", "18:30"),
     ("Föräldrakvällen är den 9 mars kl 6 i matsalen.", "18:00"), ("Vi ses den 9 mars kl 18.30 på kvällen.", "18:30"),
     ("Vi ses på morgonen den 9 mars kl 8.", "08:00")],
)  # fmt: skip
def test_an_hour_of_an_evening_is_in_the_evening(said: str, start: str) -> None:
    assert fields(f"{SEEKS} {said}")["time_start"] == start


def test_what_somebody_is_to_tell_of_is_what_they_have_lived_through() -> None:
    text = (
        "Hej! Vi på familjecentralen i Tunby letar efter någon som kan berätta om att få en depression och hitta rätt."
    )
    got = fields(f"{text} Kvällen är den 9 mars kl 18 på biblioteket i Berga.")
    assert got["experience"] == "få en depression och hitta rätt"
