"""What a form says, in the product's own spelling; what is unknown stays as written and nothing is invented."""

from typing import Any

import pytest

from medverkan.bot.canonical import canonical
from medverkan.mailbox.values import Kind


@pytest.mark.parametrize(
    ("kind", "fields", "made"),
    [
        (Kind.REGISTRATION, {"municipality": "kalmar kommun"}, {"municipality": "Kalmar"}),
        (Kind.REGISTRATION, {"municipality": "VÄSTERVIK"}, {"municipality": "Västervik"}),
        (Kind.REGISTRATION, {"municipality": "Långtbortistan"}, {"municipality": "Långtbortistan"}),
        (Kind.REGISTRATION, {"municipality": ""}, {"municipality": ""}),
        (Kind.REGISTRATION, {"focus_areas": ["Somatik"]}, {"focus_areas": ["somatik"]}),
        (Kind.REGISTRATION, {"focus_areas": "äldre, barn och unga"}, {"focus_areas": ["äldre", "barn och unga"]}),
        (Kind.REGISTRATION, {"focus_areas": ["annat helt och hållet"]}, {"focus_areas": ["annat helt och hållet"]}),
        (Kind.REGISTRATION, {"experience": "Diabetes"}, {"experience": "Diabetes"}),
        (Kind.REQUEST, {"focus_areas": ["äldre"], "experience": "Diabetes"},
         {"focus_areas": ["äldre"], "experience": "Diabetes"}),
        (Kind.REQUEST, {"experience": "Hjärtsvikt"}, {"experience": "Hjärtsvikt", "focus_areas": ["somatik"]}),
        (Kind.REQUEST, {"experience": "xyzzy"}, {"experience": "xyzzy"}),
        (Kind.REQUEST, {}, {}),
    ],
)  # fmt: skip
def test_forms_are_made_comparable(kind: Kind, fields: dict[str, Any], made: dict[str, Any]) -> None:
    assert canonical(kind, fields) == made


def test_the_form_itself_is_left_as_it_was() -> None:
    fields = {"municipality": "kalmar kommun"}
    canonical(Kind.REGISTRATION, fields)
    assert fields == {"municipality": "kalmar kommun"}


def test_doing_it_twice_changes_nothing() -> None:
    once = canonical(Kind.REQUEST, {"focus_areas": ["Äldre", "Psykisk hälsa"], "municipality": "nybro"})
    assert canonical(Kind.REQUEST, once) == once
