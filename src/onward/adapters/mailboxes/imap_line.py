"""One line to an IMAP server: opened, let in, asked; what breaks is put in words.

Only these commands are ever sent: CAPABILITY, STARTTLS, LOGIN or AUTHENTICATE, LIST,
STATUS, EXAMINE, UID SEARCH, UID FETCH with PEEK, IDLE and LOGOUT. None of them changes
anything in a mailbox.
"""

import imaplib
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from onward.adapters.mailboxes.imap_answers import Piece, quoted
from onward.domain.mail.parsing import caps
from onward.domain.mailboxes.trouble import (
    MailServerError,
    Trouble,
    trouble_in,
)
from onward.ports.mail_server import Access, Security

OPEN_SECONDS, ANSWER_SECONDS = 15.0, 30.0
# A little over what is ever asked for; a server that sends more is not read on.
_MOST_AT_ONCE = caps.MESSAGE + caps.MESSAGE // 16 + 65_536
_BROKEN = (imaplib.IMAP4.abort, OSError, EOFError)
# What the standard library may stumble over in an answer that is no IMAP at all.
_CONFUSED = (imaplib.IMAP4.error, ValueError, IndexError, KeyError, AttributeError)


class _Bounded:
    """Refuses to read an answer that would fill the memory."""

    def read(self, size: int) -> bytes:
        """Return so many bytes of what the server sends."""
        if size > _MOST_AT_ONCE:
            raise imaplib.IMAP4.abort
        return super().read(size)  # type: ignore[misc,no-any-return]


class _Open(_Bounded, imaplib.IMAP4):
    pass


class _Private(_Bounded, imaplib.IMAP4_SSL):
    pass


class Refused(Exception):  # noqa: N818 - an answer, not a fault
    """The server said no to one command; the line still stands."""


class Line:
    """An open line, signed in."""

    def __init__(self, access: Access, context: ssl.SSLContext | None = None) -> None:
        self._access = access
        self._imap = _signed_in(access, context or ssl.create_default_context())
        told = _text(self.answers("CAPABILITY"))  # most servers say anew what they can
        self._can = tuple(told.upper().split()) or tuple(self._imap.capabilities)

    @property
    def capabilities(self) -> tuple[str, ...]:
        """What the server can do besides the usual."""
        return self._can

    def ask(self, name: str, *words: str) -> list[Piece]:
        """Send a command and return the untagged answers that bear its name."""
        with _in_words(self._access):
            kind, told = self._imap.xatom(name, *words)
            if kind != "OK":
                raise Refused(_text(told))
            return _pieces(self._imap.response(name)[1])

    def answers(self, name: str) -> list[Piece]:
        """Return further answers that came along with the last one."""
        return _pieces(self._imap.response(name)[1])

    def examine(self, folder: str) -> tuple[str, int]:
        """Open a folder for reading only; return its epoch and how much lies there."""
        with _in_words(self._access):
            kind, told = self._imap.select(quoted(folder), readonly=True)
            if kind != "OK":
                raise Refused(_text(told))
            count = int(told[0] or 0) if told else 0
            epoch = self._imap.response("UIDVALIDITY")[1]
            return (epoch[-1] or b"0").decode() if epoch else "0", count

    def by_uid(self, *words: str) -> list[Piece]:
        """Send a UID command and return its answers."""
        with _in_words(self._access):
            kind, told = self._imap.uid(*words)
            if kind != "OK":
                raise Refused(_text(told))
            return _pieces(told)

    def left_over(self) -> list[Piece]:
        """Return the answers to FETCH that had arrived when the line broke."""
        return _pieces(self._imap.untagged_responses.pop("FETCH", []))

    def send(self, content: bytes) -> None:
        """Send bytes as they are."""
        with _in_words(self._access):
            self._imap.send(content)

    def socket(self) -> socket.socket:
        """Return what the line goes over."""
        return self._imap.socket()

    def close(self) -> None:
        """Hang up at once; safe from another thread, and to repeat."""
        with suppress(*_BROKEN, *_CONFUSED):
            self._imap.send(b"BYE1 LOGOUT\r\n")
        with suppress(*_BROKEN, *_CONFUSED):
            self._imap.shutdown()


