"""Find what the person wrote in this mail, and nothing else.

What a reply decides is read from these words only: never from the quoted letter, whose guide itself says "JA 1 3",
nor from older answers, signatures or what a mail gateway put there.
"""

import re

from medverkan.mailbox.mime import html_of, text_of
from medverkan.mailbox.plaintext import html_text
from medverkan.mailbox.replies.between import announces_answers, answers_between, are_plain
from medverkan.mailbox.replies.html_quotes import html_with_quotes
from medverkan.mailbox.replies.quotes import without_quotes
from medverkan.mailbox.replies.signature import typed_only
from medverkan.mailbox.values import Letter

_MAX_TEXT = 64_000
_MAX_LINE = 4_000
_BLANK_LINES = re.compile(r"\n\s*\n(?:\s*\n)+")
_LABELLED = re.compile(r"\d{1,2}: ")
_ODD_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u3000\t]")


def own_words(letter: Letter) -> str:
    """Return the writer's own words, "" when there are none. Total.

    An answer typed under a numbered line of the quoted letter comes as "2: nej tack", with or without quote marks.
    """
    plain = "\n".join(text_of(part) for part in letter.parts if part.inline and part.content_type == "text/plain")
    if words := _words_of(plain, letter):
        return words
    html = html_of(letter)
    words = _words_of(html_with_quotes(html), letter)
    # Answers between the lines stand inside what the marks of the HTML call quoted.
    with_answers = _words_of(html_text(html), letter) if announces_answers(words) else ""
    added = with_answers.removeprefix(words) if with_answers.startswith(words) else ""
    return with_answers if added and all(map(_LABELLED.match, added.strip().split("\n\n"))) else words


def _words_of(text: str, letter: Letter) -> str:
    text = _ODD_SPACES.sub(" ", text[:_MAX_TEXT]).replace("\u200b", "").replace("\ufeff", "")
    lines = [line.rstrip()[:_MAX_LINE] for line in text.split("\n")]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    typed, quoted = without_quotes(text)
    paragraphs = [words for paragraph in typed if (words := typed_only(paragraph, letter.sender_name or letter.sender))]
    announced = announces_answers("\n".join(paragraphs))
    if quoted and (announced or not paragraphs):
        answers = answers_between(quoted, letter.header("To"))
        paragraphs += answers if announced or are_plain(answers) else []
    return "\n\n".join(paragraphs)
