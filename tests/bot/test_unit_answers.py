"""A unit answers our letter, as its people write and its mail programs send: what is merged, echoed, asked again."""

from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from html import escape
from pathlib import Path

import pytest

from medverkan.bot.demo import cast, mails
from medverkan.bot.demo.journey import Journey
from medverkan.mailbox.answers.asked import asked_in
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Kind, Letter
from tests.bot.town import LEAD, UNIT, case_of, town


@contextmanager
def incomplete(tmp_path: Path, *without: str, **instead: str) -> Iterator[Journey]:
    """Yield a town whose request lacks those fields, or has other values."""
    form = tuple((label, instead.get(label, value)) for label, value in cast.HOME_CARE_FORM if label not in without)
    with town(tmp_path, form=form) as play:
        yield play


def receipt(play: Journey) -> Letter:
    return play.latest(UNIT[1], "unit-received")


def envelope(play: Journey, letter: Letter, *, threaded: bool = True) -> EmailMessage:
    play.serial += 1
    message = mails.mail(UNIT, f"SV: {letter.subject}", play.at, play.serial)
    if threaded:
        message["In-Reply-To"] = letter.message_id
    return message


def quoted(letter: Letter) -> list[str]:
    return plain_text(letter).splitlines()


def outlook_html(play: Journey, letter: Letter, words: str) -> bytes:
    """Return an answer typed on top in Outlook, HTML only, the quoted letter below its ruled header."""
    message = envelope(play, letter)
    typed = "".join(f"<p class=MsoNormal>{escape(line) or '&nbsp;'}</p>" for line in words.split("\n"))
    below = "".join(f"<p class=MsoNormal>{escape(line) or '&nbsp;'}</p>" for line in quoted(letter))
    message.set_content(
        f"<html><body><div class=WordSection1>{typed}<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;"
        f"padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Från:</b> Intressebanken<br><b>Skickat:</b> den 1 februari "
        f"2027 09:13<br><b>Till:</b> {escape(UNIT[0])}<br><b>Ämne:</b> {escape(letter.subject)}</p></div></div>"
        f"{below}</div></body></html>",
        subtype="html",
    )
    return message.as_bytes()


def gmail(play: Journey, letter: Letter, words: str) -> bytes:
    """Return an answer on top in Gmail: both bodies, the quote marked."""
    message = envelope(play, letter)
    below = quoted(letter)
    message.set_content(
        f"{words}\n\nDen mån 1 feb. 2027 kl 09:13 skrev Intressebanken <x@region.example>:\n\n"
        + "\n".join(f"> {line}" for line in below)
    )
    message.add_alternative(
        f"<div dir=ltr>{escape(words).replace(chr(10), '<br>')}</div><br><div class=gmail_quote><div class=gmail_attr>"
        f"Den mån 1 feb. 2027 kl 09:13 skrev Intressebanken:<br></div><blockquote class=gmail_quote>"
        f"{'<br>'.join(map(escape, below))}</blockquote></div>",
        subtype="html",
    )
    return message.as_bytes()


def inline(play: Journey, letter: Letter, answers: dict[int, str], sign: str = "> ", top: str = "") -> bytes:
    """Return answers typed below the quoted questions; without a sign as Outlook leaves the quoted letter."""
    message = envelope(play, letter)
    lines = [top, "", "Från: Intressebanken <x@region.example>", "Skickat: den 1 februari 2027 09:13",
             f"Till: {UNIT[0]}", f"Ämne: {letter.subject}", ""] if not sign else [
             top, "", "Den 2027-02-01 kl. 09:13 skrev Intressebanken <x@region.example>:"]  # fmt: skip
    for line in quoted(letter):
        lines.append(f"{sign}{line}".rstrip())
        number = line.partition(".")[0]
        if number.isdigit() and int(number) in answers:
            lines += ["", answers[int(number)], ""]
    message.set_content("\n".join(lines))
    return message.as_bytes()


def arrives(play: Journey, raw: bytes) -> None:
    play.send(raw, UNIT)
    play.world.step()


def told(play: Journey) -> str:
    return plain_text(receipt(play))


def test_what_is_missing_is_numbered_and_the_numbers_are_read_back(tmp_path: Path) -> None:
    with incomplete(tmp_path, "Syfte och mål", "Antal personer", **{"Datum och tid": "onsdag 16 mars 2027"}) as play:
        asked = asked_in(Kind.REQUEST, plain_text(receipt(play)))
        assert [(one.number, one.key) for one in asked] == [(1, "purpose"), (2, "people_wanted"), (3, "when_text")]


