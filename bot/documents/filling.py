"""Fill in a form in a process that may die of it: `python -m …filling < frame`, one for each form.

What came by mail is never opened in our own process. It limits itself before it looks at a byte, and answers with one
word or with the filled-in form; the environment, which holds passwords, is not handed down.
"""

import os
import subprocess
import sys
from dataclasses import asdict

from medverkan.bot.documents.places import Contact
from medverkan.bot.documents.unfilled import UnfilledError, Why
from medverkan.mailbox.documents.child import limit_resources
from medverkan.mailbox.documents.frames import Request, frame, read_frame
from medverkan.mailbox.documents.warm import environment

TIMEOUT_S = 20
MAX_INPUT = 10 * 1024 * 1024
MAX_OUTPUT = 12 * 1024 * 1024
_DONE = b"\0"


def filled_in(content: bytes, contact: Contact, timeout_s: float = TIMEOUT_S) -> bytes:
    """Return a Word or PDF form with the contact details in it. Raises UnfilledError, and nothing else."""
    if len(content) > MAX_INPUT:
        raise UnfilledError(Why.BROKEN)
    # The name of a file crosses the pipe as JSON: here it is the person's details.
    head = Request(_packed(contact), "", len(content), timeout_s)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-I", "-m", __name__],
            input=frame(head) + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            timeout=timeout_s,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        raise UnfilledError(Why.BROKEN) from error
    if done.stdout.startswith(_DONE) and len(done.stdout) <= MAX_OUTPUT:
        return done.stdout[1:]
    raise UnfilledError(_why(done.stdout))


def _why(answer: bytes) -> Why:
    try:
        return Why(answer.decode("ascii"))
    except ValueError:
        return Why.BROKEN


def _packed(contact: Contact) -> str:
    import json

    return json.dumps(asdict(contact))


def _unpacked(text: str) -> Contact:
    import json

    said = json.loads(text)
    return Contact(**(said | {"more": tuple(said["more"])}))


def _answer(content: bytes, contact: Contact) -> bytes:
    from medverkan.bot.documents.pdf_form import fill_in_pdf
    from medverkan.bot.documents.word_form import fill_in_word

    try:
        return _DONE + (fill_in_pdf if b"%PDF-" in content[:1024] else fill_in_word)(content, contact)
    except UnfilledError as error:
        return error.why.encode()
    except Exception:  # noqa: BLE001 - whatever a library makes of hostile bytes: nothing of it may reach a log
        return Why.BROKEN.encode()


def main() -> int:
    """Answer one frame from standard input."""
    limit_resources()
    taken = read_frame(sys.stdin.buffer)
    if taken is None:
        return 2
    with os.fdopen(os.dup(1), "wb") as out:
        # What a library prints goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        out.write(_answer(taken[1], _unpacked(taken[0].filename)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
