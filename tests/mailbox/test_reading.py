"""One mail in, one reading out: the kind, the forms, the decision; never an exception."""

import io
from email.message import EmailMessage

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medverkan.mailbox import reading
from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Action, Candidate, Kind, Stage

DOCX = "vnd.openxmlformats-officedocument.wordprocessingml.document"
REQUEST = """Verksamhet/enhet: Minnesmottagningen
Organisation/huvudman: Region Exempel
Kontaktperson: Kim Exempel
Telefon: 08-465 004 50
Typ av medverkan: Fokusgrupp
Beskrivning av uppdraget: Samtal om första året.
Syfte och mål: Bättre stöd
Perspektiv: Närstående
Önskad erfarenhet: Demens
Antal personer: 4
Datum och tid: Tisdag 3 mars 2026 kl. 13.30–15.30
Plats eller digitalt: Teams
"""
REGISTRATION = """Förnamn: Lo
Efternamn: Exempel
Telefon: 070-174 06 50
Hur vill du bli kontaktad?: Sms
Kommun: Exempelby
Födelseår: 1970
Jag har erfarenhet som: Patient
Vad har du erfarenhet av?: Astma
Hur vill du medverka?: Intervju, Enkät
Jag har tagit del av informationen om personuppgifter: Ja
Jag samtycker uttryckligen till att uppgifter om hälsa registreras och används för matchning: Ja
"""


def mail(
    body: str = "", subject: str = "Förfrågan", sender: str = "Kim Exempel <kim@region.example>", **headers: str
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "medverkan@region.example", subject
    message["Date"] = "Mon, 12 Jan 2026 09:00:00 +0100"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    return message


def document(*pairs: tuple[str, str]) -> bytes:
    file, buffer = docx.Document(), io.BytesIO()
    table = file.add_table(0, 2)
    for label, value in pairs:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    file.save(buffer)
    return buffer.getvalue()


def test_a_request_is_read_with_every_field() -> None:
    found = read(bytes(mail(REQUEST)))
    assert found.kind is Kind.REQUEST
    assert found.confidence > 0.8
    (form,) = found.forms
    assert form.fields == {
        "unit": "Minnesmottagningen",
        "organisation": "Region Exempel",
        "contact_name": "Kim Exempel",
        "contact_email": "kim@region.example",
        "contact_phone": "+46846500450",
        "activity": "Fokusgrupp",
        "description": "Samtal om första året.",
        "purpose": "Bättre stöd",
        "perspectives": ["närstående"],
        "experience": "Demens",
        "people_wanted": 4,
        "when_text": "Tisdag 3 mars 2026 kl. 13.30–15.30",
        "date_start": "2026-03-03",
        "time_start": "13:30",
        "time_end": "15:30",
        "place": "Teams",
        "format": "remote",
    }
    assert (form.missing, form.questions, form.remarks) == ((), (), ())


def test_a_registration_is_read_although_the_web_form_marks_it_as_machine_mail() -> None:
    sender = "Webbformulär <no-reply@region.example>"
    found = read(bytes(mail(REGISTRATION, "Ny anmälan", sender, Auto_Submitted="auto-generated")))
    assert found.kind is Kind.REGISTRATION
    assert found.forms[0].fields["activities"] == ["Intervju", "Enkät"]
    assert found.forms[0].missing == ()
    assert "email" not in found.forms[0].fields


def test_the_senders_address_stands_in_but_never_the_mailbox_itself() -> None:
    own = read(bytes(mail(REQUEST, sender="medverkan@region.example")))
    assert "contact_email" in own.forms[0].missing


def test_an_attached_form_is_read() -> None:
    message = mail("Se bilaga.\nKim")
    pairs = [tuple(line.split(": ", 1)) for line in REQUEST.splitlines()]
    message.add_attachment(document(*pairs), maintype="application", subtype=DOCX, filename="Förfrågan.docx")  # type: ignore[arg-type]
    found = read(bytes(message))
    assert found.kind is Kind.REQUEST
    assert found.forms[0].fields["people_wanted"] == 4


def test_a_form_in_body_and_attachment_is_one_form() -> None:
    message = mail(REQUEST)
    pairs = [tuple(line.split(": ", 1)) for line in REQUEST.splitlines()]
    message.add_attachment(document(*pairs), maintype="application", subtype=DOCX, filename="a.docx")  # type: ignore[arg-type]
    assert len(read(bytes(message)).forms) == 1


def test_a_broken_attachment_puts_the_mail_aside_unless_the_body_carries_the_form() -> None:
    for body, kind in (("Se bilaga.", Kind.UNKNOWN), (REQUEST, Kind.REQUEST)):
        message = mail(body)
        message.add_attachment(b"PK\x03\x04no", maintype="application", subtype=DOCX, filename="a.docx")
        found = read(bytes(message))
        assert found.kind is kind
        assert bool(found.reason) == (kind is Kind.UNKNOWN)


def test_an_html_table_is_read_where_the_plain_text_lost_it() -> None:
    message = mail("Formuläret visas i HTML.")
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (x.split(": ", 1) for x in REQUEST.splitlines()))
    message.add_alternative(f"<p>Hej</p><table>{rows}</table><p>Mvh<br>Kim</p>", subtype="html")
    assert read(bytes(message)).forms[0].fields["place"] == "Teams"


