"""A mailbox that lies on a server: looked at, heading by heading, and never changed.

Numbers, positions and epochs are opaque texts, so that a server which counts in another
way than IMAP does (JMAP's states, Graph's delta links) can stand behind the same words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol


class Security(StrEnum):
    """How the line to a server is kept private; open only to this machine itself."""

    TLS = "tls"
    STARTTLS = "starttls"
    OPEN = "none"


@dataclass(frozen=True, slots=True)
class Access:
    """Where a mailbox lies and what opens it.

    `is_token` says that `secret` is a token of the provider and not a password,
    `wants_app_password` that the provider refuses the usual one.
    """

    host: str
    port: int
    user: str
    secret: str = field(repr=False)
    security: Security = Security.TLS
    is_token: bool = False
    wants_app_password: bool = False


class Role(StrEnum):
    """What a folder is for, as far as the server says."""

    INBOX = "inbox"
    SENT = "sent"
    ALL = "all"
    ARCHIVE = "archive"
    DRAFTS = "drafts"
    JUNK = "junk"
    TRASH = "trash"
    OTHER = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder by the server's name for it, what a person calls it, and its part."""

    name: str
    label: str
    role: Role = Role.OTHER


@dataclass(frozen=True, slots=True)
class Standing:
    """How a folder stands: with the same `epoch` and `mark` nothing has arrived.

    In another epoch the numbers of before mean nothing any more. `count` is how many
    messages lie there.
    """

    epoch: str
    mark: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """The first lines of a message: who wrote, to whom, when, about what.

    `position` handed back to `headings` goes on with the next one.
    """

    number: str
    position: str
    content: bytes
    size: int = 0


@dataclass(frozen=True, slots=True)
class Fetched:
    """A message in the one form every mailbox gives, or its beginning.

    `is_refused` says that the server will not hand it over.
    """

    number: str
    content: bytes
    is_whole: bool = True
    is_refused: bool = False


class NewEpochError(Exception):
    """The folder has begun a new epoch: the numbers asked for mean nothing any more."""


class MailServer(Protocol):
    """A line to somebody's mailbox. Nothing done through it changes the mailbox.

    Every method may raise what a person can be told, as an `OnwardError`.
    """

    def folders(self) -> list[Folder]:
        """Return the folders that hold mail."""

    def standings(self, names: Sequence[str]) -> dict[str, Standing]:
        """Return how folders stand; one that is gone is left out."""

    def count(self, folder: str, after: str, since: date | None) -> int:
        """Return how many messages follow a position."""

    def headings(
        self, folder: str, after: str, since: date | None
    ) -> Iterator[list[Heading]]:
        """Yield what follows a position, in bounded batches and a fixed order."""

    def messages(
        self, folder: str, numbers: Sequence[str], most_bytes: int
    ) -> Iterator[Fetched]:
        """Yield messages, each cut after so many bytes; what is gone is left out.

        Raises `NewEpochError` where the numbers are those of another epoch.
        """

    def close(self) -> None:
        """Hang up; safe to repeat."""


class Watch(Protocol):
    """A line on which a server tells at once that something has arrived."""

    def wait(self, seconds: float) -> bool:
        """Return whether something happened within so many seconds."""

    def close(self) -> None:
        """Hang up, also while another thread waits."""