@pytest.mark.parametrize("program", [outlook_html, gmail])
def test_a_numbered_answer_is_merged_and_echoed_plainly(tmp_path: Path, program: object) -> None:
    with incomplete(tmp_path, "Antal personer", "Plats eller digitalt") as play:
        words = "Hej!\n\n1. tre\n2. Biblioteket i Nybro\n\nVänliga hälsningar\nEva Lindstam\nUtvecklingsledare"
        arrives(play, program(play, receipt(play), words))  # type: ignore[operator]
        assert case_of(play).state == "proposed"
        assert (case_of(play).people_wanted, case_of(play).fields["place"]) == (3, "Biblioteket i Nybro")
        assert "- Antal personer: 3 (nytt)\n- Plats: Biblioteket i Nybro (nytt)\n" in told(play)
        assert "Syfte och mål" not in told(play)


@pytest.mark.parametrize("sign", ["> ", ""])
def test_answers_typed_below_our_questions_are_merged(tmp_path: Path, sign: str) -> None:
    with incomplete(tmp_path, "Syfte och mål", "Antal personer", "Plats eller digitalt") as play:
        answers = {1: "Att kortare vägar\ntill hjälp blir kända.", 3: "Rådhuset, Nybro"}
        arrives(play, inline(play, receipt(play), answers, sign, "Hej, se mina svar nedan."))
        case = case_of(play)
        assert (case.fields["purpose"], case.fields["place"]) == (
            "Att kortare vägar till hjälp blir kända.", "Rådhuset, Nybro",
        )  # fmt: skip
        assert case.missing == ("people_wanted",)
        assert "1. Antal personer" in told(play)


def test_a_lone_answer_below_the_second_of_three_questions_is_its_answer(tmp_path: Path) -> None:
    with incomplete(tmp_path, "Syfte och mål", "Antal personer", "Plats eller digitalt") as play:
        arrives(play, inline(play, receipt(play), {2: "4"}))
        assert case_of(play).people_wanted == 4
        assert case_of(play).missing == ("purpose", "place")


def test_numbers_mean_the_questions_of_the_letter_that_is_answered(tmp_path: Path) -> None:
    with incomplete(tmp_path, "Syfte och mål", "Antal personer", "Plats eller digitalt") as play:
        first = receipt(play)
        play.answer(first, "1: Att lära oss mer om väntan.", UNIT)
        second = receipt(play)
        assert "1. Antal personer" in plain_text(second)
        play.answer(first, "2: 3", UNIT)
        assert case_of(play).people_wanted == 3
        play.answer(second, "2: Nybro bibliotek", UNIT)
        assert case_of(play).fields["place"] == "Nybro bibliotek"
        assert case_of(play).fields["purpose"] == "Att lära oss mer om väntan."
        assert case_of(play).state == "proposed"


def test_numbers_count_for_nothing_where_the_letter_cannot_be_told(tmp_path: Path) -> None:
    with incomplete(tmp_path, "Syfte och mål", "Antal personer", "Plats eller digitalt") as play:
        play.answer(receipt(play), "1: Att lära oss mer om väntan.", UNIT)
        message = envelope(play, receipt(play), threaded=False)
        message.set_content("1: 3")
        arrives(play, message.as_bytes())
        assert "people_wanted" not in case_of(play).fields
        assert case_of(play).fields["purpose"] == "Att lära oss mer om väntan."


def test_the_number_of_people_that_the_unit_picks_settles_the_question(tmp_path: Path) -> None:
    text = "Vi vill förstå hemtjänsten. Vi söker fyra personer till samtalet."
    with incomplete(tmp_path, **{"Beskrivning av uppdraget": text}) as play:
        assert case_of(play).state == "incomplete"
        play.answer(receipt(play), "Det är 2 som gäller.", UNIT)
        assert case_of(play).state == "proposed"
        assert "- Antal personer: 2 (som tidigare)" in told(play)
        play.answer(receipt(play), "Plats: Torsås bibliotek", UNIT)
        assert case_of(play).questions == ()