def test_two_forms_in_one_mail_are_two() -> None:
    second = REQUEST.replace("Minnesmottagningen", "Röntgen").replace("Antal personer: 4", "Antal personer: 2")
    forms = read(bytes(mail(f"--- A ---\n{REQUEST}\n--- B ---\n{second}"))).forms
    assert [form.fields["unit"] for form in forms] == ["Minnesmottagningen", "Röntgen"]


@pytest.mark.parametrize("quote", ["", "> "])
def test_a_forwarded_form_is_a_request_of_its_inner_sender(quote: str) -> None:
    header = "Från: Rut Exempel <rut@kommun.example>\nSkickat: den 9 januari 2026\nTill: Kim\nÄmne: Förfrågan\n\n"
    inner = "".join(f"{quote}{line}\n" for line in REQUEST.splitlines())
    found = read(bytes(mail(f"Se nedan.\n\nKim\n08-465 004 51\n\n{header}{inner}", "VB: Förfrågan")))
    assert found.kind is Kind.REQUEST
    assert found.forms[0].fields["contact_email"] == "rut@kommun.example"
    assert found.forms[0].fields["contact_phone"] == "+46846500450"


def test_an_attached_mail_is_read_as_if_it_had_come_by_itself() -> None:
    message = mail("Se bifogat mejl.", "VB: Förfrågan")
    message.add_attachment(mail(REQUEST, sender="Rut Exempel <rut@kommun.example>"))
    assert read(bytes(message)).forms[0].fields["contact_email"] == "rut@kommun.example"


def test_a_reply_that_quotes_a_form_is_a_reply() -> None:
    quoted = "".join(f"> {line}\n" for line in REQUEST.splitlines())
    found = read(
        bytes(mail(f"Tack, det låter bra.\n\nDen 9 jan. 2026 skrev Bot <b@r.example>:\n{quoted}", "SV: Förfrågan"))
    )
    assert found.kind is Kind.REPLY
    assert found.own_words == "Tack, det låter bra."
    assert found.decision is not None


def test_a_form_in_ones_own_words_above_a_quote_is_a_form() -> None:
    below = "\n\nFrån: Bot\nSkickat: den 9 januari 2026\nTill: Lo\nÄmne: Välkommen\n\nFyll i raderna."
    assert read(bytes(mail(REGISTRATION + below, "SV: Välkommen"))).kind is Kind.REGISTRATION


def test_with_candidates_whatever_a_person_wrote_is_a_reply() -> None:
    people = (Candidate(1, "Anna Exempel"), Candidate(2, "Bo Exempel"))
    found = read(bytes(mail("Ja till 1.", "Hej")), candidates=people, stage=Stage.PROPOSAL)
    assert found.kind is Kind.REPLY
    assert found.decision is not None
    assert (found.decision.action, found.decision.picks) == (Action.APPROVE, (1,))


def test_machine_mail_wins_over_everything() -> None:
    people = (Candidate(1, "Anna Exempel"),)
    found = read(bytes(mail(f"Ja till 1.\n{REQUEST}", Auto_Submitted="auto-replied")), candidates=people)
    assert (found.kind, found.forms, found.decision) == (Kind.AUTOMATIC, (), None)


def test_whoever_wants_to_leave_is_for_a_person() -> None:
    found = read(bytes(mail("Ta bort mig ur registret.\n\nLo", "SV: Hej", "Lo <lo@post.example>")))
    assert found.kind is Kind.UNKNOWN
    assert "vill inte längre" in found.reason


def test_an_invitation_with_time_and_place_is_no_form() -> None:
    body = "Välkommen!\n\nDatum: 7 oktober\nTid: 9-10\nPlats: Zoom\nKontakt: kurs@kurs.example\n"
    assert read(bytes(mail(body, "Webbinarium"))).kind is Kind.UNKNOWN


@pytest.mark.parametrize("raw", [b"", b"\n", b"\xff\xfe\x00", b"Content-Type: multipart/mixed; boundary=x\n\n--x\n"])
def test_an_empty_or_broken_mail_is_unknown_with_a_reason(raw: bytes) -> None:
    found = read(raw)
    assert found.kind is Kind.UNKNOWN
    assert found.reason.endswith(".")


def test_a_mail_over_the_limit_is_not_parsed() -> None:
    raw = bytes(mail("Hej")) + b"x" * reading.MAX_MAIL_BYTES
    found = read(raw)
    assert (found.kind, found.reason) == (Kind.UNKNOWN, reading.TOO_LARGE)
    assert found.letter.subject == "Förfrågan"


@settings(max_examples=60)
@given(st.binary(max_size=2000))
def test_any_bytes_can_be_read(raw: bytes) -> None:
    assert read(raw).kind in Kind


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from([*REQUEST.splitlines(), *REGISTRATION.splitlines(), "", "---", "☒ Ja", "> x", "Mvh", "Från: x"])
    )
)
def test_any_mixture_of_form_lines_can_be_read(lines: list[str]) -> None:
    assert read(bytes(mail("\n".join(lines) + "\n"))).reason != reading.BROKEN


def test_a_condition_in_the_letter_that_brings_a_registration_is_asked_about() -> None:
    pairs = [(label, value) for label, _, value in (line.partition(": ") for line in REGISTRATION.splitlines())]
    message = mail("Hej! Här kommer min anmälan. Spara dock ingenting om min diagnos.", "Intresseanmälan")
    message.add_attachment(document(*pairs), maintype="application", subtype=DOCX, filename="anmälan.docx")
    (form,) = read(message.as_bytes()).forms
    assert "consent_matching" not in form.fields
    assert "consent_matching" in form.missing
    assert any("Spara dock ingenting om min diagnos" in question for question in form.questions)
