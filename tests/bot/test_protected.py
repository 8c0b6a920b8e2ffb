"""Whoever may have a protected identity is taken out of everything at once, and the lead knows; consents stand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.commands import people
from medverkan.bot.demo.journey import Journey
from medverkan.mailbox.mime import plain_text
from medverkan.storage.lifecycle import MemberStatus
from medverkan.storage.values import Member
from tests.bot.town import LEAD, town, write

ASTA = ("Asta Kvist", "asta@post.example")


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def asta(play: Journey) -> Member:
    with play.world.parts.store.reading() as books:
        [member] = books.members.by_email(ASTA[1])
    return member


def test_a_resident_who_writes_of_it_is_stopped_everywhere_and_keeps_their_consents(play: Journey) -> None:
    assert asta(play).status is MemberStatus.REGISTERED
    write(play, ASTA, "Hej! Jag har fått skyddade personuppgifter. Vad händer nu?")
    assert asta(play).status is MemberStatus.RESTRICTED
    told = play.latest(LEAD, "lead-protected")
    assert "förslaget" in plain_text(told)
    with play.world.parts.store.reading() as books:
        assert "matching" in books.consents.live_kinds()[asta(play).id]
        assert [task.note for task in books.tasks.open_tasks(kinds=["rights"])] == ["skyddade personuppgifter"]
        assert books.tasks.open_tasks(kinds=["introduction"], member_id=asta(play).id) == []


def test_a_new_resident_who_tells_of_it_is_registered_and_stopped(play: Journey) -> None:
    write(
        play,
        ("Rut Ask", "rut.ask@hemma.example"),
        "Intresseanmälan\n\nFörnamn: Rut\nEfternamn: Ask\nTelefon: 070-174 06 44\nKommun: Nybro\nFödelseår: 1961\n"
        "Jag har erfarenhet som: Brukare\nVad har du erfarenhet av?: Hemtjänst. Obs: skyddad adress!\n"
        "Hur vill du medverka?: Fokusgrupp\nHur vill du bli kontaktad?: Telefon\nJag samtycker: Ja\n",
    )
    with play.world.parts.store.reading() as books:
        [member] = books.members.by_email("rut.ask@hemma.example")
    assert member.status is MemberStatus.RESTRICTED
    [told] = play.letters(LEAD, "lead-protected")
    assert member.number in plain_text(told)
    # That somebody new is to be phoned within five days would say the opposite of it.
    assert not any(member.number in plain_text(one) for one in play.letters(LEAD, "lead-new-registration"))


def test_a_lead_or_a_unit_who_writes_of_it_stops_nobody(play: Journey) -> None:
    write(play, ("Karin", LEAD), "Hur gör vi med skyddade personuppgifter?")
    write(play, ("Stranger", "x@enhet.example"), "Söker ni personer med skyddad identitet?")
    with play.world.parts.store.reading() as books:
        assert not [member for member in books.members.all() if member.status is MemberStatus.RESTRICTED]


def test_a_mistake_is_mended_by_one_command(play: Journey, capsys: pytest.CaptureFixture[str]) -> None:
    write(play, ASTA, "Min syster har skyddad identitet.")
    number = asta(play).number
    people.change_status(play.world.parts.settings.file, number, "tillbaka", None)
    assert "Fråga igen" not in capsys.readouterr().err
    assert asta(play).status is MemberStatus.CALLED
