"""Whoever has a child or a partner who is ill speaks as a relative, whatever care they have met beside them."""

from datetime import UTC, datetime

import pytest

from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.prose.letters import prose_form

WHEN = datetime(2027, 1, 12, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "roles"),
    [("Jag har en son på åtta år med epilepsi och har stor erfarenhet av barnkliniken och LSS.", ["närstående"]),
     ("Jag har en dotter med autism och har lång erfarenhet av habilitering och korttidsboende.", ["närstående"]),
     ("Jag har två barn med diabetes och har mycket erfarenhet av sjukvården.", ["närstående"]),
     ("Jag har en bror med schizofreni och har erfarenhet av psykiatrin och boendestöd.", ["närstående"]),
     ("Jag har en fru med MS och mycket erfarenhet av hjälpmedel och hemtjänst.", ["närstående"]),
     ("Jag har en mamma på 82 år med demens, och har stor erfarenhet av hemtjänst och växelvård.", ["närstående"]),
     ("Farfar fick hjärtsvikt i fjol och det är jag som ordnar allt med hemsjukvård och hemtjänst.", ["närstående"]),
     ("Jag har en son på sex år och har själv diabetes.", ["patient"]),
     ("Jag har en vuxen son med Downs syndrom och har dessutom själv reumatism.", ["närstående", "patient"])],
)  # fmt: skip
def test_who_has_an_ill_child_speaks_as_a_relative(said: str, roles: list[str]) -> None:
    text = (
        f"Hej! Jag heter Kim Ek, född 1985, och bor i Tunby. {said} Jag vill gärna vara med i grupper. "
        "Nå mig på 070-174 06 73. Jag samtycker till att mina hälsouppgifter används för matchning."
    )
    form = prose_form(Segment(lines_of(text), "Kim Ek", "kim@post.example", own=True), "Anmälan", WHEN)
    assert form is not None
    assert form.fields.get("perspectives") == roles
