"""`medverkan doctor`: checks the settings and every connection, and says in one line each what to mend."""

from collections.abc import Callable, Iterator, Sized
from contextlib import closing, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from medverkan.bot import show, words
from medverkan.bot.adapters import bounces_of, check_complete, external_sender, has_mailbox, internal_sender, source_of
from medverkan.bot.chat.adapters import chat_found
from medverkan.bot.commands.mailbox_plan import deletions, plan
from medverkan.bot.commands.vouching import newest, vouched
from medverkan.bot.doctor_faults import faults
from medverkan.bot.evaluation.county import county_of
from medverkan.bot.organisations.local import read_organisations
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.settings import Settings, SettingsError, load
from medverkan.bot.sign_in import servers, token_found
from medverkan.bot.sms.adapters import incoming_found, sms_found
from medverkan.mailbox.values import MailboxError
from medverkan.matching.faults import synonym_faults
from medverkan.storage import schema
from medverkan.storage.store import StorageError
from medverkan.storage.vault import VaultError

TIMEOUT_S = 10.0  # a server that says nothing for so long is broken, for somebody who waits for the answer
MOST_FAULTS = 5
NEEDED = (
    "address",
    "host",
    "username",
    "password",
    "sender",
    "url",
    "tenant",
    "client_id",
    "client_secret",
    "certificate",
    "token",
)
Finding = tuple[str, bool, str]


def doctor(config: Path | None, as_json: bool) -> int:
    """Print one line per check; return 1 where something is to be mended."""
    settings = load(config)
    if not settings.file.exists():
        raise SettingsError(f"inställningsfilen {settings.file} finns inte; skapa den, README visar hur")
    lacking: list[Finding] = [
        (name, False, rest) for name, _, rest in (line.partition(": ") for line in check_complete(settings))
    ]
    signing_in = {f"[{name}.oauth]": name for name, server in servers(settings).items() if server.oauth}
    of_the_mailbox = {
        "[mailbox]": lambda: _mailbox(settings),
        "[mailbox] radering": lambda: _with_register(settings, deletions),
    }
    checks = {
        "register": lambda: _register(settings),
        **{check: partial(token_found, name, settings) for check, name in signing_in.items()},
        **(of_the_mailbox if has_mailbox(settings) else {}),
        **({"[receive]": lambda: _receive(settings)} if settings.receive.listen else {}),
        "[outgoing]": lambda: _submission(settings, external=False),
        "[outgoing.external]": lambda: _submission(settings, external=True),
        **({"[outgoing.external] bounces": lambda: _bounces(settings)} if settings.outgoing.external.bounces else {}),
    }
    if settings.sms.provider != "none":
        checks["[sms]"] = lambda: sms_found(settings, TIMEOUT_S)
        if settings.sms.incoming:
            checks["[sms] incoming"] = lambda: incoming_found(settings, TIMEOUT_S)
    if settings.chat.provider != "none":
        checks["[chat]"] = lambda: _chat(settings)
    if settings.matching.synonyms:
        checks["[matching] synonyms"] = lambda: _synonyms(settings)
    if settings.organisations.file:
        checks["[organisations]"] = lambda: _counted(read_organisations(settings), "organisation", "organisationer")
    if settings.report.population:
        checks["[report]"] = lambda: _counted(county_of(settings).by_municipality, "kommun", "kommuner")
    # What is not set up cannot be connected to, and has its line already.
    unset = {name.removesuffix(f" {key}") for name, _, _ in lacking for key in NEEDED}
    findings = lacking + [_checked(name, check, settings) for name, check in checks.items() if name not in unset]
    if ("[mailbox]", True) in {(name, fine) for name, fine, _ in findings}:
        findings.append(_checked("[trust]", lambda: _with_register(settings, _trust), settings))
    today = datetime.now(settings.zone).date()
    findings += [(name, False, f"{told} (fil: {settings.file})") for name, told in faults(settings, today)]
    if as_json:
        show.document([{"check": name, "ok": fine, "message": text} for name, fine, text in findings])
    else:
        show.lines(f"{'ok  ' if fine else 'FEL '} {name}: {text}" for name, fine, text in findings)
    return 0 if all(fine for _, fine, _ in findings) else 1


