"""A person's extract: all that is held about them, from their first mail to the last letter, and of nobody else."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.demo import cast, mails
from medverkan.bot.demo.journey import Journey
from medverkan.bot.extract.gather import gathered
from medverkan.bot.extract.others import SOMEBODY, Others
from medverkan.bot.extract.pages import as_page, as_pdf
from medverkan.storage.lifecycle import MemberStatus
from medverkan.storage.values import Member
from tests.bot.documents.shown import text_of_pdf
from tests.bot.town import RESIDENTS, UNIT, case_of, picked, resident, town, write

OWN = resident(
    "Kanarina",
    "Voljärsson",
    "070-174 06 66",
    **{
        "E-post": "kanarina.voljarsson@post.example",
        "Postadress": "Sittpinnevägen 77, 999 99 Burby",
        "Vad har du erfarenhet av?": "Jag har hemtjänst morgon och kväll sedan jag fick fjädersjukan.",
    },
)


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path, (*RESIDENTS, OWN)) as made:
        yield made


def member(play: Journey, first: str) -> Member:
    with play.world.parts.store.reading() as books:
        return next(one for one in books.members.all() if one.fields["first_name"] == first)


def extract(play: Journey, first: str = "Kanarina") -> dict[str, Any]:
    parts = play.world.parts
    with parts.store.reading() as books:
        return gathered(books, parts, member(play, first), play.world.clock())


def delivered(play: Journey) -> list[str]:
    """Deliver Kanarina and two others, with words about all of them; return the others' first names."""
    people = {name: number for number, name, _ in play.people(case_of(play))}
    own = next(number for name, number in people.items() if name.startswith("Kanarina"))
    others = [name for name in people if not name.startswith("Kanarina")][:2]
    numbers = " ".join(str(people[name]) for name in others)
    calls = picked(play, f"JA {own} {numbers}")
    play.answer(calls, f"{own} ja, {others[0]} ringer upp. {others[1].split()[0]} svarade inte.")
    play.world.clock.forward(minutes=20)
    play.world.step()
    write(play, UNIT, f"Tack! Vi har ringt Kanarina Voljärsson och {others[0]}, 0701740666.")
    write(play, ("K V", "kanarina.voljarsson@post.example"), "Hej, går det bra att komma fem minuter sent?")
    with play.world.parts.store.transaction() as books:
        books.tasks.add(
            "review", "hand", play.world.clock(), member_id=member(play, "Kanarina").id, note=f"Ring, som {others[0]}."
        )
    return others


def test_all_that_is_held_stands_there_with_from_whom_to_whom_why_and_how_long(play: Journey) -> None:
    delivered(play)
    found = extract(play)
    told = text_of_pdf(as_pdf(found))
    for said in (
        "Kanarina", "Voljärsson", "070-174 06 66", "Sittpinnevägen 77", "fjädersjukan", "Anmälan kom i ett mejl",
        "Det är en uppgift av allmänt intresse", "Vartannat år frågar vi dig", "Så gick det", "Talade för",
        "komma fem minuter sent", "Vi har ringt Kanarina", "Du kan få alla uppgifter raderade", "imy.se",
    ):  # fmt: skip
        assert said in told, said
    (received,) = found["received"]
    assert received["address"] == UNIT[1]
    assert UNIT[1] in told
    assert [one["text"] for one in found["letters"] if one["kind"] == "participant-assignment"]


def test_nobody_elses_name_number_or_address_is_in_it(play: Journey) -> None:
    names = delivered(play)
    found = extract(play)
    everything = json.dumps(found, ensure_ascii=False) + as_page(found) + text_of_pdf(as_pdf(found))
    assert SOMEBODY in everything
    for rows in RESIDENTS:
        other = dict(rows)
        assert other["Efternamn"] not in everything
        assert other["Telefon"] not in everything
        assert other["Telefon"].replace(" ", "").replace("-", "")[1:] not in everything
        assert (other.get("E-post") or "ingen adress") not in everything
    for name in names:
        assert f"{name.split()[0]} " not in everything.replace("Kanarina ", "")


