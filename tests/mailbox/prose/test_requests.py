"""Letters without a form: what is said plainly is read, the rest is missing."""

from datetime import UTC, datetime

import pytest

from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.prose.letters import prose_form
from medverkan.mailbox.values import Form, Kind

WHEN = datetime(2026, 1, 12, 8, tzinfo=UTC)


def read(text: str, sender: str = "Kim Exempel", subject: str = "Hej") -> Form | None:
    return prose_form(Segment(lines_of(text), sender, "kim@region.example", own=True), subject, WHEN)


def test_a_request_in_prose() -> None:
    form = read(
        "Hejsan!\n\nVi på njurmottagningen i Exempelby kommun söker två patienter som kan vara med i en fokusgrupp om "
        "dialys i hemmet. Syftet är att fler ska våga prova. Vi träffas onsdagen den 4 mars 2026 kl. 13-15. "
        "Lokalen är Folkets hus. Det finns hiss.\n\nVänliga hälsningar\nKim Exempel\n08-465 004 42\n"
    )
    assert form is not None
    assert form.kind is Kind.REQUEST
    assert form.fields["unit"] == "njurmottagningen"
    assert form.fields["organisation"] == "Exempelby kommun"
    assert form.fields["people_wanted"] == 2
    assert form.fields["perspectives"] == ["patient"]
    assert form.fields["purpose"] == "Syftet är att fler ska våga prova."
    assert (form.fields["date_start"], form.fields["time_start"]) == ("2026-03-04", "13:00")
    assert form.fields["place"] == "Folkets hus"
    assert form.fields["contact_phone"] == "+46846500442"


def test_a_registration_in_prose() -> None:
    form = read(
        "Hej!\n\nJag heter Lo Exempel, är född 1970 och bor i Exempelby. Jag har levt med psoriasis i trettio år. "
        "Jag vill gärna vara med i en fokusgrupp. Jag vill inte bli filmad. Ring helst på 070-174 06 42.\n\nLo",
        sender="Lo Exempel",
    )
    assert form is not None
    assert form.kind is Kind.REGISTRATION
    assert (form.fields["first_name"], form.fields["last_name"]) == ("Lo", "Exempel")
    assert form.fields["birth_year"] == 1970
    assert form.fields["municipality"] == "Exempelby"
    assert form.fields["contact_preference"] == "telefon"
    assert form.fields["unwilling"] == "Jag vill inte bli filmad."
    assert "consent_matching" not in form.fields


def test_a_consent_in_prose_counts_where_it_says_to_what() -> None:
    text = "Jag heter Lo Exempel, bor i Exempelby och har levt med astma. Jag vill gärna vara med. Jag samtycker {}."
    to_matching = read(text.format("till att mina hälsouppgifter används för matchning"))
    assert to_matching is not None
    assert to_matching.fields["consent_matching"] is True
    refused = read(text.format("inte till att mina hälsouppgifter används för matchning"))
    assert refused is not None
    assert refused.fields["consent_matching"] is False


@pytest.mark.parametrize(
    "text",
    ["Tack för senast!", "Hej! Hur gör man för att anmäla sig? Finns det någon blankett att fylla i hos er?",
     "Vi behöver tyvärr ställa in fokusgruppen den 3 mars. Kan ni meddela de två personerna? Vi hör av oss om ny tid.",
     "Tack för mötet i går. Jag vill gärna vara med fler gånger. Min erfarenhet är att det är viktigt att bli hörd.",
     "Välkommen till vårt webbinarium om kvalitet den 7 oktober. Anmäl dig på vår sida så skickar vi en länk."],
)  # fmt: skip
def test_other_letters_are_neither(text: str) -> None:
    assert read(text) is None