@contextmanager
def _in_words(access: Access) -> Iterator[None]:
    try:
        yield
    except _BROKEN as problem:
        raise MailServerError(Trouble.LINE, access.host) from problem
    except _CONFUSED as problem:
        raise MailServerError(Trouble.ODD, access.host) from problem


def _pieces(told: Any) -> list[Piece]:
    return list(told or ())


def _text(told: Any) -> str:
    words = (word for word in told or () if isinstance(word, bytes))
    return b" ".join(words).decode("utf-8", "replace")


def _signed_in(access: Access, context: ssl.SSLContext) -> imaplib.IMAP4:
    imap = _connected(access, context)
    try:
        _sign_in(imap, access)
    except BaseException:
        with suppress(*_BROKEN, *_CONFUSED):
            imap.shutdown()
        raise
    sock = imap.socket()
    sock.settimeout(ANSWER_SECONDS)
    return imap


def _connected(access: Access, context: ssl.SSLContext) -> imaplib.IMAP4:
    """Open a connection; encrypted unless the person chose otherwise."""
    host, port = access.host, access.port
    try:
        if access.security == Security.TLS:
            return _Private(host, port, ssl_context=context, timeout=OPEN_SECONDS)
        imap = _Open(host, port, timeout=OPEN_SECONDS)
        if access.security == Security.STARTTLS:
            _make_private(imap, context)
    except _OPENING as problem:
        raise MailServerError(_why(problem), host, port) from problem
    return imap


_OPENING = (*_BROKEN, imaplib.IMAP4.error, UnicodeError)


def _make_private(imap: imaplib.IMAP4, context: ssl.SSLContext) -> None:
    try:
        imap.starttls(context)
    except BaseException:
        imap.shutdown()
        raise


def _why(problem: BaseException) -> Trouble:
    """Return what stood in the way of a connection."""
    found = (why for kind, why in _REASONS if isinstance(problem, kind))
    why = next(found, Trouble.REACH)
    if isinstance(problem, imaplib.IMAP4.error):
        said = str(problem)
        is_line = isinstance(problem, imaplib.IMAP4.abort) and "unexpected" not in said
        why = Trouble.LINE if is_line else Trouble.ENCRYPTION
        why = Trouble.BUSY if "BYE" in said else why
    return why


_REASONS: tuple[tuple[type[BaseException], Trouble], ...] = (
    (socket.gaierror, Trouble.NAME),
    (UnicodeError, Trouble.NAME),
    (ssl.SSLCertVerificationError, Trouble.CERTIFICATE),
    (ssl.SSLError, Trouble.ENCRYPTION),
    (ConnectionResetError, Trouble.LINE),
    (BrokenPipeError, Trouble.LINE),
)


def _sign_in(imap: imaplib.IMAP4, access: Access) -> None:
    if "LOGINDISABLED" in imap.capabilities and not access.is_token:
        raise MailServerError(Trouble.ENCRYPTION, access.host, access.port)
    # Without the causes: a server may have said the password back.
    try:
        _way_in(imap, access)()
    except _BROKEN:
        raise MailServerError(Trouble.LINE, access.host) from None
    except imaplib.IMAP4.error as problem:
        trouble = trouble_in(
            str(problem),
            wants_app_password=access.wants_app_password,
            is_token=access.is_token,
        )
        raise MailServerError(trouble, access.host) from None
    except _CONFUSED:
        raise MailServerError(Trouble.ODD, access.host) from None


def _way_in(imap: imaplib.IMAP4, access: Access) -> Callable[[], object]:
    """Return what signs in, by token, by a plain line, or as any password can go."""
    if access.is_token:
        told = f"user={access.user}\x01auth=Bearer {access.secret}\x01\x01"
        return lambda: imap.authenticate("XOAUTH2", _once(told.encode()))
    if f"{access.user}{access.secret}".isascii():
        user = quoted(access.user)
        return lambda: imap.login(user, access.secret)
    told = f"\0{access.user}\0{access.secret}"
    return lambda: imap.authenticate("PLAIN", _once(told.encode()))


def _once(told: bytes) -> Callable[[bytes], bytes]:
    """Answer the first question with this, and a further one with nothing."""
    answers = iter([told])
    return lambda _asked: next(answers, b"")
