"""Who states an age under 18 is a minor, also where no year of birth is given."""

import pytest

from medverkan.mailbox.forms.judging.ages import stated_minor_age


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Jag heter Elsa Brink, är 15 år och bor i Torsås.", 15),
        ("Hej! Jag går i nian och vill vara med.", 16),
        ("Namn: Ivar Ek\nÅlder: 16\nKommun: Nybro", 16),
        ("Födelseår: 16 år", 16),
        ("Ålder\n14 år\n", 14),
        ("jag är bara 17 år men har mycket att säga", 17),
        ("Jag läser i årskurs 8.", 15),
        ("Jag har astma, jag är 14 år", 14),
        ("Jag är mamma till en son, 15 år, med adhd.", None),
        ("Jag har haft astma i 15 år.", None),
        ("Jag är 54 år.", None),
        ("Min dotter är 12 år. Jag bor i Nybro.", None),
        ("Jag är lärare för elever, 15 år.", None),
        ("Jag fick diagnosen för 10 år sedan, 16 år sen den första.", None),
        ("Födelseår: 1954", None),
        ("Jag opererades 2012 och går i gymmet.", None),
        ("", None),
    ],
)
def test_an_age_under_18_is_read_of_oneself_only(text: str, age: int | None) -> None:
    assert stated_minor_age(text) == age
