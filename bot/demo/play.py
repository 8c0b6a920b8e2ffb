"""`medverkan demo`: the journey played in front of the reader, the letters left in a folder, a summary at the end."""

import logging
import sys
import tempfile
import threading
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot import show, words
from medverkan.bot.demo import journey
from medverkan.bot.demo.journey import Journey
from medverkan.bot.demo.world import MAILBOX, PASSWORD, USER, World, world
from medverkan.mailbox.mime import parse, plain_text

# A Monday morning with room before the assignments in March.
START = datetime(2027, 2, 1, 8, 12, tzinfo=UTC)


def play(*, keep: bool = False, folder: Path | None = None) -> int:
    """Play the whole journey; with `keep`, leave the servers running until Ctrl-C."""
    show.log_to_stderr(logging.ERROR)
    folder = (folder or Path(tempfile.mkdtemp(prefix="medverkan-demo-"))).absolute()
    began = time.monotonic()
    with world(folder / "home", START) as where:
        acts(Journey(where, _tell))
        _save_letters(where, folder)
        _summary(where, folder, time.monotonic() - began)
        if keep:
            _wait(where)
    return 0


def acts(play: Journey) -> None:
    """Play every act in order."""
    play.tell("Medverkan: en hel resa på inbyggda servrar. Alla personer är påhittade.")
    _heading(play, "1. Mejl kommer")
    journey.act_one_mail_arrives(play)
    _heading(play, "2. Vad boten har förstått")
    journey.act_two_understood(play)
    _heading(play, "3. Förslag")
    proposal = journey.act_three_proposed(play)
    _heading(play, "4. Beslut genom svar")
    journey.act_four_decided(play, proposal)
    _heading(play, "5. Samtal, samtycke och utlämnande")
    journey.act_five_called(play)
    _heading(play, "6. En kommun utanför regionens domän")
    journey.act_six_external(play)
    _heading(play, "7. Efter uppdraget")
    journey.act_seven_followed_up(play)


def _tell(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _heading(play: Journey, text: str) -> None:
    play.tell("")
    play.tell(f"== {text} ==")


def _save_letters(where: World, folder: Path) -> None:
    letters = folder / "brev"
    letters.mkdir(exist_ok=True)
    for number, (_, to, raw) in enumerate(where.smtp.letters, 1):
        letter = parse(raw)
        name = f"{number:02d}-{to[0].partition('@')[0]}"
        (letters / f"{name}.eml").write_bytes(raw)
        (letters / f"{name}.txt").write_text(f"Till: {to[0]}\nÄmne: {letter.subject}\n\n{plain_text(letter)}", "utf-8")


def _summary(where: World, folder: Path, seconds: float) -> None:
    _tell("")
    _tell("== Så här står det till nu ==")
    _tell(f"  Funktionsbrevlådan {MAILBOX}:")
    for name, count in where.folders().items():
        _tell(f"    {name}: {count} mejl")
    _tell("  Brev som har skickats:")
    for address, count in sorted(Counter(to[0] for _, to, _ in where.smtp.letters).items()):
        _tell(f"    {address}: {count}")
    with where.parts.store.reading() as books:
        _tell("  Ärenden:")
        for request in books.requests.in_state():
            _tell(f"    {request.number}  {words.CASE[request.state]}: {request.fields.get('unit', '')}")
        receipts, members = len(list(books.receipts.all())), len(list(books.members.all()))
    _tell(f"  Registret: {members} personer. Raderade anmälningar med kvitto: {receipts}.")
    _tell(f"  Breven ligger i {folder / 'brev'} (.eml och .txt).")
    _tell(f"  Se efter själv: MEDVERKAN_HOME={folder / 'home'} ./run cases")
    _tell(f"  Det tog {seconds:.0f} sekunder.")


def _wait(where: World) -> None:
    imap = where.imap
    _tell("")
    _tell(f"  Servrarna är igång: IMAP {imap.host}:{imap.port} utan TLS, användare {USER}, lösenord {PASSWORD}.")
    _tell(f"  Boten vilar. Väck den i ett annat fönster: MEDVERKAN_HOME={where.parts.settings.home} ./run run")
    _tell("  Avsluta med Ctrl-C.")
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        _tell("  Avslutat.")