def test_a_mail_from_an_address_that_two_share_is_nobodys_own(play: Journey) -> None:
    rows = resident("Knut", "Voljärsson", "070-174 06 66", **{"E-post": "kanarina.voljarsson@post.example"})
    play.send(mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan"), rows), cast.FORM)
    play.world.step()
    write(
        play,
        ("K V", "kanarina.voljarsson@post.example"),
        "Jag, Knut, har fått en knut på ryggen.\nKanarina Voljärsson mår bra.",
    )
    everything = json.dumps(extract(play), ensure_ascii=False)
    assert "Kanarina Voljärsson mår bra" in everything
    assert "på ryggen" not in everything


def test_what_a_couple_shares_is_the_persons_own_too() -> None:
    her = _member("1", first_name="Anna", last_name="Ek", phone="+46701740605")
    him = _member("2", first_name="Bo", last_name="Ek", phone="+46701740605", email="bo@post.example")
    others = Others(her, [her, him], frozenset())
    told = others.masked({"note": "Ring Anna Ek på 070-174 06 05. Bo Ek, bo@post.example, svarade.", "at": [1, None]})
    assert told == {"note": f"Ring Anna Ek på 070-174 06 05. {SOMEBODY}, {SOMEBODY}, svarade.", "at": [1, None]}


def test_a_first_name_tells_only_of_somebody_in_the_same_case_and_of_no_namesake() -> None:
    her = _member("1", first_name="Anna", last_name="Ek")
    bo = _member("2", first_name="Bo", last_name="Al")
    anna = _member("3", first_name="Anna", last_name="Berg")
    near = Others(her, [her, bo, anna], frozenset({"2", "3"}))
    assert near.masked("Bo kan inte, Anna kan") == f"{SOMEBODY} kan inte, Anna kan"
    far = Others(her, [her, bo, anna], frozenset())
    assert far.masked("Ett rum att bo i. Bo kan inte") == "Ett rum att bo i. Bo kan inte"


def test_somebody_of_whom_little_is_known_gets_a_page_too(play: Journey) -> None:
    with play.world.parts.store.transaction() as books:
        bare = books.members.add({"first_name": "Ada"}, ("phone",), play.world.clock())
    with play.world.parts.store.reading() as books:
        found = gathered(books, play.world.parts, bare, play.world.clock())
    told = text_of_pdf(as_pdf(found))
    assert "Ingen utanför Intressebanken har fått dina kontaktuppgifter" in told
    assert "Anmälan är inskriven av den som sköter Intressebanken" in told
    assert "Inget är antecknat" in told


def _member(row_id: str, **fields: str) -> Member:
    now = datetime(2026, 3, 2, tzinfo=UTC)
    return Member(row_id, f"M-{row_id}", MemberStatus.ACTIVE, 1, fields, (), now, None, None, None)


NAMES = ("Bo", "Berit", "Åke", "Nils-Erik", "Örjan"), ("Ek", "Öberg", "Åström", "von Platen", "Lind")


@given(st.lists(st.tuples(st.sampled_from(NAMES[0]), st.sampled_from(NAMES[1])), min_size=1, max_size=4, unique=True),
       st.sampled_from(["{0} {1} ringer", "{1}, {0}", "Hej!{0}\n{1}s dotter", "Ring {0}  {1}.", "({0} {1})"]),
       st.integers(5, 99))  # fmt: skip
def test_whoever_else_is_named_is_taken_out_in_any_words(
    others: list[tuple[str, str]], words: str, number: int
) -> None:
    her = _member("0", first_name="Anna", last_name="Granlund", phone="+46701740604")
    phone = f"+467017406{number:02d}"
    them = [
        _member(str(at), first_name=first, last_name=last, phone=phone) for at, (first, last) in enumerate(others, 1)
    ]
    written = (
        "\n".join(words.format(first, last) for first, last in others) + f"\nAnna Granlund, 070-174 06 {number:02d}"
    )
    told = Others(her, [her, *them], frozenset()).masked(written)
    assert not any(f"{first} {last}" in told or f"{last}, {first}" in told for first, last in others)
    assert f"06 {number:02d}" not in told
    assert "Anna Granlund" in told
