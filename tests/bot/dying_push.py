"""A server that mail is pushed to and that dies at the first mail: `python -m tests.bot.dying_push HOME before|after`.

Before the mail is committed, or after it and before the answer. The port is in the settings of HOME.
"""

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot.adapters import receiving_of
from medverkan.bot.arrive import take_pushed
from medverkan.bot.parts import open_parts
from medverkan.bot.settings import load


async def main(home: Path, when: str) -> None:
    """Take mail until killed."""
    settings = load(home / "medverkan.toml", home=home)
    parts = open_parts(settings)

    def keep(*raws: bytes) -> None:
        if when == "after":
            take_pushed(parts, raws, datetime.now(UTC))
        os.kill(os.getpid(), signal.SIGKILL)

    receiving = receiving_of(settings)
    assert receiving
    async with receiving(keep):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
