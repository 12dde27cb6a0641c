"""Waits on a line of its own until an IMAP server says that something has arrived."""

import select
import ssl
import time

from onward.adapters.mailboxes.imap_line import Line
from onward.domain.mailboxes.trouble import MailServerError, Trouble
from onward.ports.mail_server import Access

# Routers forget silent connections, and servers end them after half an hour.
_RENEWED_AFTER = 9 * 60.0
_TAG = b"IDLE1"
_MOST = 65_536


class ImapWatch:
    """One folder of a mailbox, watched by IDLE."""

    def __init__(
        self, access: Access, folder: str, context: ssl.SSLContext | None = None
    ) -> None:
        self._line = Line(access, context)
        self._access = access
        self._lines: list[bytes] = []
        self._rest = b""
        try:
            self._line.examine(folder)
            self._begin()
        except BaseException:
            self._line.close()
            raise

    def wait(self, seconds: float) -> bool:
        """Return whether something happened within so many seconds."""
        if time.monotonic() - self._begun > _RENEWED_AFTER:
            self._renew()
            return True  # what came in between was not told
        if not self._lines and self._is_ready(seconds):
            self._receive()
        said, self._lines = self._lines, []
        return any(not line.upper().startswith(b"* OK") for line in said)

    def close(self) -> None:
        """Hang up, also while another thread waits."""
        self._line.close()

    def _begin(self) -> None:
        if "IDLE" not in self._line.capabilities:
            raise MailServerError(Trouble.ODD, self._access.host)
        self._line.send(_TAG + b" IDLE\r\n")
        self._await(b"+")
        self._begun = time.monotonic()

    def _renew(self) -> None:
        self._line.send(b"DONE\r\n")
        self._await(_TAG)
        self._begin()

    def _await(self, start: bytes) -> None:
        while True:
            while self._lines:
                line = self._lines.pop(0)
                if line.startswith(start):
                    return
                if line.startswith(_TAG):
                    raise MailServerError(Trouble.ODD, self._access.host)
            self._receive()

    def _is_ready(self, seconds: float) -> bool:
        sock = self._line.socket()
        if isinstance(sock, ssl.SSLSocket) and sock.pending():
            return True
        # ValueError: another thread has hung up.
        try:
            return bool(select.select([sock], [], [], seconds)[0])
        except (OSError, ValueError) as problem:
            raise MailServerError(Trouble.LINE, self._access.host) from problem

    def _receive(self) -> None:
        """Take in what has arrived; nothing is read past this line's own buffer."""
        try:
            came = self._line.socket().recv(_MOST)
        except (OSError, ValueError) as problem:
            raise MailServerError(Trouble.LINE, self._access.host) from problem
        if not came:
            raise MailServerError(Trouble.LINE, self._access.host)
        *whole, self._rest = (self._rest + came).split(b"\n")
        self._rest = self._rest[-_MOST:]
        self._lines += whole