def _checked(name: str, check: Callable[[], str], settings: Settings) -> Finding:
    try:
        return name, True, check()
    except (SettingsError, MailboxError, StorageError, VaultError, OSError) as error:
        told = " ".join(str(error).split())
    except Exception as error:  # noqa: BLE001 - a check that fails in an unknown way is a finding too
        told = f"ett oväntat fel ({type(error).__name__})"
    return name, False, told if "fil: " in told else f"{told} (fil: {settings.file})"


def _register(settings: Settings) -> str:
    parts = open_parts(settings)
    try:
        found, _ = schema.current(parts.store.engine)
        with parts.store.reading() as books:
            members, cases = sum(1 for _ in books.members.all()), len(books.requests.in_state())
    finally:
        parts.close()
    counts = f"{words.counted(members, 'person', 'personer')}, {words.counted(cases, 'ärende', 'ärenden')}"
    return f"databasen går att öppna (schema {found}), {counts}; spara nyckeln på en säker plats"


def _counted(found: Sized, one: str, many: str) -> str:
    return f"{words.counted(len(found), one, many)} i filen"


def _synonyms(settings: Settings) -> str:
    path = settings.home / settings.matching.synonyms
    if faults := synonym_faults(path):
        told = " ".join(str(fault) for fault in faults[:MOST_FAULTS])
        raise SettingsError(f"{told} (fil: {path})")
    return f"{path.name} går att läsa"


def _mailbox(settings: Settings) -> str:
    with closing(source_of(settings, TIMEOUT_S)) as source, _folder_named("inbox", source.inbox):
        lacking = source.lacking()
        planned = _with_register(settings, lambda parts: plan(parts, source))
    able = f", servern saknar {', '.join(lacking)} men det går ändå" if lacking else ""
    return f"inloggad på {settings.mailbox.host}, får flytta och radera{able}; {planned}"


def _trust(parts: Parts) -> str:
    own = parts.settings.mailbox
    boxes = [own.model_copy(update={"inbox": folder}) for folder in (own.inbox, own.handled, own.review)]
    sources = [source_of(parts.settings.model_copy(update={"mailbox": box}), TIMEOUT_S) for box in boxes]
    return vouched(parts.settings, list(newest(parts, sources)))


def _with_register(settings: Settings, tell: Callable[[Parts], str]) -> str:
    """Return what is told with the register open; that it cannot be opened has its own line."""
    try:
        parts = open_parts(settings)
    except SettingsError:
        return "mer syns när registret går att öppna"
    with closing(parts):
        return tell(parts)


def _bounces(settings: Settings) -> str:
    box = bounces_of(settings, TIMEOUT_S)
    if box is None:
        return "används inte"
    with closing(box) as source, _folder_named("mappen i URL:en", source.inbox):
        source.lacking()
        return f"inloggad som {source.account}, {len(source.uids())} mejl i {source.inbox}"


@contextmanager
def _folder_named(setting: str, folder: str) -> Iterator[None]:
    """Say which setting is wrong, instead of the server's English, where the folder cannot be opened."""
    try:
        yield
    except MailboxError as error:
        if "select failed" in str(error):
            raise SettingsError(f"{setting}: mappen {folder} finns inte på servern") from error
        raise


def _receive(settings: Settings) -> str:
    from medverkan.mailbox.receiving import check

    listening = check(settings.receive.listener(settings.home), TIMEOUT_S)
    able = "tjänsten lyssnar på" if listening else "det går att lyssna på"
    return f"{able} {settings.receive.listen}, för {settings.mailbox.address}"


def _chat(settings: Settings) -> str:
    with closing(open_parts(settings)) as parts:
        return chat_found(settings, parts, TIMEOUT_S)


def _submission(settings: Settings, *, external: bool) -> str:
    server = settings.outgoing.external if external else settings.outgoing
    if external and settings.outgoing.external.mode == "draft":
        return "brev till andra domäner läggs som utkast i brevlådan"
    sender = external_sender(settings, TIMEOUT_S) if external else internal_sender(settings, TIMEOUT_S)
    if sender is None:
        raise SettingsError(f"är inte inställd (fil: {settings.file})")
    sender.check()
    return f"{server.host} tar emot brev från {sender.address}"
