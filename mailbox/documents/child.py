"""The process in which attachments are parsed: `python -m medverkan.mailbox.documents.child TYPE < bytes > json`.

It limits itself before it reads a byte, so that a document, however built, can only kill this process. Standard output
is {"rows": [[table, [cell, …]], …]}; exit status 3 means that the document is not what it says it is.
"""

import contextlib
import json
import sys

MEMORY_BYTES = 1024**3
CPU_S = 10


def limit_resources() -> None:
    """Limit memory and processor time where the platform can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def main() -> int:
    """Parse standard input as the type in the first argument."""
    limit_resources()
    from medverkan.mailbox.documents.formats import UnreadableError, rows_of

    try:
        rows = rows_of(sys.argv[1], sys.stdin.buffer.read())
    except (UnreadableError, MemoryError, RecursionError) as error:
        sys.stderr.write(f"{type(error).__name__}\n")
        return 3
    sys.stdout.write(json.dumps({"rows": [[row.table, list(row.cells)] for row in rows]}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
