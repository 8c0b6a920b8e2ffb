"""The extract as pages that anybody can read: what is held, from whom, why, how long, who has had it, and the rights.

Written to the person, in short sentences without abbreviations. The same blocks make the PDF and the page of HTML.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from html import escape
from typing import Any

from medverkan.bot import words
from medverkan.bot.commands.record import INVITATION_WORDS, MEETING_WORDS, paper_line
from medverkan.bot.documents.pdf import Block, Facts, Heading, Text, pdf
from medverkan.bot.letters import MONTHS, spoken, swedish_phone
from medverkan.bot.understood import shown, understood
from medverkan.mailbox.forms.naming.registry import label_of, labels_for
from medverkan.mailbox.values import Kind
from medverkan.storage.lifecycle import InvitationState

TITLE = "Dina uppgifter i Intressebanken"
SIZE = 12
_STYLE = (
    "body{font:17px/1.5 Georgia,serif;max-width:42em;margin:3em auto;padding:0 1em;color:#111}h1{font-size:1.7em}"
    "h2{font-size:1.2em;margin-top:2em;border-bottom:1px solid #999}p{margin:.4em 0}dt{font-weight:bold}"
    "dd{margin:0 0 .5em 0;white-space:pre-line}@media print{body{margin:0}}"
)
_CONSENT = {
    "matching": "Att vi använder det du berättat om din hälsa, när vi letar efter någon som passar",
    "sms": "Att vi skickar sms till dig",
    "email": "Att vi skickar mejl till dig",
    "guardian": "Din vårdnadshavares ja till att du är med",
    "guardian_document": "Din vårdnadshavares underskrift",
    "release": "Att en verksamhet får dina kontaktuppgifter",
}
_WHY = (
    "Intressebanken finns för att vården och omsorgen ska bli bättre med hjälp av dem som har egen erfarenhet. Det är "
    "en uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen).\n"
    "Det som rör din hälsa använder vi bara om du har sagt ja till det (artikel 9.2 a). Du kan ta tillbaka ditt ja när "
    "du vill.\n"
    "Uppgifterna används för att fråga om du vill medverka när någon söker en person med din erfarenhet. En människa "
    "bestämmer alltid vem som får frågan."
)
_RIGHTS = (
    "- Du kan få uppgifter rättade om något är fel.\n"
    "- Du kan få alla uppgifter raderade.\n"
    "- Du kan be oss att låta uppgifterna ligga utan att använda dem.\n"
    "- Du kan säga nej till att vi använder dem.\n"
    "- Du kan få uppgifterna som en fil som andra datorer kan läsa.\n"
    "- Du kan ta tillbaka det du har sagt ja till."
)
_LETTERS = "Brev och sms till dig"
_WEIGHED = (("Talade för", "reasons"), ("Talade emot", "concerns"))
_COMPLAIN = "Är du inte nöjd kan du klaga hos Integritetsskyddsmyndigheten, imy.se, telefon 08-657 61 00."


def as_pdf(found: Mapping[str, Any]) -> bytes:
    """Return what was gathered as PDF."""
    return pdf(TITLE, list(_blocks(found)), size=SIZE)


def as_page(found: Mapping[str, Any]) -> str:
    """Return what was gathered as one page of HTML that needs nothing beside it."""
    body = "\n".join(_html(block) for block in _blocks(found))
    return (
        f'<!doctype html>\n<html lang="sv"><head><meta charset="utf-8"><title>{TITLE}</title>'
        f"<style>{_STYLE}</style></head><body>\n<h1>{TITLE}</h1>\n{body}\n</body></html>\n"
    )


def _html(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h2>{escape(block.text)}</h2>"
    if isinstance(block, Facts):
        return f"<dl>{''.join(f'<dt>{escape(key)}</dt><dd>{escape(value)}</dd>' for key, value in block.rows)}</dl>"
    return "\n".join(f"<p>{escape(line)}</p>" for line in block.text.splitlines()) if isinstance(block, Text) else ""


def _blocks(found: Mapping[str, Any]) -> Iterator[Block]:
    yield Text(
        f"{found['name']}, nummer {found['id']}. Det här är allt som finns om dig i Intressebanken, så som det såg ut "
        f"den {_day(found['made'])}."
    )
    yield Text(_ask(found))
    yield Heading("Det du har berättat")
    rows = understood(Kind.REGISTRATION, found["fields"])
    yield Facts(rows) if rows else Text("Inget.")
    if found["missing"]:
        yield Text(f"Det här vet vi inte: {spoken([label_of(Kind.REGISTRATION, key) for key in found['missing']])}.")
    yield Heading("Varifrån uppgifterna kommer")
    yield Text(_from(found))
    yield Heading("Din plats i registret")
    yield Text(_place(found))
    yield Heading("Det du har sagt ja till")
    consents = [_consent(one, found) for one in found["consents"]]
    yield Facts(consents) if consents else Text("Inget är antecknat.")
    yield from _why(found)
    yield Heading("Vilka som har fått dina kontaktuppgifter")
    yield _received(found)
    yield from _happened(found)
    yield Heading("Vem som har gjort eller läst något om dig")
    yield Facts(list(_events(found)))
    yield Heading("Dina rättigheter")
    yield Text(f"{_RIGHTS}\nInget av detta påverkar din vård eller ditt stöd. {_COMPLAIN}")


def _ask(found: Mapping[str, Any]) -> str:
    leads = [f"{one['name']}, {swedish_phone(one['phone'])}" if one["phone"] else one["name"]
             for one in found["kept_by"]["leads"]]  # fmt: skip
    mailbox = found["kept_by"]["mailbox"]
    who = "; ".join(filter(None, [*leads, mailbox])) or "den som sköter Intressebanken"
    return f"Stämmer något inte, eller undrar du över något? Hör av dig till oss: {who}."


def _told(key: str, fields: Mapping[str, Any]) -> str:
    value = fields.get(key)
    return "tomt" if value in (None, "", []) else shown(key, value)


def _from(found: Mapping[str, Any]) -> str:
    own = [_day(one["at"]) for one in found["mails"] if one["kind"] == "registration"]
    lines = [
        f"Anmälan kom i ett mejl den {spoken(own)}."
        if own
        else "Anmälan är inskriven av den som sköter Intressebanken."
    ]
    for event in found["events"]:
        if "before" in event and "after" in event:
            changed = [
                f"{label} från ”{_told(key, event['before'])}” till ”{_told(key, event['after'])}”"
                for key, label in labels_for(Kind.REGISTRATION).items()
                if event["before"].get(key) != event.get("after", {}).get(key)
            ]
            lines.append(f"Ändrat den {_day(event['at'])}: {'; '.join(changed)}.")
    return "\n".join(lines)


def _place(found: Mapping[str, Any]) -> str:
    rests = f" till och med {_day(found['resting_until'])}" if found["resting_until"] else ""
    can = "Du kan få frågor om uppdrag." if found["matchable"] else "Du får inga frågor om uppdrag så som det är nu."
    twice = "".join(f" Du stod tidigare också som nummer {number}." for number in found["merged"])
    return f"Du anmäldes den {_day(found['registered'])}. Din status är: {found['status']}{rests}. {can}{twice}"


def _consent(one: Mapping[str, Any], found: Mapping[str, Any]) -> tuple[str, str]:
    label = _CONSENT.get(one["kind"], one["kind"])
    if one["kind"] == "release":
        unit = next((case["unit"] for case in found["cases"] if case["case"] == one["case"]), "")
        label = f"Att {unit or 'en verksamhet'} får dina kontaktuppgifter"
    noted = words.WHO.get(one["by"], one["by"])
    taken_back = f" Tillbakataget den {_day(one['withdrawn'])}." if one["withdrawn"] else ""
    return label, f"Ja, den {_day(one['when'])} ({one['how']}), antecknat av {noted}.{taken_back}"


def _why(found: Mapping[str, Any]) -> Iterator[Block]:
    yield Heading("Varför vi har uppgifterna")
    yield Text(_WHY)
    yield Heading("Hur länge de finns kvar")
    months = found["kept_by"]["review_months"]
    how_often = {12: "Varje år", 24: "Vartannat år"}.get(months, f"Var {months}:e månad")
    review = f" {how_often} frågar vi dig om de stämmer och om du vill vara kvar." if months else ""
    yield Text(
        f"Uppgifterna finns kvar så länge du vill vara med.{review} När du inte vill vara med längre raderar vi dem. "
        "Säkerhetskopior och e-postserverns egna kopior försvinner av sig själva en tid efteråt. Så länge sparas "
        "det som hör till:"
    )
    yield Facts([(one["what"], f"{one['how_long']}. Varför: {_small(one['why'])}.") for one in found["kept"]])


def _received(found: Mapping[str, Any]) -> Block:
    rows = [
        (one.get("unit") or one["address"] or "en verksamhet",
         f"{_day(one['at'])}{_to(one)}" if one["sent"] else "är på väg, men har inte lämnats än")
        for one in found["received"]
    ]  # fmt: skip
    shared = [event for event in found["events"] if event["what"] == "member-shared"]
    rows += [("Utvecklingsledaren på Kommunförbundet", _day(event["at"])) for event in shared]
    return Facts(rows) if rows else Text("Ingen utanför Intressebanken har fått dina kontaktuppgifter härifrån.")


def _to(one: Mapping[str, Any]) -> str:
    return f", till {one['address']}" if one["address"] else ""


def _happened(found: Mapping[str, Any]) -> Iterator[Block]:
    """Yield what has happened, each kind beneath its heading; nothing of what there is nothing of."""
    mails = [one for one in found["mails"] if one["said"] or one["attachments"]]
    parts: tuple[tuple[str, list[tuple[str, str]]], ...] = (
        ("Uppdrag där du har varit på förslag", [_case(one) for one in found["cases"]]),
        ("Samtal med dig", [_call(one) for one in found["calls"]]),
        ("Möten", [_meeting(one) for one in found["meetings"]]),
        ("Papper som är underskrivna", [(_day(one["day"]), paper_line(one)) for one in found["papers"]]),
        (_LETTERS, [_letter(one) for one in found["letters"]]),
        ("Sms från dig", [(_day(one["at"]), one["text"]) for one in found["sms"]]),
        ("Mejl från dig", [_mail(one) for one in mails if one["from_the_person"]]),
        ("Mejl från andra som nämner dig", [_mail(one) for one in mails if not one["from_the_person"]]),
        ("Våra brev till andra som nämner dig", list(_counted(found["letters_about"]))),
        ("Det vi har gjort eller ska göra", [_task(one) for one in found["tasks"] if one["kind"] in words.TASK]),
    )
    for title, rows in parts:
        if rows:
            yield Heading(title)
            yield Facts(rows)
        if rows and title == _LETTERS:
            yield Text("Vill du läsa breven igen? Hela texten finns i den fil som du kan få. Be oss om den.")


def _case(one: Mapping[str, Any]) -> tuple[str, str]:
    day = f", {_day(one['day'])}" if one["day"] else ""
    lines = [f"{one['title']}{day}".strip(", ") or one["case"],
             f"Så gick det: {INVITATION_WORDS[InvitationState(one['state'])]} ({_day(one['at'])})."]  # fmt: skip
    if one["listed"]:
        last = one["listed"][-1]
        lines += [f"{said}: {' '.join(last[key])}" for said, key in _WEIGHED if last[key]]
    return one["unit"] or one["case"], "\n".join(lines)


def _call(one: Mapping[str, Any]) -> tuple[str, str]:
    went = words.PERSON.get(one["outcome"], one["outcome"])
    note = f" Antecknat: ”{one['note']}”" if one["note"] else ""
    return _day(one["at"]), f"{went[:1].upper()}{went[1:]}.{note}"


def _meeting(one: Mapping[str, Any]) -> tuple[str, str]:
    told = [MEETING_WORDS.get(one["kind"], one["kind"]), MEETING_WORDS[one["state"]], one["place"]]
    return _moment(one["at"]), ", ".join(filter(None, told))


def _letter(one: Mapping[str, Any]) -> tuple[str, str]:
    files = f" Bilaga: {', '.join(one['attachments'])}." if one.get("attachments") else ""
    waits = "" if one["sent"] else " Inte skickat än."
    return _day(one["at"]), f"{(one['subject'] or one.get('text', '')).rstrip('.')}.{files}{waits}"


def _mail(one: Mapping[str, Any]) -> tuple[str, str]:
    said = "Din anmälan. Det du skrev står i början." if one["kind"] == "registration" else one["said"]
    files = f"\nBilaga: {', '.join(one['attachments'])}. Be oss om en kopia." if one["attachments"] else ""
    return _day(one["at"]), f"{said}{files}".strip()


def _counted(letters: list[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield each kind of letter once, with how many there were and when."""
    days: dict[tuple[str, str], list[str]] = {}
    for one in letters:
        days.setdefault((one["what"].removesuffix(" (chatt)"), one["to"]), []).append(_day(one["at"]))
    for (what, to), all_days in days.items():
        when = all_days[0] if len(all_days) == 1 else f"{len(all_days)} stycken, {all_days[0]} till {all_days[-1]}"
        yield what[:1].upper() + what[1:], f"{to[:1].upper()}{to[1:]}: {when}".lstrip(": ")


def _task(one: Mapping[str, Any]) -> tuple[str, str]:
    what = words.TASK.get(one["kind"], "annat")
    when = f"Gjort {_day(one['done'])}" if one["done"] else f"Senast {_day(one['due'])}"
    return when, f"{what[:1].upper()}{what[1:]}. {one['note']}".strip()


def _events(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what was done on each day, each thing once."""
    days: dict[str, Counter[str]] = {}
    for event in found["events"]:
        what, who = words.EVENT.get(event["what"], event["what"]), words.WHO.get(event["who"], event["who"])
        days.setdefault(_day(event["at"]), Counter())[what if who in what else f"{what} ({who})"] += 1
    for day, done in days.items():
        yield day, "\n".join(f"{what}, {times} gånger" if times > 1 else what for what, times in done.items())


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _day(written: str) -> str:
    """Return "2 december 2026" of a date or a moment."""
    on = datetime.fromisoformat(written)
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def _moment(written: str) -> str:
    return f"{_day(written)} klockan {datetime.fromisoformat(written):%H.%M}"
