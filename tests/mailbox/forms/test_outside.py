"""A wish to leave wins over the registration that stands beside it; what a form asks and answers is no such wish."""

import pytest

from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Kind, Matter, Reading

NAMES = "Förnamn: Kim\nEfternamn: Ek\nTelefon: 070-174 06 31\nKommun: Tunby\nFödelseår: 1953"
WHOLE = f"""{NAMES}
Jag har erfarenhet som: brukare
Vad har du erfarenhet av: hemtjänst
Hur vill du medverka: intervju
Vad vill du inte göra: {{refused}}
Jag har läst informationen om personuppgifter: ja
Jag samtycker till att hälsouppgifter registreras och används för matchning: {{consent}}"""
FORM = WHOLE.format(refused="Bli filmad", consent="ja")


def mail(body: str, subject: str = "Hej") -> Reading:
    head = (
        f"From: Kim Ek <kim@post.example>\nTo: bank@region.example\nSubject: {subject}\n"
        "Date: Tue, 12 Jan 2027 08:00:00 +0100\nContent-Type: text/plain; charset=utf-8"
    )
    return read(f"{head}\n\n{body}".encode())


@pytest.mark.parametrize("form", [NAMES, FORM])
@pytest.mark.parametrize(
    "wish",
    ["Ta bort mig ur registret är ni snälla, jag orkar inte mer.", "Hej! Jag vill inte vara med längre.",
     "Jag vill avsluta min anmälan och bli raderad.", "Nu har jag tänkt efter. Jag vill gå ur.",
     "Hej, jag vill inte stå kvar hos er. Stryk mig."],
)  # fmt: skip
def test_a_wish_to_leave_around_a_registration_wins(wish: str, form: str) -> None:
    for body in (f"{wish}\n\n{form}", f"{form}\n\n{wish}\n", f"{wish}\n\n-----Ursprungligt meddelande-----\n{form}"):
        reading = mail(body)
        assert (reading.kind, reading.matter) == (Kind.UNKNOWN, Matter.FAREWELL), body


def test_a_wish_to_leave_in_the_place_of_a_consent_wins() -> None:
    assert mail(WHOLE.format(refused="-", consent="nej, inte längre. Ta bort mig")).matter is Matter.FAREWELL


@pytest.mark.parametrize(
    ("said", "refused"),
    [("Här kommer min anmälan.", "Jag vill inte vara med i film"),
     ("Hej!", "Jag vill inte vara med på kvällar längre bort"),
     ("Jag hittade inte knappen, så jag skickar den så här.", "Vara med på kvällar vill jag inte längre"),
     ("Jag vill gärna vara med.", "Inget"), ("Jag har slutat jobba och vill vara med.", "Prata om vikt")],
)  # fmt: skip
def test_a_registration_with_something_refused_stays_one(said: str, refused: str) -> None:
    reading = mail(f"{said}\n\n{WHOLE.format(refused=refused, consent='ja')}\n\nHälsningar\nKim")
    assert (reading.kind, reading.matter) == (Kind.REGISTRATION, None)
    assert reading.forms[0].fields["consent_matching"] is True
