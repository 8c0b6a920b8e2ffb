"""Registrations in prose: the wish about contact, whoever writes for somebody else, and the town."""

from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

import pytest

from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.prose.channel import channel_of
from medverkan.mailbox.prose.letters import prose_form
from medverkan.mailbox.prose.sentences import sentences_of
from medverkan.mailbox.reading import read as read_mail
from medverkan.mailbox.values import Form, Kind

WHEN = datetime(2027, 1, 12, 8, tzinfo=UTC)


def read(text: str, sender: str = "Kim Ek") -> Form | None:
    return prose_form(Segment(lines_of(text), sender, "kim@region.example", own=True), "Hej", WHEN)


def told(text: str) -> dict[str, Any]:
    form = read(text)
    assert form is not None
    assert form.kind is Kind.REGISTRATION
    return dict(form.fields)


@pytest.mark.parametrize(
    ("said", "channel"),
    [("Jag vill INTE att ni skickar sms. Ring mig på kvällstid.", "telefon"),
     ("Skicka inte brev. Sms går bra.", "sms"),
     ("Jag har ingen dator själv, barnbarnet skriver från sin e-post, så ring helst.", "telefon"),
     ("Ring inte, jag hör dåligt. Mejla i stället.", "e-post"),
     ("Inte sms, brev eller telefon, bara mejl fungerar bra.", "e-post"),
     ("Det är bäst att man ringer.", "telefon"), ("Jag har ingen mobil så brev är bäst.", "brev"),
     ("Hellre mejl än telefon.", "e-post"),
     ("Ring på kvällarna, helst efter fem, mejl funkar bra också.", "telefon"),
     ("Min son mejlar åt mig men jag vill helst bli uppringd.", "telefon"),
     ("Jag lånar min dotters mejl så skicka brev.", "brev"),
     ("Jag svarar inte i telefon på dagarna, skicka sms.", "sms"),
     ("Messa först för jag svarar inte när det är okända nummer.", "sms"), ("Tveka inte att ringa.", "telefon"),
     ("Jag skriver detta brev för hand.", ""), ("Helst inte telefon.", "")],
)  # fmt: skip
def test_a_channel_that_is_refused_or_somebody_elses_is_no_wish(said: str, channel: str) -> None:
    assert channel_of(sentences_of(said)) == channel


def test_a_refused_channel_is_no_refusal_to_take_part() -> None:
    fields = told(
        "Jag heter Kim Ek, född 1955, bor i Norrby. Jag har haft stroke. Jag vill gärna vara med. "
        "Jag vill inte få brev. Ring mig på kvällstid."
    )
    assert fields["contact_preference"] == "telefon"
    assert fields["availability"] == "Ring mig på kvällstid."
    assert "unwilling" not in fields


@pytest.mark.parametrize(
    ("text", "first", "born", "guardian", "phone"),
    [("Min son Loke Wall, 15 år, vill vara med i Intressebanken. Han har diabetes sedan fyra år och bor i Norrby. "
      "Jag nås på 070-174 06 11.\n\nSara Wall", "Loke", 2012, "Sara Wall", "+46701740611"),
     ("Jag är mamma till Tova Berg, 14 år. Tova har epilepsi och bor i Tunby. Hon vill gärna vara med och berätta. "
      "Ring mig på 070-174 06 13.\n\nHälsningar\nIda Berg", "Tova", 2013, "Ida Berg", "+46701740613"),
     ("Min dotter Maja Lind har astma och är 16 år. Hon vill gärna vara med. Vi bor i Harda. Mitt nummer är "
      "070-174 06 14.\nMvh\nPer Lind", "Maja", 2011, "Per Lind", "+46701740614"),
     ("Vår son Noel Ask fyller 17 år i mars och har haft leukemi. Han vill gärna bidra. Vi bor i Norrby. Ring mig, "
      "hans pappa: 070-174 06 18\n\nMats Ask", "Noel", 2010, "Mats Ask", "+46701740618")],
)  # fmt: skip
def test_a_parent_who_writes_for_a_child_is_its_guardian(
    text: str, first: str, born: int, guardian: str, phone: str
) -> None:
    fields = told(f"Hej!\n\n{text}")
    assert (fields["first_name"], fields["birth_year"]) == (first, born)
    assert (fields["guardian_name"], fields["guardian_phone"]) == (guardian, phone)
    assert fields["perspectives"] == ["patient"]
    assert "phone" not in fields


@pytest.mark.parametrize(
    ("text", "name", "phone", "town"),
    [("Jag skriver för min mamma Vera Lund, född 1941. Hon bor på Lindgården i Norrby och har hemtjänst. Hon vill "
      "gärna vara med. Ni når henne via mig 070-174 06 12.\n\nKarin Lund", "Vera Lund", "+46701740612", "Norrby"),
     ("Min pappa Olle Lund vill gärna vara med. Olle är född 1940, har haft stroke och bor på äldreboendet Solbacken i "
      "Tunby. Honom når ni bäst genom mig.\n\nKarin Lund\n070-174 06 15", "Olle Lund", "+46701740615", "Tunby"),
     ("Min mormor Elsa Rydh, 84 år, vill gärna vara med. Hon har hjärtsvikt sedan 15 år och bor på Ekbacken i Harda. "
      "Det går bra att nå mormor via mig på 070-174 06 19.\nLina Rydh", "Elsa Rydh", "+46701740619", "Harda"),
     ("Jag är god man för Ulla Strand, född 1950, som bor på gruppbostaden Eken i Norrby. Ulla vill gärna vara med. "
      "Ulla har boendestöd. Jag har själv ingen sjukdom. Ulla nås via mig på 070-174 06 16.\n\nBo Rask",
      "Ulla Strand", "+46701740616", "Norrby")],
)  # fmt: skip
def test_an_adult_is_reached_on_the_number_that_is_said_to_reach_them(
    text: str, name: str, phone: str, town: str
) -> None:
    fields = told(f"Hej!\n\n{text}")
    assert f"{fields['first_name']} {fields['last_name']}" == name
    assert (fields["phone"], fields["municipality"]) == (phone, town)
    assert "guardian_name" not in fields