def test_a_new_date_keeps_the_time_and_a_wrong_weekday_is_asked_about_again(tmp_path: Path) -> None:
    with incomplete(tmp_path, **{"Datum och tid": "onsdag 16 mars 2027 kl. 13.00–15.00"}) as play:
        play.answer(receipt(play), "Det ska vara måndag den 23 mars.", UNIT)
        assert case_of(play).state == "incomplete"
        assert "måndag den 23 mars" in case_of(play).questions[0]
        play.answer(receipt(play), "Förlåt, tisdag 23 mars.", UNIT)
        fields = case_of(play).fields
        assert (fields["date_start"], fields["time_start"], fields["time_end"]) == ("2027-03-23", "13:00", "15:00")
        assert "tisdag 23 mars 2027 kl. 13.00–15.00" in told(play)
        assert told(play).count("tisdag 23 mars") == 1


def test_a_moved_time_keeps_the_day(tmp_path: Path) -> None:
    with incomplete(tmp_path) as play:
        play.answer(receipt(play), "Hej! Tiden är flyttad till kl 10.", UNIT)
        fields = case_of(play).fields
        assert (fields["date_start"], fields["time_start"]) == ("2027-03-16", "10:00")
        assert "time_end" not in fields


def test_a_range_of_people_is_asked_about(tmp_path: Path) -> None:
    with incomplete(tmp_path, "Antal personer") as play:
        play.answer(receipt(play), "2-3 stycken", UNIT)
        assert case_of(play).state == "incomplete"
        assert "Tack för svaret." in told(play)
        assert [one.key for one in asked_in(Kind.REQUEST, told(play))] == ["people_wanted"]
        assert "”2-3”" in told(play)
        play.answer(receipt(play), "3", UNIT)
        assert (case_of(play).people_wanted, case_of(play).state) == (3, "proposed")


def test_an_unclear_answer_is_asked_again_twice_and_then_the_lead_reads_it(tmp_path: Path) -> None:
    with incomplete(tmp_path, "Syfte och mål", "Beskrivning av uppdraget") as play:
        for _ in range(2):
            play.answer(receipt(play), "Vi ska bygga om entrén.", UNIT)
        again = play.letters(UNIT[1], "unit-unclear")
        assert len(again) == 2
        assert "| Vi ska bygga om entrén." in plain_text(again[-1])
        assert "2. Syfte och mål" in plain_text(again[-1])
        assert play.letters(LEAD, "lead-unit-says") == []
        play.answer(again[-1], "Vi ska bygga om entrén.", UNIT)
        assert len(play.letters(UNIT[1], "unit-unclear")) == 2
        assert "bygga om entrén" in plain_text(play.latest(LEAD, "lead-unit-says"))
        play.answer(again[-1], "1: Deltagarna provgår entrén.\n2: Att alla ska hitta rätt.", UNIT)
        assert case_of(play).state == "proposed"


def test_a_question_back_goes_to_the_lead_and_what_was_clear_is_merged(tmp_path: Path) -> None:
    with incomplete(tmp_path, "Antal personer", "Perspektiv") as play:
        play.answer(receipt(play), "2: tre stycken\nKan det vara en anhörig i stället?", UNIT)
        assert case_of(play).people_wanted == 3
        assert case_of(play).missing == ("perspectives",)
        lead = plain_text(play.latest(LEAD, "lead-unit-says"))
        assert "| Kan det vara en anhörig" in lead
        assert "- Antal personer: 3 (nytt)" in lead


def test_words_beside_a_clear_answer_reach_the_lead(tmp_path: Path) -> None:
    with incomplete(tmp_path) as play:
        play.answer(receipt(play), "Antal personer: 3\n\nHiss finns i huset.", UNIT)
        assert case_of(play).people_wanted == 3
        assert "- Hiss finns i huset." in plain_text(play.latest(LEAD, "lead-unit-says"))


def test_a_request_taken_back_reaches_the_lead_at_once(tmp_path: Path) -> None:
    with incomplete(tmp_path, "Antal personer") as play:
        play.answer(receipt(play), "Vi drar tillbaka förfrågan, vi har redan 3 personer.", UNIT)
        assert "people_wanted" not in case_of(play).fields
        letter = play.latest(LEAD, "lead-unit-says")
        assert "verkar ta tillbaka sin förfrågan" in letter.subject
        told_lead = plain_text(letter)
        assert "drar tillbaka" in told_lead
        assert f"AVSLUTA {case_of(play).number}" in told_lead
        assert "Be verksamheten svara" not in told_lead


