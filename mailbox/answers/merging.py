"""Put answers into the fields of a form that is known already: what rests on the old value goes with it.

A new day keeps the clock, a new clock keeps the day; nothing that was read from a text survives that text.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from medverkan.mailbox.answers.asked import key_of
from medverkan.mailbox.answers.plain import has_day
from medverkan.mailbox.forms.judging.judge import judge
from medverkan.mailbox.forms.judging.start_days import written
from medverkan.mailbox.forms.values.dates import read_when
from medverkan.mailbox.forms.values.normalise import STOCKHOLM
from medverkan.mailbox.forms.values.options import format_of_place
from medverkan.mailbox.values import Kind

WHEN = ("date_start", "date_end", "time_start", "time_end")
_DAYS = ("date_start", "date_end")
_CLOCK = ("time_start", "time_end")
# Questions about these can stand on two places of a form that say different things; any of the keys settles them.
_TWO_PLACES = {
    "people_wanted": {"people_wanted"}, "when_text": {"when_text", "date_start"}, "place": {"place", "format"},
    "format": {"place", "format"}, "minors_wanted": {"minors_wanted"}, "occasions": {"occasions", "when_text"},
}  # fmt: skip
_AGAINST = re.compile(r"\bmen\b|\bbåde\b|\bAntal\b")


def merged(fields: Mapping[str, Any], found: Mapping[str, Any], when: datetime | None) -> dict[str, Any]:
    """Return a request's fields with what an answer gave. `when` is the date of the answer."""
    today = when.astimezone(STOCKHOLM).date() if when else None
    kept, new = dict(fields), dict(found)
    if "when_text" in new and new["when_text"] != fields.get("when_text"):
        new = _with_the_rest(fields, new, today)
        for key in WHEN:
            kept.pop(key, None)
        if kept.get("occasions") == read_when(str(fields.get("when_text", "")), today).occasions:
            kept.pop("occasions", None)
    old_place = str(fields.get("place", ""))
    if new.get("place", old_place) != old_place and kept.get("format") == format_of_place(old_place):
        kept.pop("format", None)
    return kept | new


def _with_the_rest(fields: Mapping[str, Any], new: dict[str, Any], today: date | None) -> dict[str, Any]:
    """Complete a new day with the clock that is known, or a new clock with the day."""
    says_day = has_day(str(new["when_text"]), today)
    has_clock = bool(new.get("time_start"))
    if says_day and not has_clock and fields.get("time_start"):
        clock = {key: fields[key] for key in _CLOCK if fields.get(key)}
        return new | clock | {"when_text": f"{new['when_text']} kl. {_clock(clock)}"}
    if has_clock and not says_day and fields.get("date_start") and not fields.get("date_end"):
        day = str(fields["date_start"])
        return new | {"date_start": day, "when_text": f"{written(date.fromisoformat(day))} kl. {_clock(new)}"}
    if has_clock and not says_day and fields.get("when_text"):
        days = {key: fields[key] for key in _DAYS if fields.get(key)}
        return new | days | {"when_text": f"{fields['when_text']} (ny tid: {new['when_text']})"}
    return new


def _clock(fields: Mapping[str, Any]) -> str:
    times = [str(fields[key]).replace(":", ".") for key in _CLOCK if fields.get(key)]
    return "–".join(times)


def still_asked(
    kind: Kind,
    before: tuple[Mapping[str, Any], Iterable[str], datetime],
    after: tuple[Mapping[str, Any], Iterable[str], datetime | None],
    raised: Iterable[str],
) -> tuple[str, ...]:
    """Return the questions that remain after an answer.

    `before` is the form as it was, its open questions, and when it came; `after` is the form as it is, the keys that
    the answer was about, and when that came; `raised` is what the answer's own wording makes us ask. A question that
    the old form would raise, and that is not open, was settled by an earlier answer: it is not asked again.
    """
    (old, was_open, came), (new, answered, answered_at) = before, after
    was_open, answered, raised = list(was_open), set(answered), list(raised)
    known = {*judge(kind, old, came)[1], *judge(kind, old, answered_at)[1]}
    anew = [one for one in judge(kind, new, answered_at)[1] if one not in known or one in was_open]
    # What only the form's own wording made us ask stays until something was said about that field.
    wording = [one for one in was_open if one not in known and key_of(kind, one) not in answered]
    # An answer that is unclear itself asks once: its own question says what the older one asked.
    asked_now = {key_of(kind, one) for one in raised} - {""}
    anew = [one for one in anew if one in raised or key_of(kind, one) not in asked_now]
    wording = [one for one in wording if one in raised or key_of(kind, one) not in asked_now]
    settled = {one for one in anew if one not in raised and _is_picked(one, answered)}
    return tuple(dict.fromkeys([*wording, *(one for one in anew if one not in settled), *raised]))


def _is_picked(question: str, answered: set[str]) -> bool:
    """Tell whether a question holds two places of the form against each other, of which the answer has picked one."""
    key = key_of(Kind.REQUEST, question)
    return key in _TWO_PLACES and bool(_TWO_PLACES[key] & answered) and bool(_AGAINST.search(question))
