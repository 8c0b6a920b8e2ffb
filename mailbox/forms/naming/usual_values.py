"""What the values of each field usually look like: factors by look (`value_kinds`), 1 where it says nothing.

They weigh only where the words of a label leave its field open (`remaining`). `MUST`: a field whose value always has
one of these looks.
"""

from collections.abc import Mapping

from medverkan.mailbox.values import Kind

Looks = Mapping[str, float]

_LONG: Looks = {"one": 0.1, "few": 0.4, "some": 1.5, "long": 4, "sentence": 1.5, "person": 0.05, "unit": 0.7,
                "activity": 0.2, "place": 0.6, "format": 0.1, "organisation": 0.2}  # fmt: skip
_WORDS: Looks = {"one": 0.3, "few": 1, "some": 1.2, "long": 0.6, "person": 0.05, "unit": 0.5, "activity": 0.3,
                 "place": 0.5, "format": 0.1, "organisation": 0.1}  # fmt: skip
_NAME: Looks = {"some": 0.3, "long": 0.03, "sentence": 0.2, "person": 0.1, "activity": 0.3, "place": 0.6,
                "format": 0.05}  # fmt: skip

_ONE_WORD: Looks = {"some": 0.01, "long": 0.01, "place": 0.3, "activity": 0.02, "unit": 0.1, "format": 0.05}
_REQUEST: Mapping[str, Looks] = {
    "unit": {**_NAME, "unit": 8, "organisation": 0.3, "activity": 0.2},
    "organisation": {**_NAME, "organisation": 12, "unit": 1},
    "contact_name": {"person": 8, "contact": 8, "one": 0.3, "some": 0.5, "long": 0.05, "phone": 0.02},
    "_contact": {"contact": 12, "phone": 1, "mail": 1, "person": 1},
    "contact_email": {"mail": 30},
    "contact_phone": {"phone": 30, "digits": 1},
    "title": {**_NAME, "unit": 0.3, "organisation": 0.1, "money": 0.3},
    "activity": {"activity": 6, "one": 0.5, "few": 0.6, "some": 0.2, "long": 0.05, "sentence": 0.3, "person": 0.05,
                 "unit": 0.3, "organisation": 0.05, "place": 0.4, "money": 0.3, "format": 0.2, "times": 0.2},
    "description": _LONG,
    "purpose": {**_WORDS, "long": 0.8, "money": 0.4},
    "expectations": {**_WORDS, "few": 0.8, "one": 0.1, "times": 2, "duration": 1},
    "perspectives": {"perspective": 20, "one": 1, "few": 1, "long": 0.1},
    "experience": {**_WORDS, "one": 0.8, "few": 1.2, "money": 0.2, "perspective": 0.3},
    "focus_areas": {"focus": 20},
    "people_wanted": {"count": 15, "digits": 1},
    "when_text": {"dated": 10, "clock": 1, "any_day": 2, "digits": 0.5, "place": 0.7, "count": 0.2},
    "_date": {"dated": 3, "digits": 1, "any_day": 1},
    "_date_end": {"dated": 3, "digits": 1, "any_day": 1},
    "_extent": {"duration": 6, "times": 3, "count": 1, "any_day": 1},
    "place": {"place": 6, "one": 0.7, "few": 1, "some": 0.5, "long": 0.1, "unit": 1, "organisation": 0.2,
              "person": 0.05, "activity": 0.2, "format": 0.5, "money": 0.1, "access": 0.5},
    "format": {"format": 12},
    "minutes_per_occasion": {"duration": 12, "count": 0.2},
    "occasions": {"times": 12, "count": 1, "digits": 0.5},
    "other_participants": {**_WORDS, "unit": 1, "person": 0.3},
    "accessibility": {"access": 8, "place": 1},
    "personal_support": {**_WORDS, "person": 0.5, "access": 0.3},
    "preparation": {**_WORDS, "duration": 1},
    "reimbursement": {"money": 8, "long": 0.5},
    "cost_centre": {"digits": 10, "count": 0.02, "phone": 0.1, "year": 0.3},
    "feedback": {**_WORDS, "any_day": 1.5, "one": 0.1},
    "reply_by": {"dated": 4, "long": 0.1, "digits": 0.3, "clock": 0.1},
    "minors_wanted": {"yes_no": 3},
}  # fmt: skip
_REGISTRATION: Mapping[str, Looks] = {
    "first_name": {**_ONE_WORD, "person": 0.05, "few": 0.05},
    "last_name": {**_ONE_WORD, "person": 0.15, "few": 0.2},
    "_name": {"person": 10},
    "_contact": {"contact": 12, "phone": 0.3, "mail": 0.3},
    "phone": {"phone": 30, "digits": 1},
    "email": {"mail": 30},
    "contact_preference": {"channel": 20, "one": 1, "few": 1},
    "postal_address": {"address": 12, "digits": 0.5, "long": 0.1},
    "municipality": {"organisation": 8, "one": 1, "few": 0.2, "some": 0.02, "long": 0.01, "person": 0.2},
    "birth_year": {"year": 15, "digits": 1, "dated": 1},
    "perspectives": {"perspective": 20, "one": 1, "few": 1, "long": 0.1},
    "experience": {**_WORDS, "long": 3, "sentence": 1.5, "any_day": 1},
    "focus_areas": {"focus": 20},
    "care_met": {"unit": 4, "one": 0.8, "few": 1, "some": 1, "long": 0.3, "person": 0.02, "activity": 0.2},
    "activities": {"activity": 8, "one": 0.5, "few": 1, "some": 0.7, "long": 0.3, "person": 0.02, "unit": 0.2},
    "unwilling": {**_WORDS, "activity": 0.8},
    "availability": {"any_day": 5, "dated": 1.5, "clock": 2, "few": 1, "one": 0.7},
    "travel": {"travel": 6, "one": 0.7},
    "experience_years": {"years": 3, "few": 0.7, "some": 0.4, "long": 0.1, "year": 1},
    "max_per_half_year": {"times": 6, "count": 3},
    "_call_time": {"any_day": 4, "clock": 4, "dated": 3},
    "support_needs": {**_WORDS, "access": 5},
    "languages": {"one": 1, "few": 1, "some": 0.3, "long": 0.05},
    "associations": {**_WORDS, "one": 1},
    "guardian_name": {"person": 3, "contact": 3},
    "guardian_phone": {"phone": 3},
}  # fmt: skip
USUAL: Mapping[Kind, Mapping[str, Looks]] = {Kind.REQUEST: _REQUEST, Kind.REGISTRATION: _REGISTRATION}

