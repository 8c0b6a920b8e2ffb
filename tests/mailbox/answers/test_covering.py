"""A covering mail that corrects the form it brings: taken where it is plain, asked about where it is not."""

from datetime import UTC, datetime
from typing import Any

import pytest

from medverkan.bot.demo import mails
from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Form

SENT = datetime(2027, 2, 3, 9, tzinfo=UTC)
ROWS = (
    ("Verksamhet/enhet", "Hälsocentralen Blomsterängen"),
    ("Organisation/huvudman", "Region Kalmar län"),
    ("Kontaktperson", "Lena Öberg"),
    ("E-post", "lena.oberg@region.example"),
    ("Telefon", "08-465 004 21"),
    ("Uppdragets namn", "Nya väntrummet"),
    ("Typ av medverkan", "Fokusgrupp"),
    ("Beskrivning av uppdraget", "Deltagarna berättar hur det är att vänta hos oss."),
    ("Syfte och mål", "Att väntan ska kännas kortare."),
    ("Perspektiv", "Patient"),
    ("Önskad erfarenhet", "Besök hos oss det senaste året"),
    ("Antal personer", "2"),
    ("Datum och tid", "onsdag 17 mars 2027 kl. 13.00–15.00"),
    ("Plats eller digitalt", "Rådhuset, Mörbylånga"),
)


def form_with(cover: str) -> Form:
    message = mails.mail(("Lena Öberg", "lena.oberg@region.example"), "Förfrågan", SENT, 1)
    mails.in_word(message, ROWS, "förfrågan.docx")
    body = message.get_body()
    assert body is not None
    body.set_content(f"Hej!\n\n{cover}\n\nVänliga hälsningar\nLena Öberg")
    found = read(message.as_bytes())
    assert len(found.forms) == 1
    return found.forms[0]


AS_WRITTEN = form_with("Här kommer vår förfrågan.")

TAKEN: tuple[tuple[str, dict[str, Any]], ...] = (
    ("Bifogar vår förfrågan. Det ska vara Folkets hus i stället, inte Rådhuset som det står i blanketten.",
     {"place": "Folkets hus"}),
    ("OBS datumet i blanketten är fel, det ska vara 18 mars.",
     {"date_start": "2027-03-18", "time_start": "13:00", "time_end": "15:00"}),
    ("Här är blanketten. Antalet är fel i den, vi söker fler. Det ska vara 4.", {"people_wanted": 4}),
    ("Lokalen är ändrad till Folkets hus sedan vi fyllde i formuläret.", {"place": "Folkets hus"}),
    ("Telefonnumret i bilagan stämmer inte, rätt är 08-465 004 22.", {"contact_phone": "+46846500422"}),
    ("Vi ses på Folkets hus i stället för Rådhuset.", {"place": "Folkets hus"}),
    ("Jag skrev fel datum i blanketten. Rätt datum är 18 mars.", {"date_start": "2027-03-18"}),
    ("Perspektivet i blanketten blev fel, det ska vara närstående.", {"perspectives": ["närstående"]}),
    ("Mötet är flyttat till den 25 mars, samma tid.", {"date_start": "2027-03-25", "time_start": "13:00"}),
    ("Det blir fyra personer, inte två.", {"people_wanted": 4}),
    ("Här kommer förfrågan. Antalet ska vara fem.", {"people_wanted": 5}),
    ("Tre personer, inte två.", {"people_wanted": 3}),
    ("Vi söker tre deltagare, inte två.", {"people_wanted": 3}),
    ("Tiden blir 14-16 i stället.", {"time_start": "14:00", "time_end": "16:00", "date_start": "2027-03-17"}),
    ("Tiden blir 9.30-11.", {"time_start": "09:30", "time_end": "11:00", "date_start": "2027-03-17"}),
    ("Kontaktperson är numera Siv Alm.", {"contact_name": "Siv Alm"}),
    ("Vi söker även närstående, det glömde jag kryssa.", {"perspectives": ["patient", "närstående"]}),
    ("Vi vill ha även anhöriga.", {"perspectives": ["patient", "närstående"]}),
    ("Svara senast 20 februari i stället.", {"reply_by": "2027-02-20"}),
)  # fmt: skip

ASKED = (
    ("Mötet är inställt.", "Datum och tid"),
    ("Vi ställer in den 17 mars.", "Datum och tid"),
    ("Det gäller sjukhuset och inte väntrummet.", "Uppdragets namn"),
    ("Det ska vara vänlighet och inte väntan.", "Syfte och mål"),
    ("Tiden i blanketten stämmer inte, jag återkommer med en ny.", "Datum och tid"),
    ("Obs att platsen i formuläret är fel!", "Plats"),
    ("Kontaktpersonen i blanketten har bytt tjänst.", "Kontaktperson"),
    ("I blanketten står det 2 personer, det ska vara 3.", "Antal personer"),
    ("Obs! Mötet börjar kl 14, inte kl 13 som det står i blanketten.", "Datum och tid"),
    ("Vi hade först tänkt oss Rådhuset men det blir Folkets hus i stället.", "Plats"),
    ("Lena Öberg är inte längre kontaktperson utan det är Ann Ek.", "Kontaktperson"),
)

NOTHING = (
    "Hoppas att mötet inte behöver ställas in.",
    "Vi är fyra personer på enheten, inte fler.",
    "Ring gärna, inte mejla.",
    "Hoppas att jag inte har fyllt i blanketten fel.",
    "Säg till om något är fel i blanketten.",
    "Vi har ändrat våra öppettider så ring helst före lunch i stället.",
    "Vi har flyttat till nya lokaler men annars är allt sig likt.",
    "Om datumet inte passar kan vi flytta mötet till en annan dag.",
    "Fel adress kanske, men jag skickar hit. Annars får ni skicka vidare i stället.",
    "Vi vill gärna ha någon som inte är van vid möten, inte en politiker.",
    "Jag har fyllt i formuläret i stället för Maria, som är sjuk.",
)


@pytest.mark.parametrize(("cover", "fields"), TAKEN)
def test_what_a_covering_mail_plainly_corrects_is_taken_with_its_words(cover: str, fields: dict[str, Any]) -> None:
    found = form_with(cover)
    assert {key: found.fields.get(key) for key in fields} == fields
    changed = {key for key in found.fields if found.fields[key] != AS_WRITTEN.fields.get(key)}
    assert changed <= {*fields, "when_text", "date_start", "date_end", "time_start", "time_end", "format"}
    key = next(iter(fields))
    assert found.evidence[key].text in " ".join(cover.split()) or "ska vara" in cover
    assert found.evidence[key].where == "brevet"


@pytest.mark.parametrize(("cover", "label"), ASKED)
def test_what_a_covering_mail_only_calls_wrong_is_asked_about(cover: str, label: str) -> None:
    found = form_with(cover)
    assert found.fields == AS_WRITTEN.fields
    assert [one for one in found.questions if one.startswith(f"{label}: ")]


@pytest.mark.parametrize("cover", NOTHING)
def test_a_covering_mail_about_something_else_changes_and_asks_nothing(cover: str) -> None:
    found = form_with(cover)
    assert (found.fields, found.questions) == (AS_WRITTEN.fields, AS_WRITTEN.questions)
