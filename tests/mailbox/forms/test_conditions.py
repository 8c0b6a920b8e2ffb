"""A yes on a condition is no consent: it is asked about, in the words of whoever wrote it."""

import pytest

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.finding.rows import tidy
from medverkan.mailbox.forms.values import options
from medverkan.mailbox.forms.values.conditions import conditional
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.values import Kind

ON_A_CONDITION = [
    "Ja, men inte till habiliteringen",
    "ja men endast på distans",
    "Ja om min chef inte får veta något",
    "Ja, så länge ingen på jobbet får se det",
    "Okej, fast bara för enkäter",
    "Jag samtycker, med undantag för min diagnos",
    "Ja – utom till kommunen",
    "Visst, om ni frågar mig först",
    "☒ Ja, men inte till soc ☐ Nej",
    "Ja. Men inte för beroendevården.",
    "Ja, förutsatt att ni ringer",
    "Ja (gäller endast i år)",
    "Ja, efter att vi har pratats vid",
]
PLAIN = [
    "Jag samtycker till att uppgifterna, även om min hälsa, registreras och används för matchning",
    "Ja, gärna!",
    "Ja, absolut, tack",
    "Ja men visst",
    "Ja men absolut, det går jättebra",
    "Ja, varför inte",
    "Ja, inga problem",
    "Ja tills vidare",
    "☒ Ja\nOm du är under 18 år.",
    "Jag samtycker till att uppgifter om min hälsa sparas",
    "Ja, jag har läst om personuppgifter",
    "Ja, ni får använda uppgifter om mig",
    "Ja, jag vet att jag kan ångra mig när som helst",
    "☒ Jag samtycker till att uppgifter om hälsa sparas så länge jag är med",
]


@pytest.mark.parametrize("written", ON_A_CONDITION)
def test_a_consent_on_a_condition_is_missing_and_asked_about_in_its_words(written: str) -> None:
    value = tidy(written)
    fields, questions = normalised([Entry("consent_matching", value)], Kind.REGISTRATION, None)
    assert "consent_matching" not in fields
    (asked,) = questions
    assert conditional(value, options.chosen(value)) in asked


@pytest.mark.parametrize("written", PLAIN)
def test_a_plain_extra_leaves_a_yes_a_yes(written: str) -> None:
    fields, questions = normalised([Entry("consent_matching", tidy(written))], Kind.REGISTRATION, None)
    assert fields == {"consent_matching": True}
    assert not questions


@pytest.mark.parametrize("written", ["Nej", "Nej, men kanske senare", "Jag samtycker inte", "inte nu"])
def test_a_no_needs_no_condition(written: str) -> None:
    fields, questions = normalised([Entry("consent_matching", written)], Kind.REGISTRATION, None)
    assert fields == {"consent_matching": False}
    assert not questions


def test_a_bare_consent_to_sms_on_a_condition_is_asked_about() -> None:
    fields, questions = normalised([Entry("_consent", "Ja till sms, men bara på vardagar")], Kind.REGISTRATION, None)
    assert fields == {}
    assert "men bara på vardagar" in questions[0]
