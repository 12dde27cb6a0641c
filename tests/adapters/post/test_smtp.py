"""Against a real server on this machine, well-behaved and not."""

import smtplib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword

from onward.adapters.post.smtp import Smtp, quoted
from onward.ports.post import Account, Delivery

LETTER = b"Subject: hello\r\n\r\nDear Priya,\r\n.\r\n..\r\nBest\r\n"


class Sink:
    """Takes every letter, unless told what to answer instead."""

    def __init__(self, answer: str = "250 taken") -> None:
        self.answer = answer
        self.taken: list[Envelope] = []

    async def handle_DATA(self, *told: Any) -> str:  # noqa: N802 - the library's name
        if self.answer.startswith("250"):
            self.taken.append(told[-1])
        return self.answer

    async def handle_RCPT(self, *told: Any) -> str:  # noqa: N802 - the library's name
        _, _, envelope, address, _ = told
        if address.startswith("nobody"):
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 ok"


@contextmanager
def serving(sink: Sink, **further: Any) -> Iterator[Account]:
    controller = Controller(sink, hostname="127.0.0.1", port=_free_port(), **further)
    controller.start()
    try:
        yield Account(
            "127.0.0.1", controller.port, "amira@home.example", security="none"
        )
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def send(account: Account, to: str = "priya@hallamrowe.example") -> Delivery:
    return Smtp(account).send(LETTER, account.address, to).delivery


def test_a_letter_arrives_byte_by_byte() -> None:
    sink = Sink()
    with serving(sink) as account:
        assert send(account) is Delivery.SENT
    (envelope,) = sink.taken
    assert envelope.content == LETTER
    assert envelope.rcpt_tos == ["priya@hallamrowe.example"]
    assert envelope.mail_from == "amira@home.example"


@pytest.mark.parametrize(
    ("answer", "delivery"),
    [("451 later please", Delivery.NOT_NOW), ("554 no", Delivery.REFUSED)],
)
def test_what_the_server_refuses_was_not_sent(answer: str, delivery: Delivery) -> None:
    sink = Sink(answer)
    with serving(sink) as account:
        assert send(account) is delivery
    assert sink.taken == []


def test_nobody_there_is_told_in_the_server_s_words() -> None:
    with serving(Sink()) as account:
        receipt = Smtp(account).send(LETTER, account.address, "nobody@x.example")
    assert receipt.delivery is Delivery.REFUSED
    assert "no such person" in receipt.said


def test_no_server_at_all_means_not_now() -> None:
    account = Account("127.0.0.1", _free_port(), "a@b.example", security="none")
    assert send(account) is Delivery.NOT_NOW


def test_the_right_password_opens_and_the_wrong_one_does_not() -> None:
    def opens(*told: Any) -> AuthResult:
        data = told[-1]
        right = isinstance(data, LoginPassword) and data.password == b"heron-7"
        return AuthResult(success=right, handled=right)

    further: dict[str, Any] = {"authenticator": opens, "auth_require_tls": False}
    with serving(Sink(), **further) as account:
        for secret, delivery in (("heron-7", Delivery.SENT), ("x", Delivery.REFUSED)):
            known = Account(
                account.host, account.port, account.address, "amira", secret, "none"
            )
            assert Smtp(known).check().delivery is delivery


def test_without_encryption_nothing_is_sent_where_it_was_asked_for() -> None:
    sink = Sink()
    with serving(sink) as account:
        asked = Account(account.host, account.port, "a@b.example", security="starttls")
        assert send(asked) is Delivery.REFUSED
    assert sink.taken == []


@contextmanager
def cut_off(after: bytes) -> Iterator[Account]:
    """A server that hangs up at a chosen point of the talk."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        talk = threading.Thread(target=_talk_until, args=(listening, after))
        talk.start()
        port = int(listening.getsockname()[1])
        yield Account("127.0.0.1", port, "a@b.example", security="none")
        talk.join()


def _talk_until(listening: socket.socket, after: bytes) -> None:
    peer, _ = listening.accept()
    with peer:
        peer.sendall(b"220 hello\r\n")
        heard = b""
        while after not in heard.upper():
            more = peer.recv(4096)
            heard += more
            if after not in heard.upper() and more.endswith(b"\r\n"):
                answer = b"354 go on\r\n" if more == b"DATA\r\n" else b"250 ok\r\n"
                peer.sendall(answer)


@pytest.mark.parametrize(
    ("after", "delivery"),
    [
        (b"EHLO", Delivery.NOT_NOW),
        (b"MAIL", Delivery.NOT_NOW),
        (b"RCPT", Delivery.NOT_NOW),
        (b"DATA", Delivery.NOT_NOW),
        (b"\r\n.\r\n", Delivery.UNSURE),
    ],
)
def test_where_it_broke_off_decides_what_is_known(
    after: bytes, delivery: Delivery
) -> None:
    with cut_off(after) as account:
        assert send(account) is delivery


def test_no_line_of_a_letter_can_end_it_early() -> None:
    smuggled = b"Subject: x\n\nhello\n.\nMAIL FROM:<evil@x>\r.\rend"
    lines = quoted(smuggled).split(b"\r\n")
    assert b"." not in lines
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)


def test_the_library_s_own_way_agrees() -> None:
    text = "Subject: x\n\n.dot\n..two\nend"
    assert quoted(text.encode()) == smtplib.quotedata(text).encode()
