"""By which words a person is known again, however they are written – and by which not."""

import pytest

from medverkan.bot.rights.traces import text_of_mail, traces_of
from medverkan.storage.values import Member
from tests.bot.every_letter import member

STEN = {"first_name": "Sten Åke", "last_name": "Bergö", "phone": "+46701740644", "email": "sten.bergo@post.example",
        "guardian_name": "Maj Bergö", "postal_address": "Lövstigen 4, Byn"}  # fmt: skip
OTHER = member(first_name="Åsa", last_name="Bergö", phone="+46701740644", email="asa@post.example")


def found(text: str, *others: Member, own_case: bool = False) -> bool:
    return traces_of([STEN], others).are_in(text, own_case=own_case)


@pytest.mark.parametrize(
    "text",
    [
        "Sten Åke Bergö kommer",
        "STEN ÅKE  BERGÖ",
        "Sten A\u030ake Bergo\u0308",
        "Bergö, Sten Åke",
        "Sten Åkes mejl: STEN.BERGO@post.example.",
        "Sten Åke Bergös samtal",
        "ring 070-174 06 44",
        "ring 0701740644!",
        "+46 (0)70 174 06 44",
        "0046701740644",
        "070–174.06.44",
        "vårdnadshavare: maj bergö",
        "Lövstigen 4, byn",
    ],
)
def test_a_person_is_known_again(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sten",
        "Bergö kommun",
        "en sten på Bergön",
        "0701740645",
        "10701740644999",
        "xsten.bergo@post.example",
        "Åsa Bergö",
        "",
    ],
)
def test_somebody_else_is_not_taken_for_them(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize("text", ["Sten Åke blir bra", "Prata med Bergö", "STEN ÅKE: ja", "Sten Åkes samtal"])
def test_one_name_is_enough_in_a_case_where_they_were_listed(text: str) -> None:
    assert found(text, own_case=True)


def test_a_name_that_is_a_word_too_is_only_a_name_as_it_is_written() -> None:
    bo = traces_of([{"first_name": "Bo", "last_name": "Ek"}], [])
    assert not bo.are_in("Hon vill bo kvar vid en ek.", own_case=True)
    assert bo.are_in("Bo kommer.", own_case=True)


def test_what_somebody_else_shares_tells_of_neither_and_is_told() -> None:
    traces = traces_of([STEN], [OTHER])
    assert traces.shared == (OTHER.number,)
    assert not traces.are_in("ring 070-174 06 44")
    assert traces.are_in("sten.bergo@post.example")


def test_a_namesake_keeps_their_texts() -> None:
    namesake = member(first_name="Sten Åke", last_name="Bergö", phone="+46701740699")
    assert not found("Sten Åke Bergö kommer", namesake)


def test_an_older_name_is_known_too() -> None:
    traces = traces_of([STEN, {**STEN, "last_name": "Ljungö"}], [])
    assert traces.are_in("Sten Åke Ljungö")


def test_a_person_of_whom_nothing_is_known_is_nowhere() -> None:
    assert not traces_of([{}], []).are_in("Sten Åke Bergö", own_case=True)


def test_a_text_is_kept_but_for_the_person() -> None:
    traces = traces_of([STEN], [])
    assert (
        traces.scrubbed("Ring Sten Åke Bergö på 070-174 06 44 före tolv.") == "Ring [raderat] på [raderat] före tolv."
    )
    assert traces.scrubbed("Ring Åsa före tolv.") == "Ring Åsa före tolv."


@pytest.mark.parametrize(
    "raw",
    [
        b"Subject: =?utf-8?b?U3RlbiDDhWtlIEJlcmfDtg==?=\n\nHej",
        b"From: =?iso-8859-1?Q?Sten_=C5ke_Berg=F6?= <x@y.example>\n\nHej",
        b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nU3RlbiDDhWtlIEJlcmfDtg==\n",
        b"Content-Type: text/html; charset=utf-8\n\n<p>Sten&nbsp;&Aring;ke <b>Berg&ouml;</b></p>",
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/csv; charset=utf-8\n"
        b"Content-Disposition: attachment; filename=a.csv\n\nBerg\xc3\xb6, Sten \xc3\x85ke\n--b--\n",
    ],
)
def test_a_mail_is_read_through_whatever_it_is_wrapped_in(raw: bytes) -> None:
    assert found(text_of_mail(raw))
