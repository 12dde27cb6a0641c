"""Sends one letter by SMTP and can tell at which point a try broke off."""

import re
import smtplib
import ssl
from collections.abc import Callable

from onward.domain.mail.parsing.one_line import on_one_line
from onward.ports.post import Account, Delivery, Receipt

_WAIT_SECONDS = 30
_GO_ON, _TAKEN, _FOR_GOOD = 354, 250, 500
_BROKEN = (OSError, smtplib.SMTPException, ssl.SSLError)
_LINE_END = re.compile(rb"\r\n|\n|\r")
_DOT = re.compile(rb"^\.", re.MULTILINE)
_UNREACHABLE = "The mail server could not be reached."
_NO_ENTRY = "The mail server did not accept this name and password."
_NO_ANSWER = "The mail server broke off before it said whether it took the letter."
_NOT_SAFE = "The mail server offers no encrypted connection, so nothing was sent."
_LONGEST = 300


class Smtp:
    """The person's mail server, spoken to once for each letter."""

    def __init__(
        self, account: Account, connect: Callable[[Account], smtplib.SMTP] | None = None
    ) -> None:
        self._account = account
        self._connect = connect or _connected

    def check(self) -> Receipt:
        """Say whether the server lets us in; nothing is sent."""
        opened = self._opened()
        if isinstance(opened, Receipt):
            return opened
        _quit(opened)
        return Receipt(Delivery.SENT)

    def send(self, raw: bytes, sender: str, recipient: str) -> Receipt:
        """Try once to send a message to one address.

        Until the last byte of the letter is under way, a break means it was not sent.
        After that only the server's answer counts; without one it is unsure.
        """
        opened = self._opened()
        if isinstance(opened, Receipt):
            return opened
        try:
            refused = _announced(opened, sender, recipient)
            if refused is not None:
                return refused
            return _handed_over(opened, raw)
        finally:
            _quit(opened)

    def _opened(self) -> smtplib.SMTP | Receipt:
        try:
            server = self._connect(self._account)
        except smtplib.SMTPNotSupportedError:
            return Receipt(Delivery.REFUSED, _NOT_SAFE)
        except _BROKEN:
            return Receipt(Delivery.NOT_NOW, _UNREACHABLE)
        try:
            if self._account.user:
                server.login(self._account.user, self._account.secret)
        except smtplib.SMTPAuthenticationError:
            _quit(server)
            return Receipt(Delivery.REFUSED, _NO_ENTRY)
        except _BROKEN:
            _quit(server)
            return Receipt(Delivery.NOT_NOW, _UNREACHABLE)
        return server


def _connected(account: Account) -> smtplib.SMTP:
    """Open a connection, encrypted unless the person chose otherwise."""
    context = ssl.create_default_context()
    if account.security == "tls":
        return smtplib.SMTP_SSL(
            account.host, account.port, timeout=_WAIT_SECONDS, context=context
        )
    server = smtplib.SMTP(account.host, account.port, timeout=_WAIT_SECONDS)
    if account.security == "starttls":
        try:
            server.starttls(context=context)
        except _BROKEN:
            server.close()
            raise
    return server


def _announced(server: smtplib.SMTP, sender: str, recipient: str) -> Receipt | None:
    """Name sender and recipient and ask to go on; return why not, if so."""
    try:
        server.ehlo_or_helo_if_needed()
        code, said = server.mail(sender)
        if code == _TAKEN:
            code, said = server.rcpt(recipient)
        if code == _TAKEN:
            code, said = server.docmd("DATA")
    except _BROKEN:
        return Receipt(Delivery.NOT_NOW, _UNREACHABLE)
    return None if code == _GO_ON else _refusal(code, said)


def _handed_over(server: smtplib.SMTP, raw: bytes) -> Receipt:
    content = quoted(raw)
    last = b"\r\n.\r\n"
    try:
        server.send(content)
    except _BROKEN:
        return Receipt(Delivery.NOT_NOW, _UNREACHABLE)
    try:
        server.send(last)
        code, said = server.getreply()
    except _BROKEN:
        return Receipt(Delivery.UNSURE, _NO_ANSWER)
    if code == _TAKEN:
        return Receipt(Delivery.SENT, _words(said))
    return _refusal(code, said)


def quoted(raw: bytes) -> bytes:
    """Return a message as it goes over the line: CRLF ends, a second dot before one.

    A lone CR or LF could end the letter early on one server and not on the next.
    """
    lines = _LINE_END.sub(b"\r\n", raw)
    return _DOT.sub(b"..", lines.removesuffix(b"\r\n"))


def _refusal(code: int, said: bytes) -> Receipt:
    delivery = Delivery.REFUSED if code >= _FOR_GOOD else Delivery.NOT_NOW
    return Receipt(delivery, _words(said))


def _words(said: bytes) -> str:
    return on_one_line(said.decode("utf-8", "replace"))[:_LONGEST]


def _quit(server: smtplib.SMTP) -> None:
    try:
        server.quit()
    except (TimeoutError, *_BROKEN):
        server.close()
