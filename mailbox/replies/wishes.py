"""Recognise by wishes.txt what else a reply asks for: more people, a rest, how things stand, help, its answer back."""

import re

from medverkan.mailbox.replies.phrases import phrases, words_of

_FILE = "wishes.txt"
# "inga fler behövs" and "det får någon annan göra" wish for nobody.
_SEARCH = r"(?:leta|söka|titta|spana|fortsätta(?: att)?(?: leta| söka)?|ta fram|skicka)"
_FURTHER = r"(?: (?:vidare|fler|flera|mer|mera|efter|upp|fram|några|någon|andra|nya|namn|personer|förslag|längre))+"
_NO_MORE = re.compile(
    # "du behöver inte leta vidare"; turned round it asks or stands behind "då".
    rf"\b(?:behöver|ska|bör|(?:då|så|därför|alltså|nu) (?:behöver|ska) (?:du|ni|vi)) (?:inte|ej) {_SEARCH}{_FURTHER}"
    rf"|\b(?:leta|sök|titta|spana|fortsätt) (?:inte|ej){_FURTHER}"
    rf"|\b(?:inget|ingen|inga) (?:behov|anledning|skäl|idé|mening)(?: av| med)? att {_SEARCH}{_FURTHER}|"
    r"(?<!du )(?<!ni )(?<!det )\b(?:inga|inte|ej|utan|slipper|knappast)(?: (?:några|ha|se|söka|leta|behöva)){0,3}"
    r" (?:fler|flera|andra|nya|mer|vidare)\b"
    r"|\b(?:får|kan|ska|bör|måste) (?:någon|nån) annan\b|\b(?:någon|nån) annan (?:får|ska|kan|bör|måste)\b"
    r"|\b(?:hos|av|till) (?:någon|nån) annan\b"
    r"|\b(?:en|någon|nån) annan gång\b|\b(?:behöver|söker|vill ha) (?:vi )?(?:inga|inte|ej)\b",
    re.I,
)
_MASKS = re.compile(r"[?]")


def without_no_more(text: str) -> str:
    """Return the text without what only sounds as a wish for more people."""
    return _NO_MORE.sub(" ", text)


def wishes(text: str, heading: str) -> bool:
    """Tell whether a text, of a sentence or a whole reply, has a wish under a heading of wishes.txt."""
    if heading == "more":
        text = without_no_more(text)
    return bool(phrases(_FILE)[heading].search(words_of(_MASKS.sub(" ? ", text))))
