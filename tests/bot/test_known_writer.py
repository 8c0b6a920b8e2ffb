"""Whoever is registered already is not registered anew by what they write, and a wish to leave wins over any form."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.demo.journey import Journey
from medverkan.mailbox.mime import plain_text
from medverkan.storage.lifecycle import MailState, MemberStatus
from medverkan.storage.values import Member
from tests.bot.town import LEAD, town, write

ASTA = ("Asta Kvist", "asta@post.example")
STRANGER = ("Ivar Lo", "ivar.lo@hemma.example")
FORM = (
    "Förnamn: {name}\nEfternamn: Kvist\nTelefon: 070-174 06 31\nKommun: Nybro\nFödelseår: 1953\n"
    "Jag har erfarenhet som: Brukare\nVad har du erfarenhet av?: Hemtjänst\n"
    "Jag samtycker till registrering och matchning på uppgifter om hälsa: {consent}\n"
)


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def of(play: Journey, address: str) -> list[Member]:
    with play.world.parts.store.reading() as books:
        return books.members.by_email(address)


@pytest.mark.parametrize(
    "said",
    [
        "Jag orkar inte längre. Ta bort mig ur registret är ni snälla.\n\n" + FORM.format(name="Asta", consent="ja"),
        "Nu har jag tänkt efter. Jag vill gå ur.\n\n" + FORM.format(name="Asta", consent="ja"),
        FORM.format(name="Asta", consent="nej, inte längre. Ta bort mig"),
        FORM.format(name="Asta", consent="Nej"),
        "Stryk mig ur registret!\n\n-----Ursprungligt meddelande-----\nÄmne: Intresseanmälan\n\n"
        + FORM.format(name="Asta", consent="ja"),
    ],
)
def test_a_wish_to_leave_wins_over_the_form_beside_it(play: Journey, said: str) -> None:
    write(play, ASTA, said)
    [asta] = of(play, ASTA[1])
    assert asta.status is MemberStatus.RESTRICTED
    assert play.world.folders()["Att granska"] == 1
    assert "Att granska" in plain_text(play.latest(LEAD, "lead-restricted"))


def test_a_stranger_who_wants_out_is_not_registered_and_the_mail_is_kept(play: Journey) -> None:
    write(play, STRANGER, "Ta bort mig ur registret, tack.\n\n" + FORM.format(name="Ivar", consent="ja"))
    assert of(play, STRANGER[1]) == []
    assert play.world.folders()["Att granska"] == 1
    with play.world.parts.store.reading() as books:
        assert [task.note for task in books.tasks.open_tasks(kinds=["rights"])] == ["radering"]


@pytest.mark.parametrize(
    "said",
    [
        "Hej, jag är bortrest till 15 december, föreslå mig inte innan dess. Ring mig sedan på 070-174 06 18. "
        "Jag vill gärna vara med igen då.\n/Asta",
        "Jag heter Asta Kvist och bor i Nybro. Min svåger Kent Ek, 070-174 06 50, vill också vara med i "
        "Intressebanken. Han har erfarenhet av hemtjänst.",
    ],
)
def test_the_words_of_somebody_who_is_here_reach_the_lead_and_register_nobody(play: Journey, said: str) -> None:
    before = of(play, ASTA[1])
    write(play, ASTA, said)
    assert of(play, ASTA[1]) == before
    assert play.world.folders()["Att granska"] == 1
    with play.world.parts.store.reading() as books:
        assert len(books.mails.in_state(MailState.ASIDE)) == 1


def test_a_filled_in_form_from_an_address_that_is_here_registers_another_of_the_family(play: Journey) -> None:
    write(play, ASTA, FORM.format(name="Arne", consent="ja"))
    with play.world.parts.store.reading() as books:
        assert {"Arne Kvist", "Asta Kvist"} <= {one.name for one in books.members.all()}
