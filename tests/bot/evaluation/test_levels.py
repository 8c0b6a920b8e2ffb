"""Level, context and step of a request, as its own words tell them."""

import pytest

from medverkan.bot.evaluation.levels import CONTEXTS, LEVELS, STEPS, context_of, level_of, step_of


@pytest.mark.parametrize(
    ("fields", "level"),
    [
        ({"activity": "Fokusgrupp", "description": "Vi vill höra hur det är hos oss."}, "enhet"),
        ({"activity": "Patientråd"}, "verksamhet"),
        ({"activity": "Arbetsgrupp", "description": "En länsgemensam rutin"}, "verksamhet"),
        ({"activity": "Workshop", "purpose": "En länsgemensam rutin för utskrivning"}, "system"),
        ({"activity": "Intervju", "description": "Ledningsgruppen vill veta mer"}, "verksamhet"),
        ({}, "enhet"),
    ],
)
def test_the_level_is_read_from_the_activity_first(fields: dict[str, str], level: str) -> None:
    assert level_of(fields) == level


@pytest.mark.parametrize(
    ("fields", "context"),
    [
        ({"activity": "Intervju"}, "utveckling"),
        ({"activity": "Ledningsgrupp"}, "ledning"),
        ({"activity": "Styrgrupp", "title": "Ny vårdprocess"}, "ledning"),
        ({"activity": "Projektgrupp"}, "utveckling"),
        ({"activity": "Remissvar", "description": "Hela länet"}, "ledning"),
        ({"activity": "Intervju", "description": "Ledningsgruppen vill veta mer om mottagningen"}, "utveckling"),
        ({}, "utveckling"),
    ],
)
def test_a_system_is_led_a_unit_developed_and_between_them_the_activity_tells(
    fields: dict[str, str], context: str
) -> None:
    assert context_of(fields) == context


@pytest.mark.parametrize(
    ("fields", "step"),
    [
        ({"activity": "Informationsmöte om det nya huset"}, "information"),
        ({"activity": "Fokusgrupp"}, "konsultation"),
        ({"activity": "Läsa en broschyr"}, "konsultation"),
        ({"activity": "Workshop"}, "dialog"),
        ({"activity": "Brukarråd"}, "dialog"),
        ({"title": "Fyra träffar", "occasions": 4}, "dialog"),
        ({"activity": "Referensgrupp"}, "inflytande"),
        ({"activity": "Brukarrevision"}, "inflytande"),
        ({"activity": "Ledningsgrupp"}, "medbeslutande"),
        ({"activity": "Annat", "description": "Ni har rösträtt i gruppen"}, "medbeslutande"),
        ({"activity": "Annat", "description": "Ledningsgruppen vill höra era synpunkter"}, "konsultation"),
        ({"activity": "Annat", "description": "Vi söker hjälp med rekrytering till en studie"}, "konsultation"),
        ({}, "konsultation"),
    ],
)
def test_the_step_is_how_far_those_who_take_part_have_a_say(fields: dict[str, object], step: str) -> None:
    assert step_of(fields) == step


@pytest.mark.parametrize("fields", [{"activity": "råd " * 5000}, {"title": None, "occasions": "många"}, {"purpose": 7}])
def test_whatever_stands_there_is_of_one_level_context_and_step(fields: dict[str, object]) -> None:
    assert (level_of(fields), context_of(fields), step_of(fields)) in {
        (level, context, step) for level in LEVELS for context in CONTEXTS for step in STEPS
    }
