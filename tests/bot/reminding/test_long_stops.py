"""A season of a service that sleeps and wakes as it will: nobody is written twice, at night, or about what has been."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from medverkan.bot.hours import may_contact_on
from medverkan.bot.sections.sms import Sms
from tests.bot.reminding.cases import Town

MOST = {
    "participant-assignment": 1, "participant-day-before": 1, "participant-feedback": 2, "sms-day-before": 1,
    "sms-thanks": 1, "sms-feedback": 0, "unit-contacted": 1, "unit-feedback": 2, "unit-unanswered": 0,
}  # fmt: skip
SPAN_DAYS = 120


@pytest.mark.parametrize("seed", range(4))
def test_nobody_is_written_twice_or_outside_hours_however_the_service_sleeps(town: Town, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    town = town.with_settings(sms=Sms(provider="file"))
    town.member("Ivar", "email", "sms", phone="+46701740613")
    members = [town.member(name, "email", "sms", phone=f"+4670174061{at}") for at, name in enumerate(("Ellen", "Hugo"))]
    day = date(2026, 2, 10) + timedelta(days=chance.randint(2, 60))
    town.case(members, day)
    town.step()
    start = town.clock()
    while town.clock() < start + timedelta(days=SPAN_DAYS):
        town.clock.forward(hours=chance.choice([1, 3, 7, 20, 24, 24, 60, 400]) + chance.random())
        town.step()
    zone = town.parts.settings.zone
    with town.parts.store.reading() as books:
        letters = books.outgoing.all()
    counts = Counter((one.kind, one.to) for one in letters)
    assert {key: count for key, count in counts.items() if count > MOST.get(key[0], 200)} == {}
    hours = town.parts.settings.hours
    for one in letters:
        assert one.sent_at
        left = one.sent_at.astimezone(zone)
        if not one.kind.startswith(
            ("participant-", "sms-", "unit-contacted", "unit-feedback", "lead-day", "lead-late")
        ):
            continue
        assert may_contact_on(left.date()), one.kind
        assert hours.start <= left.time() < hours.end, one.kind
        if "day-before" in one.kind:
            assert left.date() < day
    days = Counter(one.due.date() for one in letters if one.kind == "lead-day" and "karin" in one.to)
    assert max(days.values()) == 1
