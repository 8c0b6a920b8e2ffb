"""The people of the year, made up from a seed: residents with experience, units with requests. Nobody is real.

What is drawn here is the truth that the bot must find out by reading: the invariants of the year are asked against it.
Names are single words that occur nowhere else, so that each of them is a canary wherever it must not be.
"""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from medverkan.bot.demo.year import calendar
from medverkan.bot.demo.year.topics import TOPICS, Topic

YEAR = 2026
INTERNAL = "region.example"
TOWNS = ("Kalmar", "Nybro", "Oskarshamn", "Västervik", "Emmaboda", "Torsås", "Mönsterås", "Borgholm", "Vimmerby")
FIRST = (
    "Agneta", "Birger", "Cecilia", "Dragan", "Elvira", "Fatima", "Gunnar", "Hedvig", "Ingvar", "Jamila", "Kerstin",
    "Leif", "Margareta", "Nils-Erik", "Oskar", "Pia", "Roland", "Siv", "Torsten", "Ulrika", "Viveka", "Wilma", "Yngve",
    "Åke", "Örjan", "Amina", "Bengt", "Camilla", "Diana", "Einar",
)  # fmt: skip
LAST = (
    "Almkvast", "Brodalen", "Cederlov", "Dunmark", "Ekvattna", "Flodhav", "Granlycke", "Hasselbo", "Ivarhult",
    "Järnfalk", "Klintstrand", "Lindfors-Vik", "Mossbäck", "Nyhagen", "Orremo", "Pilgårde", "Quistbro", "Rosenlid",
    "Silverås", "Tallbo", "Ugglehult", "Vikdahl", "Wetterby", "Ypperström", "Zetterlid", "Ålhammar", "Älvkull",
    "Öståker", "Askelöv", "Björkstam", "Cronsjö", "Dalryd", "Enehov", "Fagerkulla", "Grenfors", "Hjortsund",
    "Ishult", "Jutebo", "Kråkvik", "Ljungsäter", "Malmköpa", "Norrvass", "Olofsbo", "Parkstig", "Rågvall", "Storlöt",
    "Tranemyr", "Utterklo", "Väderö", "Ålkistan", "Ängstuva", "Örnbo", "Barkhus", "Dimfors", "Eldslätt", "Frostås",
    "Gåsmyr", "Humleby", "Isflod", "Kopparvik", "Lavsand", "Myrstedt", "Nejlikö", "Oxtorpa", "Plommonö", "Rimdal",
    "Snäckvik", "Tistelö", "Vallmora", "Zackebo",
)  # fmt: skip
WORDS_OF_CONTACT = {"telefon": "Telefon", "sms": "Sms", "e-post": "E-post", "brev": "Brev"}
# Numbers that belong to nobody: 070-174 06 05 to 99.
FIRST_NUMBER, LAST_NUMBER = 605, 699


@dataclass
class Resident:
    """One resident as they are, whatever the register says; `trait` is what makes this one hard ("" for most)."""

    first: str
    last: str
    phone: str
    email: str
    town: str
    born: int
    topic: Topic
    story: str
    perspective: str
    contact: str
    activities: str
    registers_at: datetime
    consents: bool = True
    by_sms: bool = True
    by_mail: bool = True
    trait: str = ""
    patience: float = 0.6  # how likely they are to answer when the lead phones
    willing: float = 0.8
    left_at: datetime | None = None

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"


@dataclass
class Assignment:
    """One request as the unit means it; `lacks` are labels left out of the form, `style` how it is written."""

    number: int
    unit: str
    organisation: str
    contact: str
    email: str
    topic: Topic
    activity: str
    people: int
    day: date
    hours: tuple[str, str]
    place: str
    arrives_at: datetime
    style: str = "body"
    lacks: tuple[str, ...] = ()
    trait: str = ""
    other_address: str = ""  # where the form says to write, if not to the sender
    vouched: bool = True
    answers_after: timedelta | None = timedelta(hours=5)  # None: never
    feeds_back_after: timedelta | None = timedelta(days=2)
    tags: list[str] = field(default_factory=list)


