"""The lived year told in Swedish: month by month, what was late and why, the figures, and every promise that broke."""

from collections import Counter
from collections.abc import Iterator, Sequence

from medverkan.bot import words
from medverkan.bot.demo.year import reading
from medverkan.bot.demo.year.calendar import ZONE
from medverkan.bot.demo.year.figures import Figures, figures_of
from medverkan.bot.demo.year.lived import Year
from medverkan.bot.letters import MONTHS

COLUMNS = (
    ("registration", "anmälda"), ("request-received", "frågor"), ("people-proposed", "förslag"),
    ("delivered", "lämnade"), ("held", "hållna"), ("feedback", "återk."), ("mail", "brev"), ("sms", "sms"),
)  # fmt: skip
MONTHLY = {
    "2026-02": "utvecklingsledaren är sjuk i två veckor",
    "2026-03": "brevlådan och mejlservern är borta några timmar; sommartid",
    "2026-04": "påsk",
    "2026-05": "tjänsten står stilla över Kristi himmelsfärd, och tar igen det på måndagen",
    "2026-06": "en invånare skriver ”ta bort mig”; midsommar",
    "2026-07": "semester",
    "2026-09": "sms-leverantören svarar inte på tre dygn",
    "2026-10": "vintertid",
    "2026-12": "jul",
    "2027-01": "en invånare har fyllt 18",
}
LATE_SHOWN = 12


def told(year: Year, broken: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the story."""
    figures = figures_of(year)
    yield (
        f"Ett år i Intressebanken: {len(year.residents)} invånare, {len(year.assignments)} förfrågningar, frö "
        f"{year.seed}. Alla personer är påhittade."
    )
    yield ""
    yield from _months(figures)
    yield ""
    yield from _late(figures)
    yield ""
    yield from _numbers(year, figures)
    yield ""
    yield from _promises(broken)
    yield f"Året tog {year.seconds:.0f} sekunder."


def _months(figures: Figures) -> Iterator[str]:
    yield "Månad för månad"
    yield f"  {'':15}" + "".join(f"{head:>9}" for _, head in COLUMNS)
    for key, month in figures.months.items():
        name = f"{MONTHS[int(key[5:]) - 1]} {key[:4]}"
        row = f"  {name:15}" + "".join(f"{month.counts[what] or '':>9}" for what, _ in COLUMNS)
        yield f"{row}   {MONTHLY.get(key, '')}".rstrip()


def _late(figures: Figures) -> Iterator[str]:
    late = [case for case in figures.cases if case.why]
    yield f"Det här blev sent, och varför ({len(late)})" if late else "Inget blev sent."
    for case in late[:LATE_SHOWN]:
        to_proposal = "inget förslag än" if case.proposed is None else f"förslag efter {case.proposed}"
        to_delivery = "" if case.delivered is None else f", lämnat efter {case.delivered}"
        yield f"  {case.number}  {to_proposal}{to_delivery} arbetsdagar: {case.why}"
    if len(late) > LATE_SHOWN:
        reasons = Counter(case.why for case in late[LATE_SHOWN:])
        yield f"  och {len(late) - LATE_SHOWN} till: " + "; ".join(f"{why} ({n})" for why, n in reasons.most_common())


def _numbers(year: Year, figures: Figures) -> Iterator[str]:
    yield "I siffror"
    states = Counter(words.CASE[case.state] for case in figures.cases)
    yield "  Ärenden: " + ", ".join(f"{name} {count}" for name, count in states.most_common())
    wanted, took_part = sum(case.asked_for for case in figures.cases), sum(case.took_part for case in figures.cases)
    yield f"  Personer: {wanted} söktes, {took_part} har medverkat"
    for of, label in (("proposed", "förslag"), ("delivered", "alla uppgifter lämnade")):
        days = figures.median_days(of)
        yield f"  Från förfrågan till {label}: {days:g} arbetsdagar (median)" if days is not None else f"  {label}: –"
    yield (
        f"  Brev: {figures.letters['lead']} till utvecklingsledarna, {figures.letters['unit']} till verksamheterna, "
        f"{figures.letters['participant']} till deltagarna; {figures.reminders} av dem påminner"
    )
    yield f"  Sms: {figures.sms_sent} skickade, {figures.sms_stopped} stoppade eller inställda"
    chats = sum(sent.channel == "chat" for sent in year.town.sent)
    yield f"  Chatt: {chats} meddelanden till utvecklingsledaren, som svarade {year.room.used} gånger där"
    put = Counter(one.what for one in year.town.put)
    twice = len(year.town.put) - len({one.raw for one in year.town.put})
    yield (
        f"  Mejl till brevlådan: {len(year.town.put)}, varav {put['automatic']} autosvar, {put['forged']} förfalskade, "
        f"{put['bounce']} studsar, {put['stray']} ovidkommande och {twice} som kom en gång till"
    )
    yield (
        f"  Utvecklingsledarna ringde {year.truth.phoned} samtal och svarade {put['reply-lead']} gånger med egna ord; "
        f"{len(year.truth.misread)} gånger frågade boten tillbaka"
    )


def _promises(broken: Sequence[str]) -> Iterator[str]:
    if not broken:
        yield "Alla löften höll: inget tappat, inget två gånger, inget till fel mottagare, ingen glömd."
        return
    yield f"BRUTNA LÖFTEN ({len(broken)}):"
    yield from (f"  - {one}" for one in broken)


def stream(year: Year) -> Iterator[str]:
    """Yield everything that one participant got over one assignment, in order: letters and SMS, as they were read."""
    given = {(sent.to, sent.request_id) for sent in year.town.sent if sent.kind == "participant-assignment"}
    told_to = Counter((sent.member_id, sent.request_id) for sent in year.town.sent if _is_to_participant(sent.kind))
    richest = sorted(given, key=lambda key: (-_told(year, told_to, key), str(key)))
    by_mail = richest[:1]
    if not by_mail:
        return
    address, request_id = by_mail[0]
    who = next(one for one in year.residents if one.email == address)
    phone = "".join(one for one in who.phone if one.isdigit()).removeprefix("0")
    yield f"Det här får {who.first} under ett uppdrag"
    for sent in year.town.sent:
        if sent.request_id != request_id or (sent.to != address and not sent.to.endswith(phone)):
            continue
        at = sent.at.astimezone(ZONE)
        yield ""
        yield f"{at.day} {MONTHS[at.month - 1]} klockan {at:%H.%M}, {'sms' if sent.channel == 'sms' else 'mejl'}"
        if sent.channel == "mail":
            yield f"Ämne: {reading.headed(sent)}"
            yield ""
        yield from (f"    {line}".rstrip() for line in sent.text.strip().splitlines())


def _told(year: Year, told_to: Counter[tuple[str | None, str | None]], key: tuple[str, str | None]) -> int:
    """Return how much the person behind an address was written in that case, by mail and SMS."""
    members = {sent.member_id for sent in year.town.sent if (sent.to, sent.request_id) == key}
    return max((told_to[member, key[1]] for member in members), default=0)


def _is_to_participant(kind: str) -> bool:
    return kind.startswith(("participant-", "sms-"))
