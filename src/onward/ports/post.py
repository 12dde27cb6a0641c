"""A way to send a letter, and what it can say of having done so."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Delivery(StrEnum):
    """What is known of a letter after trying to send it.

    `UNSURE` means the server had the whole letter and never answered: it may have gone.
    """

    SENT = "sent"
    NOT_NOW = "not_now"
    REFUSED = "refused"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The result of one try, and what the server said, on one line."""

    delivery: Delivery
    said: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """A mail server and who sends through it; `security` is tls, starttls or none."""

    host: str
    port: int
    address: str
    user: str = ""
    secret: str = ""
    security: str = "tls"


class Post(Protocol):
    """Anything that hands a letter to a mail server."""

    def send(self, raw: bytes, sender: str, recipient: str) -> Receipt:
        """Try once to send a message to one address."""

    def check(self) -> Receipt:
        """Say whether the server lets us in; nothing is sent."""