MUST: Mapping[str, frozenset[str]] = {
    "_contact": frozenset(("contact", "phone", "mail", "person")),
    "_name": frozenset(("person",)),
    "accessibility": frozenset(("access",)),
    "availability": frozenset(("any_day", "dated", "clock")),
    "birth_year": frozenset(("year", "dated")),
    "contact_email": frozenset(("mail",)),
    "contact_name": frozenset(("person", "contact")),
    "contact_phone": frozenset(("phone",)),
    "contact_preference": frozenset(("channel",)),
    "cost_centre": frozenset(("digits",)),
    "email": frozenset(("mail",)),
    "focus_areas": frozenset(("focus",)),
    "format": frozenset(("format",)),
    "guardian_name": frozenset(("person", "contact")),
    "guardian_phone": frozenset(("phone",)),
    "minors_wanted": frozenset(("yes_no",)),
    "minutes_per_occasion": frozenset(("duration",)),
    "occasions": frozenset(("times", "count")),
    "organisation": frozenset(("organisation",)),
    "people_wanted": frozenset(("count",)),
    "perspectives": frozenset(("perspective",)),
    "phone": frozenset(("phone",)),
    "postal_address": frozenset(("address",)),
    "reimbursement": frozenset(("money",)),
    "reply_by": frozenset(("dated",)),
    "_date": frozenset(("dated", "any_day", "digits")),
    "_date_end": frozenset(("dated", "any_day", "digits")),
    "_extent": frozenset(("duration", "times", "count", "any_day")),
    "_call_time": frozenset(("any_day", "clock", "dated")),
    "experience_years": frozenset(("years", "year", "times", "any_day")),
    "max_per_half_year": frozenset(("times", "count")),
    "travel": frozenset(("travel", "duration")),
    "when_text": frozenset(("dated", "any_day", "clock")),
}

# What is asked for in so many ways, or so seldom, that the words of the label must say something of it.
BY_WORDS = frozenset((
    "_contact",
    "availability",
    "experience_years", "max_per_half_year", "_call_time", "_date", "_date_end", "_extent",
    "minors_wanted", "cost_centre", "care_met", "guardian_name", "guardian_phone", "associations", "languages",
    "gender", "other_participants", "personal_support", "preparation", "feedback", "title",
    "support_needs", "unwilling", "reply_by",
))  # fmt: skip