def test_the_answer_to_the_leads_own_question_is_the_leads_to_read(tmp_path: Path) -> None:
    with incomplete(tmp_path) as play:
        play.answer(play.latest(LEAD, "lead-proposal"), "FRÅGA Går det att delta digitalt?")
        play.answer(play.latest(UNIT[1], "unit-question"), "Ja. Plats: via Teams", UNIT)
        assert case_of(play).fields["place"] == "via Teams"
        assert "| Ja. Plats: via Teams" in plain_text(play.latest(LEAD, "lead-unit-says"))


def test_nothing_in_quotes_signature_or_disclaimer_is_an_answer(tmp_path: Path) -> None:
    with incomplete(tmp_path, "Plats eller digitalt", "Telefon") as play:
        words = (
            "Tack, jag återkommer.\n\nMed vänlig hälsning\nEva Lindstam\nBiblioteksgatan 3, Nybro\n070-174 06 88\n\n"
            "Detta meddelande är avsett för mottagaren. Personuppgifter behandlas enligt dataskyddsförordningen."
        )
        before = case_of(play).fields
        for program in (gmail, outlook_html):
            arrives(play, program(play, receipt(play), words))
        assert case_of(play).fields == before


def test_a_changed_place_takes_its_format_with_it(tmp_path: Path) -> None:
    with incomplete(tmp_path, **{"Plats eller digitalt": "Digitalt via Teams"}) as play:
        assert case_of(play).fields["format"] == "remote"
        play.answer(receipt(play), "Lokalen blir Glasbruket i stället.", UNIT)
        assert case_of(play).fields["place"] == "Glasbruket"
        assert "format" not in case_of(play).fields
        assert "- Plats: Digitalt via Teams → Glasbruket\n" in told(play)


def test_the_reminder_is_answered_by_number_too(tmp_path: Path) -> None:
    with incomplete(tmp_path, "Syfte och mål", "Antal personer") as play:
        play.world.clock.forward(days=7)
        play.world.step()
        arrives(play, outlook_html(play, play.latest(UNIT[1], "unit-unanswered"), "2) två\n1) Att lära oss av andra."))
        assert (case_of(play).people_wanted, case_of(play).state) == (2, "proposed")


def test_an_answer_as_long_as_a_form_is_merged_into_the_case(tmp_path: Path) -> None:
    with incomplete(tmp_path, "Syfte och mål", "Antal personer", "Önskad erfarenhet") as play:
        words = (
            "Hej!\n\nVerksamhet: Utvecklingsenheten för nära vård\nTyp av medverkan: Fokusgrupp\n"
            "Syfte: Att fler ska känna igen personalen.\nAntal personer: 3\nErfarenhet: Hemtjänst i egen bostad\n"
            "Datum: 18 mars 2027\nTid: kl 9-11\nPlats: Torsås bibliotek\n\nHälsningar Eva"
        )
        arrives(play, gmail(play, receipt(play), words))
        with play.world.parts.store.reading() as books:
            assert len(books.requests.in_state()) == 1
        case = case_of(play)
        assert (case.people_wanted, case.fields["place"], case.state) == (3, "Torsås bibliotek", "proposed")
        assert case.contact == UNIT[1]


def test_a_changed_address_is_verified_anew(tmp_path: Path) -> None:
    with incomplete(tmp_path) as play:
        assert case_of(play).release_to
        play.answer(receipt(play), "Ny e-postadress: annan.adress@region.example", UNIT)
        assert case_of(play).contact == "annan.adress@region.example"
        assert case_of(play).release_to == ""


def test_after_the_calls_have_begun_an_answer_changes_nothing_and_the_lead_reads_it(tmp_path: Path) -> None:
    with incomplete(tmp_path) as play:
        play.answer(play.latest(LEAD, "lead-proposal"), "JA 1")
        play.answer(receipt(play), "Antal personer: 4", UNIT)
        assert case_of(play).people_wanted == 2
        assert "| Antal personer: 4" in plain_text(play.latest(LEAD, "lead-unit-says"))


def test_a_promise_to_come_back_is_not_asked_again(tmp_path: Path) -> None:
    with incomplete(tmp_path, "Antal personer") as play:
        play.answer(receipt(play), "Vi återkommer om antalet nästa vecka.", UNIT)
        assert play.letters(UNIT[1], "unit-unclear") == []
        assert "återkommer om antalet" in plain_text(play.latest(LEAD, "lead-unit-says"))
