"""Answers typed between the lines of our letter are read though no ">" marks the letter, and nobody else's are."""

from email.message import EmailMessage

import pytest

from medverkan.mailbox.mime import parse
from medverkan.mailbox.reading import read
from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Action, Candidate

HEADER = (
    "Från: Invånarmedverkan <bank@region.example>\nSkickat: den 4 februari 2027 15:15\nTill: Tove\nÄmne: Förfrågan\n"
)
LETTER = (
    "Hej Tove!\n\nHabiliteringen har bett om två personer. Jag föreslår:\n\n"
    "1. Solveig Nyqvist, Kalmar, närstående\n   + Har själv mött habiliteringen.\n{0}\n"
    "2. Hamid Rezai, Nybro, brukare\n   - Har haft två uppdrag i år.\n{1}\n"
    "3. Gun-Britt Ekdahl, Kalmar, patient\n{2}\n"
    "Svara på det här mejlet:\nJA 1 3 - då går jag vidare med 1 och 3\nNEJ - ingen passar\n"
)
PEOPLE = (Candidate(1, "Solveig Nyqvist"), Candidate(2, "Hamid Rezai"), Candidate(3, "Gun-Britt Ekdahl"))


def mail(text: str, *, html: bool = False) -> bytes:
    message = EmailMessage()
    message["From"] = "Tove Ek <tove@region.example>"
    message["To"] = "Invånarmedverkan <bank@region.example>"
    message["Subject"] = "SV: Förfrågan"
    message["Message-ID"] = "<a@region.example>"
    message["In-Reply-To"] = "<b@region.example>"
    paragraphs = "".join(f"<p>{line.replace('<', '&lt;')}</p>" for line in text.split("\n") if line)
    message.set_content(
        f"<html><body>{paragraphs}</body></html>" if html else text, subtype="html" if html else "plain"
    )
    return message.as_bytes()


def said(text: str, *, html: bool = False) -> str:
    return own_words(parse(mail(text, html=html)))


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize("top", ["Se mina svar nedan.", "Hej, svar i rött i listan!", "My answers are inline below."])
def test_answers_under_the_numbered_lines_are_read(top: str, html: bool) -> None:
    text = f"{top}\n\n{HEADER}\n{LETTER.format('Ja gärna!', 'Nej, han har haft nog.', 'ja, henne också')}"
    assert said(text, html=html).endswith("1: Ja gärna!\n\n2: Nej, han har haft nog.\n\n3: ja, henne också")
    decision = read(mail(text, html=html), candidates=PEOPLE).decision
    assert decision is not None
    assert (decision.action, decision.picks, decision.rejects) == (Action.APPROVE, (1, 3), (2,))


def test_a_mail_that_is_nothing_but_such_answers_is_read() -> None:
    assert said(f"{HEADER}\n{LETTER.format('', 'Ja.', '')}") == "2: Ja."


def test_the_lines_of_the_letter_itself_are_no_answers() -> None:
    assert said(f"Se nedan.\n\n{HEADER}\n{LETTER.format('', '', '')}") == "Se nedan."


def test_what_a_colleague_answered_between_the_lines_is_not_the_writers() -> None:
    theirs = HEADER.replace("Invånarmedverkan <bank@region.example>", "Åsa Berg <asa@region.example>")
    answered = LETTER.format("Ja.", "Nej.", "Ja.")
    assert said(f"Åsa har svarat nedan.\n\n{theirs}\n{answered}") == "Åsa har svarat nedan."
    assert said(f"{theirs.replace(' <asa@region.example>', '')}\n{answered}") == ""


def test_an_ordinary_answer_above_the_letter_is_not_mixed_with_it() -> None:
    assert said(f"Ja till tvåan.\n\n{HEADER}\n{LETTER.format('Ja.', '', '')}") == "Ja till tvåan."


@pytest.mark.parametrize(
    "mark", ["", ">>> Invånarmedverkan <bank@region.example> 2027-02-04 15:15 >>>\n", "4 feb 2027 från banken\n\n"]
)
def test_our_letter_is_never_read_whatever_put_it_there(mark: str) -> None:
    assert "JA 1 3" not in said(f"Låt det vila.\n\n{mark}{LETTER.format('', '', '')}")
