"""Boxes without a question go to the question that has such an option."""

import pytest

from medverkan.mailbox.forms.finding.loose import loose_options
from medverkan.mailbox.values import Kind


@pytest.mark.parametrize(
    ("option", "key"),
    [("Brukarrevision", "activities"), ("Patientråd", "activities"), ("Anhörigträff", "activities"),
     ("Brukarpanel", "activities"), ("Intervju av brukare", "activities"), ("Brukare", "perspectives"),
     ("Anhörig", "perspectives"), ("Patient", "perspectives"), ("Närstående eller anhörig", "perspectives")],
)  # fmt: skip
def test_what_people_take_part_in_is_not_who_they_are(option: str, key: str) -> None:
    assert [entry.key for entry in loose_options(f"☒ {option}", Kind.REGISTRATION)] == [key]
