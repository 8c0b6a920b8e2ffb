"""The bytes of one mail as they come in after DATA, up to the lone dot.

The one thing to know: only CRLF . CRLF ends a mail. Whatever else a server before us might take for its end (a bare CR
or LF) makes the whole mail refused, so that nobody can smuggle a second one past that server.
"""

END = b"\r\n.\r\n"
# What may be the beginning of the end.
_TAIL = len(END) - 1


class Content:
    """One mail on its way in (RFC 5321 4.1.1.4 and 4.5.2); what is over the limit is not kept."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        # The end of the line "DATA", so that a lone dot is seen on the very first line too.
        self._held = bytearray(b"\r\n")
        self._looked_at = 0
        self._kept = True
        self.too_large = False

    @property
    def size(self) -> int:
        """How many bytes are held."""
        return len(self._held)

    def feed(self, chunk: bytes) -> bytes | None:
        """Take in some bytes; return None while more is to come, at the end the bytes that came after it."""
        self._held += chunk
        end = self._held.find(END, self._looked_at)
        rest = None
        most = self._most_bytes + 2
        if end >= 0:
            rest = bytes(self._held[end + len(END) :])
            del self._held[end + 2 :]
        else:
            most += _TAIL - 2
        if len(self._held) > most:
            self.too_large = True
            self._kept = False
        if not self._kept:
            del self._held[:-_TAIL]
        self._looked_at = max(len(self._held) - _TAIL, 0)
        return rest

    def give_up(self) -> None:
        """Keep nothing of it any more, only look for its end."""
        self._kept = False
        self.feed(b"")

    def has_bare_line_ends(self) -> bool:
        """Tell whether any CR or LF stands without the other."""
        lines = self._held.count(b"\r\n")
        return not self._held.count(b"\n") == self._held.count(b"\r") == lines

    def raw(self) -> bytes:
        """Return the mail as it was written, the dots that were doubled for the way made single."""
        return bytes(memoryview(self._held.replace(b"\r\n.", b"\r\n"))[2:])
