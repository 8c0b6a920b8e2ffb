"""Realistic values for the letters that reminders write, in each of their branches. The people are every_letter's."""

from datetime import date
from typing import Any


def reminders() -> dict[str, list[dict[str, Any]]]:
    """Return the values of each letter, by its template."""
    from tests.bot import every_letter as known

    feedback = known.LEAD | {
        "request": known.REQUEST, "words": "Det gick bra.\n\nVi har ändrat väntrummet.", "told_back": "", "led_to": "",
        "rest": "", "is_held": True, "is_over": True, "people": [],
    }  # fmt: skip
    late = [known.line("decide", None, known.REQUEST), known.line("call", known.ELLEN, known.REQUEST, 2),
            known.line("introduction", known.NAMELESS)]  # fmt: skip
    day = date(2026, 3, 24)
    to_one = {"request": known.REQUEST, "fields": known.FIELDS, "member": known.ELLEN, "day": day}
    lead, unit, bare, ellen = known.LEAD, known.UNIT, known.BARE_UNIT, known.ELLEN
    return {
        "lead-feedback": [
            feedback | {"told_back": "Ja, vi har ringt båda.", "led_to": "Vi har ändrat väntrummet.\nDet blev bra."},
            feedback | {"told_back": "Ellen ja, Hugo inte än.", "rest": "Ha det fint.", "is_over": False,
                        "people": [{"person": ellen, "unit": "ja", "own": "nej"},
                                   {"person": known.NAMELESS, "unit": "", "own": ""}]},
            feedback | {"request": known.BARE, "words": "Det blev inte av.", "is_held": False},
        ],
        "lead-late": [lead | {"to_deputy": to_deputy, "today": date(2026, 2, 20), "tasks": late}
                      for to_deputy in (False, True)],
        "lead-not-contacted": [
            lead | {"request": known.REQUEST, "names": ["Ellen", "Hugo"], "people": [ellen, known.HUGO],
                    "words": "Nej, ingen av dem svarar.\n\nHälsningar Petra"},
            lead | {"request": known.BARE, "names": [], "people": [known.NAMELESS], "words": "Nej."},
        ],
        "lead-undelivered": [
            lead | {"request": known.REQUEST, "member": who, "has_consent": has_consent, "is_written": is_written}
            for who, has_consent, is_written in ((ellen, True, True), (known.NAMELESS, False, False),
                                                 (known.HUGO, True, False))
        ],
        "participant-day-before": [
            to_one | {"clock": "klockan 13.00–15.00", "place": "Sal 4, Storgatan 1", "several": False},
            to_one | {"clock": "", "place": "", "several": True},
        ],
        "participant-feedback": [to_one | {"again": again} for again in (False, True)],
        "unit-contacted": [unit | {"names": ["Ellen"]}, unit | {"names": ["Ellen", "Hugo"]}, bare | {"names": []}],
        "unit-feedback": [
            values | {"again": again, "names": names, "ask_told": told, "ask_led": led, "heard": heard}
            for again, told, led, heard in ((False, True, True, False), (True, True, True, False),
                                            (True, True, False, True), (True, False, True, True))
            for values, names in ((bare, []), (unit, ["Ellen"]), (unit, ["Ellen", "Hugo", "Tove"]))
        ],
        "unit-unanswered": [unit | {"asked": known.ASKED, "again": False},
                            bare | {"asked": known.ASKED[:1], "again": True}],
    }  # fmt: skip
