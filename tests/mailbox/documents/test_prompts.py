"""What a form says where nobody has written is no answer."""

import pytest

from medverkan.mailbox.documents.prompts import without_prompts
from medverkan.mailbox.forms.finding.rows import Row


@pytest.mark.parametrize(
    ("cell", "left"),
    [
        ("Klicka eller tryck här för att ange text.", ""),
        ("Klicka här för att skriva", ""),
        ("Klicka här om du vill skriva text", ""),
        ("Klicka eller tryck här för att ange datum.", ""),
        ("Välj ett objekt.", ""),
        ("Click or tap here to enter text.", ""),
        ("Enhet: Välj ett objekt.", "Enhet:"),
        ("Vi vill att ni väljer ett alternativ", "Vi vill att ni väljer ett alternativ"),
        ("Man ska kunna klicka här för att boka", "Man ska kunna klicka här för att boka"),
    ],
)
def test_a_prompt_is_taken_out_and_other_words_stay(cell: str, left: str) -> None:
    assert without_prompts([Row(("Titel", cell), 1)]) == [Row(("Titel", left), 1)]
