"""Labels in words that nobody knows are named by the rest of their form; what stays open is left alone."""

import pytest

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.naming.remaining import in_context
from medverkan.mailbox.values import Kind

REQUEST = {
    "unit": "Hudmottagningen i Almby", "organisation": "Region Almland", "contact_name": "Tova Almgård",
    "contact_email": "tova@almland.example", "activity": "Workshop",
    "description": "Vi ska måla om väntrummet. Två personer går runt med oss och säger vad som stör dem mest i dag.",
    "purpose": "Lugnare väntan", "perspectives": "Patient", "experience": "Svåra eksem sedan barndomen",
    "people_wanted": "2", "when_text": "12 april 2027 kl. 13–15", "place": "Entrén, plan 2",
}  # fmt: skip
RESIDENT = {
    "_name": "Nadja Strömberg", "phone": "070-174 06 33", "email": "nadja@post.example", "contact_preference": "Sms",
    "municipality": "Nybro kommun", "birth_year": "1988", "perspectives": "Patient, närstående",
    "experience": "Psoriasis sedan tonåren. Min mamma har haft två strokar och bor nu på ett boende här i Nybro.",
    "activities": "Panel, Intervju", "unwilling": "Tala inför många",
}  # fmt: skip


def entries(values: dict[str, str], unknown: str, label: str = "Zxqvk") -> list[Entry]:
    """Return a form in which one label is in words that nobody knows."""
    return [
        Entry("_other", value, (), label, 0.75) if key == unknown else Entry(key, value, (), key, 0.97)
        for key, value in values.items()
    ]


def named(form: list[Entry], kind: Kind = Kind.REQUEST) -> dict[str, str]:
    return {entry.value: entry.key for entry in in_context(form, kind) if entry.sure >= 0.6}


@pytest.mark.parametrize("key", REQUEST)
def test_what_a_request_still_lacks_names_a_label_in_unknown_words(key: str) -> None:
    assert named(entries(REQUEST, key))[REQUEST[key]] == key


@pytest.mark.parametrize("key", sorted(set(RESIDENT) - {"unwilling", "municipality"}))
def test_what_a_registration_still_lacks_names_a_label_in_unknown_words(key: str) -> None:
    assert named(entries(RESIDENT, key), Kind.REGISTRATION)[RESIDENT[key]] == key


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("4471", "Zxqvk"), ("Ja", "Zxqvk"), ("2026-11-23", "Zxqvk"), ("Enhetschef", "Zxqvk"), ("Ingen", "Zxqvk"),
        ("Kaffe och smörgås", "Fika"), ("Kim Annan", "Handläggs av"), ("annan@almland.example", "Zxqvk"),
    ],
)  # fmt: skip
def test_a_question_that_is_none_of_ours_stays_one_where_nothing_is_lacking(value: str, label: str) -> None:
    form = [*entries(REQUEST, ""), Entry("_other", value, (), label, 0.75)]
    assert named(form)[value] == "_other"


def test_words_that_say_something_count_with_the_value_and_the_place() -> None:
    form = entries({**REQUEST, "feedback": "Vi ringer i maj"}, "feedback", "Besked tillbaka efter")
    assert named(form)["Vi ringer i maj"] != "description"
    form = entries(REQUEST, "contact_name", "Begäran lämnas av")
    assert named(form)["Tova Almgård"] == "contact_name"


def test_a_guess_gives_way_to_a_label_that_asks_for_the_same() -> None:
    guessed, known = Entry("place", "en katt", sure=0.7), Entry("place", "Sal 4", sure=0.97)
    assert list(in_context([guessed, known], Kind.REQUEST)) == [known]
    assert list(in_context([guessed], Kind.REQUEST)) == [guessed]


def test_a_guess_that_its_value_cannot_be_is_named_anew() -> None:
    form = entries(REQUEST, "")
    form = [Entry("title", e.value, (), "Verksamhetens benämning", 0.77) if e.key == "unit" else e for e in form]
    assert named(form)["Hudmottagningen i Almby"] == "unit"


def test_too_little_of_a_form_names_nothing() -> None:
    form = entries({key: REQUEST[key] for key in ("unit", "organisation", "contact_name")}, "contact_name")
    assert named(form)["Tova Almgård"] == "_other"
