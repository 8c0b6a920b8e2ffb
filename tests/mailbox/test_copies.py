"""A form that comes twice in one mail is one; two people, or two requests, that differ in a little are two."""

from email.message import EmailMessage

import pytest

from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Form

REQUEST = {
    "Verksamhet/enhet": "Lungmottagningen Vikby",
    "Organisation/huvudman": "Region Vikland",
    "Kontaktperson": "Tora Ek",
    "E-post": "tora.ek@vikland.example",
    "Telefon": "070-174 06 41",
    "Typ av medverkan": "Fokusgrupp",
    "Beskrivning av uppdraget": "Vi vill höra hur patienter upplever våra kallelser och vad som kan bli bättre.",
    "Syfte och mål": "Bättre kallelser",
    "Perspektiv": "Patient",
    "Önskad erfarenhet": "Astma",
    "Antal personer": "3",
    "Datum och tid": "tisdag 9 februari 2027 kl. 13.00–15.00",
    "Plats eller digitalt": "Vikby sjukhus",
}
RESIDENT = {
    "Förnamn": "Olle",
    "Efternamn": "Frid",
    "Telefon": "070-174 06 42",
    "Kommun": "Vikby",
    "Födelseår": "1951",
    "Jag har erfarenhet som": "Patient",
    "Vad har du erfarenhet av?": "KOL sedan tio år",
    "Hur vill du medverka?": "Fokusgrupp",
    "Jag har tagit del av informationen om personuppgifter": "Ja",
}


def mail(*texts: dict[str, str], body: dict[str, str] | None = None, sender: str = "Tora Ek") -> bytes:
    letter = EmailMessage()
    letter["From"], letter["To"] = f"{sender} <avsandare@vikland.example>", "invanarmedverkan@region.example"
    letter["Date"], letter["Subject"] = "Mon, 11 Jan 2027 09:12:00 +0100", "Formulär"
    written = ["\n".join(f"{label}: {value}" for label, value in rows.items()) for rows in texts]
    letter.set_content("\n".join(f"{k}: {v}" for k, v in body.items()) if body else "Hej! Se bilagorna.")
    for number, text in enumerate(written, 1):
        letter.add_attachment(text, filename=f"formular{number}.txt")
    return letter.as_bytes()


def forms(raw: bytes) -> tuple[Form, ...]:
    return read(raw).forms


@pytest.mark.parametrize(
    "changed",
    [
        {"Önskad erfarenhet": "Diabetes"},
        {"Datum och tid": "onsdag 10 mars 2027 kl. 13.00–15.00"},
        {"Antal personer": "5"},
        {"Verksamhet/enhet": "Barnmottagningen Vikby"},
        {"Beskrivning av uppdraget": "Vi vill att ni läser vår nya broschyr om andning och säger vad som är svårt."},
    ],
)
def test_two_attached_requests_that_differ_in_one_thing_are_two(changed: dict[str, str]) -> None:
    assert len(forms(mail(REQUEST, REQUEST | changed))) == 2


@pytest.mark.parametrize(
    "changed", [{"Förnamn": "Inga"}, {"Födelseår": "1953"}, {"Vad har du erfarenhet av?": "Stroke"}]
)
def test_a_couple_who_send_one_mail_are_two(changed: dict[str, str]) -> None:
    assert len(forms(mail(RESIDENT, RESIDENT | changed))) == 2


def test_the_same_form_in_the_mail_and_attached_is_one_and_asks_nothing() -> None:
    (form,) = forms(mail(REQUEST, body=REQUEST))
    assert not [question for question in form.questions if "Vilket gäller" in question]


def test_one_detail_mended_in_the_mail_or_in_its_attachment_is_asked_about() -> None:
    (form,) = forms(mail(REQUEST | {"Plats eller digitalt": "Folkets hus i Vikby"}, body=REQUEST))
    (asked,) = [question for question in form.questions if "Vilket gäller" in question]
    assert asked.startswith("Plats: ")
    assert "”Vikby sjukhus”" in asked
    assert "”Folkets hus i Vikby”" in asked


@pytest.mark.parametrize(
    ("sender", "stands_in"),
    [("Olle Frid", True), ("Frid, Olle", True), ("O. Frid", True), ("Lena Frid", False), ("Lena Strid", False)],
)
def test_a_relatives_address_is_not_the_residents(sender: str, stands_in: bool) -> None:
    (form,) = forms(mail(body=RESIDENT, sender=f'"{sender}"'))
    assert ("email" in form.fields) is stands_in
