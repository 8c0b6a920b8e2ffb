"""Take the name off whom a reply calls a colleague or a chief, where somebody on the list is called so too.

"Chefen Karin", "Peter, min chef," and "Anna på mottagningen" are none of the listed; whoever is named in full is.
"""

import re

from medverkan.mailbox.replies.names import People

_ROLE = (
    r"(?:kolleg(?:a|an|or|orna)|\w{0,24}chef(?:en)?|\w{0,20}samordnare?n?|kontaktperson(?:en)?|\w{0,20}sekreterare?n?"
    r"|handläggare?n?|kurator(?:n)?|assistent(?:en)?|vikarie(?:n)?|ordförande?n?|verksamhetsutvecklare?n?"
    r"|utvecklingsledare?n?|receptionist(?:en)?|sjuksköterska?n?|läkare?n?)"
)
_WHOSE = r"(?:min|vår|er|din|deras|hennes|hans|enhetens|mottagningens|avdelningens|klinikens|verksamhetens)"
_PLACE = (
    r"(?:\w{0,20}(?:mottagningen|avdelningen|enheten|kliniken|centralen|teamet|staben|förvaltningen|kansliet)|jobbet"
    r"|kontoret|verksamheten|arbetet|akuten|växeln|receptionen|ekonomin?|hr|it|vår (?:enhet|avdelning|mottagning))"
)

# "Jag nådde Bo på jobbet" tells where he was.
_REACHED = re.compile(
    r"\b(?:nå(?:r|dde|tt)|sök(?:er|te|t)|ring(?:er|de|t)|träffade?|tag (?:i|på)|fångade)(?: hem)? $", re.I
)


def without_namesakes(words: str, people: People) -> str:
    """Return the words with only the part that such people have in the matter: "chefen gav tummen upp"."""
    firsts = {whole.split()[0]: "|".join(map(re.escape, whole.split()[1:])) for whole in people.names.values() if whole}
    for first, rest in firsts.items():
        if not re.search(rf"\b{re.escape(first)}\b", words):
            continue
        name = rf"(?-i:{re.escape(first)})(?![\w-])(?! (?:{rest or '(?!)'})\b)"
        other = r"(?: (?-i:[A-ZÅÄÖ][\w-]{1,20}))?"
        words = re.sub(rf"\b(({_WHOSE} )?{_ROLE}) {name}{other}", r"\1", words, flags=re.I)
        words = re.sub(
            rf"\b{name}{other}"
            rf"(?:, ({_WHOSE} {_ROLE}),?| \(({_WHOSE} {_ROLE})\)| som är ({_WHOSE} {_ROLE}|{_ROLE}))(?!\w)",
            lambda found: next(filter(None, found.groups())),
            words,
            flags=re.I,
        )
        words = re.sub(rf"\b{name}{other} ((?:på|från|hos|vid) {_PLACE})\b", _at_work, words, flags=re.I)
    return words


def _at_work(found: re.Match[str]) -> str:
    reached = _REACHED.search(found.string[max(0, found.start() - 40) : found.start()])
    return found[0] if reached else f"kollegan {found[1]}"
