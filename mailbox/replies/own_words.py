"""Find what the person wrote in this mail, and nothing else.

What a reply decides is read from these words only: never from the quoted letter, whose guide itself says "JA 1 3",
nor from older answers, signatures or what a mail gateway put there.
"""

import re

from medverkan.mailbox.mime import html_of, text_of
from medverkan.mailbox.replies.html_quotes import html_with_quotes
from medverkan.mailbox.replies.quotes import without_quotes
from medverkan.mailbox.replies.signature import typed_only
from medverkan.mailbox.values import Letter

_MAX_TEXT = 64_000
_MAX_LINE = 4_000
_BLANK_LINES = re.compile(r"\n\s*\n(?:\s*\n)+")
_ODD_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u3000\t]")


def own_words(letter: Letter) -> str:
    """Return the writer's own words, "" when there are none. Total.

    An answer typed under a numbered line of the quoted letter comes as "2: nej tack".
    """
    plain = "\n".join(text_of(part) for part in letter.parts if part.inline and part.content_type == "text/plain")
    words = _words_of(plain, letter.sender_name)
    return words or _words_of(html_with_quotes(html_of(letter)), letter.sender_name)


def _words_of(text: str, sender_name: str) -> str:
    text = _ODD_SPACES.sub(" ", text[:_MAX_TEXT]).replace("\u200b", "").replace("\ufeff", "")
    lines = [line.rstrip()[:_MAX_LINE] for line in text.split("\n")]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    paragraphs = (typed_only(paragraph, sender_name) for paragraph in without_quotes(text))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
