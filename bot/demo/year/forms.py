"""What the year's people write first: the residents' web forms, the units' requests in every style they come in."""

from datetime import date, datetime
from email.message import EmailMessage

from medverkan.bot.demo import mails
from medverkan.bot.demo.mails import Rows
from medverkan.bot.demo.year.cast import WORDS_OF_CONTACT, YEAR, Assignment, Resident
from medverkan.bot.letters import MONTHS, WEEKDAYS, swedish_day

YES = "Ja"


def registration(who: Resident) -> Rows:
    """Return what a resident filled in."""
    young = YEAR - who.born < 18
    rows = (
        ("Förnamn", who.first),
        ("Efternamn", who.last),
        ("Telefon", who.phone),
        ("E-post", who.email),
        ("Hur vill du bli kontaktad?", WORDS_OF_CONTACT[who.contact]),
        ("Kommun", "" if who.trait == "incomplete" else who.town),
        ("Födelseår", str(who.born)),
        ("Jag har erfarenhet som", who.perspective),
        ("Vad har du erfarenhet av?", who.story),
        ("Hur vill du medverka?", who.activities),
        ("När kan du?", "Dagtid, gärna förmiddagar" if who.born < 1960 else "Flexibel, helst eftermiddag och kväll"),
        ("Vårdnadshavare", f"Rut {who.last}, 08-465 004 41" if young else ""),
        ("Jag har tagit del av informationen om personuppgifter", YES),
        (
            "Jag samtycker uttryckligen till att uppgifter om hälsa och stöd registreras och används för sökning "
            "och matchning",
            YES if who.consents else "Nej",
        ),
        ("Vårdnadshavarens samtycke", YES if who.trait == "turns-18" else ""),
        ("Samtycke sms", YES if who.by_sms else "Nej"),
        ("Samtycke e-post", YES if who.by_mail and who.email else "Nej"),
    )
    return tuple((label, value) for label, value in rows if value)


def form(one: Assignment, leave_out: tuple[str, ...] = ()) -> Rows:
    """Return the request as the unit means it, without the labels left out."""
    rows = (
        ("Verksamhet/enhet", one.unit),
        ("Organisation/huvudman", one.organisation),
        ("Kontaktperson", one.contact),
        ("E-post", one.other_address or one.email),
        ("Telefon", "08-465 004 31"),
        ("Uppdragets namn", f"Dialog {one.number + 1}"),
        ("Typ av medverkan", one.activity),
        ("Beskrivning av uppdraget", one.topic.about),
        ("Syfte och mål", one.topic.purpose),
        ("Perspektiv", ", ".join(one.topic.perspectives)),
        ("Önskad erfarenhet", one.topic.sought),
        ("Antal personer", str(one.people)),
        ("Datum och tid", when(one)),
        ("Plats eller digitalt", one.place),
        ("Ersättning", "Arvode enligt modellen och resa"),
        ("Återkoppling", "Skriftligt inom fyra veckor"),
        ("Minderårig söks", "Nej"),
    )
    return tuple((label, value) for label, value in rows if label not in leave_out)


def when(one: Assignment) -> str:
    """Return day and time as the unit writes them."""
    return f"{swedish_day(one.day).capitalize()} kl. {one.hours[0]}–{one.hours[1]}"


def request(one: Assignment, message: EmailMessage, chance_word: str) -> bytes:
    """Return the request as a mail, in the unit's own style."""
    rows = form(one, one.lacks)
    match one.style:
        case "html":
            return mails.in_html(message, rows)
        case "word":
            return mails.in_word(message, rows, "Förfrågan om medverkan.docx")
        case "prose":
            message.set_content(_prose(one, chance_word))
            return message.as_bytes()
        case "forward":
            return _forwarded(message, rows, one)
        case "broken":
            message.set_content("Se bilagan.")
            message.add_attachment(b"inte en Wordfil", maintype="application", subtype=mails.WORD[1], filename="f.docx")
            return message.as_bytes()
    return mails.in_body(message, rows)


def _prose(one: Assignment, hello: str) -> str:
    people = "en person" if one.people == 1 else f"{('', '', 'två', 'tre')[one.people]} personer"
    day = f"{WEEKDAYS[one.day.weekday()]}en den {one.day.day} {MONTHS[one.day.month - 1]}"
    where = "digitalt via Teams" if one.place.startswith("Digital") else f"i {one.place}"
    sought = f"Önskad erfarenhet: {one.topic.sought}."
    purpose = "" if "Syfte och mål" in one.lacks else f"Syftet: {one.topic.purpose}\n"
    return (
        f"{hello}\n\nFörfrågan om medverkan från {one.unit}, {one.organisation}. Vi söker {people} till "
        f"{one.activity.lower()} {day} kl. {one.hours[0]}–{one.hours[1]} {where}. {one.topic.about}\n{purpose}{sought} "
        f"Perspektiv: {' och '.join(one.topic.perspectives).lower()}.\n\nKontaktperson är {one.contact}, "
        f"{one.other_address or one.email}.\n\nVänliga hälsningar\n{one.contact}\n{one.unit}\n"
    )


def _forwarded(message: EmailMessage, rows: Rows, one: Assignment) -> bytes:
    lines = "".join(f"{label}: {value}\n" for label, value in rows)
    message.replace_header("Subject", "VB: Förfrågan om medverkan")
    message.set_content(
        f"Hej, jag skickar vidare vår förfrågan.\n\n{one.contact}\n\n-----Ursprungligt meddelande-----\n"
        f"Från: {one.contact} <{one.email}>\nSkickat: den {one.arrives_at:%d %B %Y}\nTill: Chefen\n"
        f"Ämne: Förfrågan om medverkan\n\n{lines}"
    )
    return message.as_bytes()


def moved(day: date) -> str:
    """Return how somebody says a day in a letter."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def date_of(moment: datetime) -> str:
    """Return a day and a clock time as a log of a year shows them."""
    return f"{moment:%d/%m %H.%M}"