def residents(count: int, chance: random.Random) -> list[Resident]:
    """Draw the residents; the first few have the traits that every year must have."""
    traits = ["no-consent", "leaves", "turns-18", "minor", "incomplete", "landline", "no-mail", "shared-phone", "twice"]
    lasts = chance.sample(LAST, k=min(count, len(LAST)))
    numbers = chance.sample(range(FIRST_NUMBER, LAST_NUMBER + 1), k=count)
    people = [_resident(place, count, lasts[place], numbers[place], chance) for place in range(count)]
    for place, trait in enumerate(traits[:count]):
        _give(people, 2 + place if count > len(traits) + 2 else place, trait)
    return people


def _resident(place: int, count: int, last: str, number: int, chance: random.Random) -> Resident:
    topic = TOPICS[place % len(TOPICS)]
    first = FIRST[(place * 7 + place // len(FIRST)) % len(FIRST)]
    perspective = chance.choice(topic.perspectives)
    # Half of them in the first weeks, when the bank opens; the rest all through the year.
    days = chance.uniform(0, 18) if place < count * 0.55 else chance.uniform(18, 330)
    at = calendar.local(date(YEAR, 1, 7), 0) + timedelta(
        days=int(days), hours=chance.randint(0, 23), minutes=chance.randint(0, 59)
    )
    return Resident(
        first, last, f"070-174 {number // 100:02d} {number % 100:02d}",
        f"{last.lower().translate(str.maketrans('åäöé', 'aaoe'))}@post.example",
        TOWNS[chance.randrange(len(TOWNS)) if chance.random() < 0.6 else 0], chance.randint(1936, 2004), topic,
        chance.choice(topic.stories[perspective]), perspective, chance.choice(tuple(WORDS_OF_CONTACT)),
        ", ".join(chance.sample(("Fokusgrupp", "Intervju", "Brukarråd", "Arbetsgrupp", "Berätta om mina erfarenheter",
                                 "Granska information"), k=3)),
        at, by_sms=chance.random() < 0.75, by_mail=chance.random() < 0.85, patience=chance.uniform(0.4, 0.9),
        willing=chance.uniform(0.6, 0.95),
    )  # fmt: skip


def _give(people: list[Resident], place: int, trait: str) -> None:
    who = people[place]
    who.trait = trait
    match trait:
        case "no-consent":
            who.consents = False
        case "turns-18":
            # "Under 18" is reckoned by the year of birth: this one is of age on New Year's Day.
            who.born, who.consents = YEAR - 17, True
            who.registers_at = calendar.local(date(YEAR, 1, 15), 17, 20)
        case "minor":
            who.born = YEAR - 15
        case "no-mail":
            who.email, who.contact = "", "brev"
        case "landline":
            who.phone = "08-465 004 37"
        case "shared-phone":
            who.phone = people[place - 1].phone if people[place - 1].phone.startswith("070") else people[0].phone
        case "leaves":
            who.registers_at = calendar.local(date(YEAR, 1, 9), 10, 12)
            who.by_mail = True


UNITS = (
    ("Hälsocentralen Stensö", "Region Exempel", INTERNAL), ("BUP Kalmar", "Region Exempel", INTERNAL),
    ("Hemtjänsten Norr", "Nybro kommun", "nybro.example"), ("Medicinkliniken", "Region Exempel", INTERNAL),
    ("Socialförvaltningen", "Oskarshamns kommun", "oskarshamn.example"),
    ("Utvecklingsenheten för nära vård", "Region Exempel", INTERNAL),
    ("Rehabiliteringskliniken", "Region Exempel", INTERNAL), ("Äldreomsorgen", "Torsås kommun", "torsas.example"),
    ("Beroendemottagningen", "Region Exempel", INTERNAL), ("Omsorgsnämnden", "Emmaboda kommun", "emmaboda.example"),
    ("Kunskapsstyrningen", "Region Exempel", INTERNAL), ("Kvinnokliniken", "Region Exempel", INTERNAL),
)  # fmt: skip
CONTACTS = (
    "Anneli Vass", "Börje Tiveden", "Carin Lomma", "Dan Hökby", "Eivor Skaft", "Fredrik Onsala", "Gerd Malung",
    "Hassan Rörö", "Ines Björnö", "Jonas Ramsele", "Kajsa Funäs", "Lotta Hjo",
)  # fmt: skip
STYLES = ("body", "html", "word", "prose", "forward")


def assignments(count: int, chance: random.Random) -> list[Assignment]:
    """Draw the requests over the year; the first few have the traits that every year must have."""
    traits = [
        "cancelled", "silent", "bounces", "undo", "other-address", "not-vouched", "repeated", "short-notice",
        "lost-letter", "late-answer", "asked", "moved-details", "never-feeds-back", "unread",
    ]  # fmt: skip
    drawn = [_assignment(place, count, chance) for place in range(count)]
    spread = chance.sample(range(count), k=min(count, len(traits)))
    for place, trait in zip(spread, traits, strict=False):
        _burden(drawn[place], trait)
    return drawn


def _assignment(place: int, count: int, chance: random.Random) -> Assignment:
    topic = chance.choice(TOPICS)
    unit, organisation, domain = UNITS[place % len(UNITS)]
    contact = CONTACTS[place % len(CONTACTS)]
    address = contact.lower().translate(str.maketrans("åäöé", "aaoe")).replace(" ", ".")
    # Evenly over February to December, some of them over Easter, midsummer and Christmas.
    days = 26 + (place + chance.random()) * 318 / count
    at = calendar.local(date(YEAR, 1, 7), 0) + timedelta(
        days=int(days), hours=chance.randint(0, 15), minutes=chance.randint(0, 59)
    )
    start = chance.choice((9, 10, 13, 14, 17))
    lacks = tuple(chance.sample(("Syfte och mål", "Antal personer", "Perspektiv", "Plats eller digitalt"), k=1))
    answers = timedelta(hours=chance.choice((2, 5, 20, 26, 70)))
    return Assignment(
        place, unit, organisation, contact, f"{address}@{domain}", topic,
        chance.choice(("Fokusgrupp", "Intervju", "Brukarråd", "Berätta om sina erfarenheter", "Arbetsgrupp")),
        chance.choice((1, 1, 2, 2, 3)), _weekday((at + timedelta(days=chance.randint(20, 55))).date()),
        (f"{start}.00", f"{start + chance.choice((1, 2, 3))}.00"),
        chance.choice((*TOWNS[:4], "Digitalt via Teams")), at, chance.choice(STYLES),
        lacks if chance.random() < 0.3 else (), answers_after=answers,
        feeds_back_after=timedelta(days=chance.choice((1, 2, 4, 9, 12))) if chance.random() < 0.8 else None,
    )  # fmt: skip


def _weekday(day: date) -> date:
    while not calendar.is_worked(day):
        day += timedelta(days=1)
    return day


def _burden(one: Assignment, trait: str) -> None:
    one.trait = trait
    match trait:
        case "silent":
            one.lacks, one.answers_after = ("Syfte och mål",), None
        case "late-answer":
            one.lacks, one.answers_after = ("Syfte och mål",), timedelta(days=9)
        case "other-address":
            one.other_address = f"samordning@{INTERNAL}"
        case "not-vouched":
            one.vouched = False
        case "short-notice":
            one.day = _weekday(one.arrives_at.date() + timedelta(days=6))
        case "never-feeds-back":
            one.feeds_back_after = None
        case "unread":
            one.style = "broken"
        case "repeated" | "bounces" | "undo" | "cancelled" | "lost-letter" | "asked":
            one.lacks = ()