def test_a_relative_who_wants_to_join_themselves_is_not_mixed_up_with_whom_they_tell_of() -> None:
    fields = told(
        "Jag är född 1970 och bor i Norrby. Jag är mamma till Tova Berg, 14 år, som har epilepsi. Jag vill gärna "
        "vara med. Ring mig på 070-174 06 13.\n\nHälsningar\nIda Berg"
    )
    assert (fields["first_name"], fields["birth_year"], fields["perspectives"]) == ("Ida", 1970, ["närstående"])


@pytest.mark.parametrize(
    ("said", "town"),
    [("Jag bor på Lindgården i Norrby", "Norrby"), ("Jag bor på äldreboendet Solbacken i Norrby", "Norrby"),
     ("Jag bor i gruppbostad på Ekvägen i Tunby", "Tunby"), ("Jag bor på Öland", "Öland"),
     ("Jag bor i Tunby och jobbar på sjukhuset i Harda", "Tunby")],
)  # fmt: skip
def test_the_town_is_where_the_house_is(said: str, town: str) -> None:
    assert told(f"Hej! Jag heter Kim Ek, född 1950. {said}. Jag har KOL. Jag vill vara med.")["municipality"] == town


@pytest.mark.parametrize(
    ("said", "perspectives"),
    [("Jag är god man för två personer med demens, har själv ingen sjukdom.", None),
     ("Jag är god man sedan tio år och har ingen egen diagnos, erfarenhet av LSS.", ["brukare"]),
     ("Jag är inte sjuk själv men min fru har demens.", ["närstående"]),
     ("Jag har god man och boendestöd.", ["brukare"]), ("Jag har en sjukdom i lungorna.", ["patient"])],
)  # fmt: skip
def test_who_says_they_are_not_ill_is_no_patient(said: str, perspectives: list[str] | None) -> None:
    fields = told(f"Hej! Jag heter Bo Rask, född 1960, bor i Norrby. {said} Jag vill gärna vara med.")
    assert fields.get("perspectives") == perspectives


def answered(text: str) -> Kind:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Kim Ek <kim@hem.example>", "medverkan@region.example"
    mail["Subject"], mail["In-Reply-To"] = "SV: Vår folder", "<folder@region.example>"
    quoted = "Hej! Vill du vara med så svara med namn, födelseår och kommun."
    head = (
        "Från: Lena Lead <medverkan@region.example>\nSkickat: den 4 januari 2027 10:20\nTill: Kim Ek\nÄmne: Vår folder"
    )
    mail.set_content(f"{text}\n\n{head}\n\n{quoted}\n")
    return read_mail(mail.as_bytes()).kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Hej! Ja, jag är med. Kim Ek heter jag, född 1961, och bor i Tunby. Jag har haft stroke.", Kind.REGISTRATION),
     ("Tack för foldern! Jag vill gärna vara med. Jag är född 1970, bor i Harda kommun och har MS.", Kind.REGISTRATION),
     ("Ja tack, ring mig på måndag. Jag bor i Tunby.", Kind.REPLY),
     ("Jag vill inte vara med. Jag är född 1940, bor i Tunby och har haft stroke, jag orkar inte.", Kind.UNKNOWN),
     ("Det låter intressant, men hur går det till? Jag är född 1970, bor i Tunby och har MS.", Kind.REPLY)],
)  # fmt: skip
def test_who_answers_with_all_that_a_registration_asks_for_registers(text: str, kind: Kind) -> None:
    assert answered(text) is kind


@pytest.mark.parametrize("short", ["Mejla är bäst. Ring inte, tack.", "Mail funkar. Tack.", "Epost är lättast."])
def test_a_short_line_on_the_way_there_is_no_signature_where_the_writer_goes_on(short: str) -> None:
    found = told(
        f"Hej!\n\nJag heter Arvid Ek, är född 1990 och bor i Nybro. Jag har bipolär sjukdom.\n\n{short}\n\n"
        "Det om personuppgifter har jag läst. Jag samtycker till att ni sparar uppgifter om min hälsa och matchar "
        "mig.\n\nArvid"
    )
    assert found["consent_matching"] is True
    assert found["privacy_notice_read"] is True


def test_facts_one_on_each_line_below_a_name_are_no_signature() -> None:
    text = (
        "Hej!\nJag såg er lapp på biblioteket och kan lika gärna anmäla mig direkt.\nKim Ek\nFödd 1947\nBor i Tunby\n"
        "Har haft hjärtinfarkt två gånger och går nu på återbesök varje halvår.\nKan tänka mig: intervju, enkät\n"
    )
    form = prose_form(Segment(lines_of(text), "Kim Ek", "kim@post.example", own=True), "Hej", None)
    assert form is not None
    assert (form.fields["municipality"], form.fields["birth_year"]) == ("Tunby", 1947)
    assert form.fields["activities"] == ["intervju", "enkät"]
    assert str(form.fields["experience"]).startswith("Har haft hjärtinfarkt")
