"""How long a form in a mail's body takes to read, against bare MIME parsing of the same mail by the standard library.

Run it as a script: `python tests/bench/bench_reading.py [FOLDER …]`; without folders, form mails beside the tests.
Each mail's ratio is of medians taken in turns; the limit, 3, is for the median mail. "Again" remembers labels, as of
an earlier mail on the same form, but nothing of the mail's own text and times; "first sight" empties what is remembered
of labels too before every reading, as if no unit had ever sent that form before. Letters in prose are no forms: they
are measured beside.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from medverkan.mailbox.forms.naming import concepts, consents, labels, likely, value_kinds
from medverkan.mailbox.forms.values import dates
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.plaintext import body_of
from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Kind

LIMIT = 3.0
ROUNDS = 15
CORPUS = Path(__file__).parent.parent / "mailbox" / "corpus"
# As units and web forms send them, and harder ones on purpose.
USUAL, HARDER = ("forms_y", "forms_z"), ("forms_a", "forms_b")


def bare(raw: bytes) -> None:
    """Parse a mail and decode its parts, and nothing more."""
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    for part in message.walk():
        if not part.is_multipart():
            part.get_content()


OF_ONE_MAIL = (plain_text, body_of, dates.read_when, value_kinds.kinds_of)
OF_LABELS = (labels.label_of_text, labels.worded_label, labels.folded, likely.likely, concepts.meaning, consents._about)


def forget_mail() -> None:
    """Empty what is remembered of a mail's own text and times."""
    for remembered in OF_ONE_MAIL:
        remembered.cache_clear()


def forget() -> None:
    """Empty what is remembered of labels as well; single words are known from other forms."""
    forget_mail()
    for remembered in OF_LABELS:
        remembered.cache_clear()


def took_ms(work: Callable[[bytes], object], raw: bytes, before: Callable[[], None] = lambda: None) -> float:
    """Return the median of ROUNDS."""
    taken = []
    for _ in range(ROUNDS):
        before()
        start = time.perf_counter()
        work(raw)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def is_body_form(raw: bytes) -> bool:
    """Tell whether a mail holds a form, and no attachment in which it could be."""
    reading = read(raw)
    return reading.kind in {Kind.REQUEST, Kind.REGISTRATION} and all(part.inline for part in reading.letter.parts)


def letters_in(folder: Path) -> set[str]:
    """Return the mails of a folder that are letters in prose, as its truth says of the layout."""
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    return {name for name, of in truth.items() if isinstance(of, dict) and "prose" in of.get("layout", "")}


def main() -> None:
    """Measure every body form, and every letter, and print the median mail of each."""
    given = [Path(name) for name in sys.argv[1:]]
    ours = {"usual ": [CORPUS / name for name in USUAL], "harder ": [CORPUS / name for name in HARDER]}
    groups = {"": given} if given else ours
    for which, folders in groups.items():
        files = [file for folder in folders for file in sorted(folder.glob("*.eml"))]
        letters = {folder / name for folder in folders for name in letters_in(folder)}
        mails = [(file in letters, raw) for file in files if is_body_form(raw := file.read_bytes())]
        measure(f"{which}body forms", [raw for is_letter, raw in mails if not is_letter])
        measure(f"{which}letters in prose", [raw for is_letter, raw in mails if is_letter])


def measure(what: str, mails: list[bytes]) -> None:
    """Measure those mails and print the median one."""
    rows = [(took_ms(bare, raw), took_ms(read, raw, forget_mail), took_ms(read, raw, forget)) for raw in mails]
    for name, column in (("again", 1), ("first sight", 2)):
        ratio = statistics.median(row[column] / row[0] for row in rows)
        ours, theirs = statistics.median(row[column] for row in rows), statistics.median(row[0] for row in rows)
        said = f"{ours:.2f} ms, bare MIME {theirs:.2f} ms, ratio {ratio:.2f} (limit {LIMIT})"
        print(f"{len(rows)} {what}, {name}: {said}")


if __name__ == "__main__":
    main()
