"""The record of a consent is true: when the person wrote it, how it came, and which label it answered."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from medverkan.bot.demo import cast, mails
from medverkan.storage.values import Consent
from tests.bot.town import RESIDENTS, START, resident, town

PROSE = (
    "Hej!\n\nJag heter Greta Alm och är född 1952. Jag bor i Kalmar och har haft hemtjänst i fyra år. Jag vill gärna "
    "vara med i en fokusgrupp. Ring mig på 070-174 06 35. Jag har läst informationen om personuppgifter och samtycker "
    "till att ni registrerar uppgifter om min hälsa och använder dem för matchning.\n\nGreta Alm"
)


def matching_consent(raw_of: object, tmp_path: Path, written: datetime) -> Consent:
    with town(tmp_path, residents=RESIDENTS[:1]) as play:
        message = mails.mail(("Greta Alm", "greta.alm@post.example"), "Intresseanmälan", written, 900)
        assert callable(raw_of)
        play.send(raw_of(message), cast.FORM)
        play.world.step()
        with play.world.parts.store.reading() as books:
            member = next(one for one in books.members.all() if one.fields.get("first_name") == "Greta")
            return next(one for one in books.consents.of_member(member.id) if one.kind == "matching")


def in_form(message: EmailMessage) -> bytes:
    return mails.in_body(message, resident("Greta", "Alm", "070-174 06 35"))


def in_words(message: EmailMessage) -> bytes:
    message.set_content(PROSE)
    return message.as_bytes()


@pytest.mark.parametrize(("raw_of", "how"), [(in_form, "formulär i mejl"), (in_words, "egna ord i mejl")])
def test_a_consent_is_recorded_as_given_when_and_how_the_person_wrote_it(
    tmp_path: Path, raw_of: object, how: str
) -> None:
    written = START - timedelta(days=3)
    consent = matching_consent(raw_of, tmp_path, written)
    assert (consent.how, consent.given_at.astimezone(UTC)) == (how, written)


def test_it_tells_which_label_was_answered(tmp_path: Path) -> None:
    assert matching_consent(in_form, tmp_path, START).wording.startswith(
        "Jag samtycker uttryckligen till att uppgifter"
    )


@pytest.mark.parametrize("days", [-2, 400])
def test_a_clock_that_cannot_be_believed_gives_way_to_ours(tmp_path: Path, days: int) -> None:
    consent = matching_consent(in_form, tmp_path, START - timedelta(days=days))
    assert timedelta(0) <= consent.given_at.astimezone(UTC) - START < timedelta(days=1)
