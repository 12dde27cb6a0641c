"""A place that holds mail, whatever its kind; read once, in a fixed order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class RawMessage:
    """One message as stored, and where to go on after it.

    `content` are the raw bytes in one form, with LF line ends and without any separator
    line, so that the same mail is the same from every mailbox. `place` tells a person
    where it was found. `position` is an opaque text: handed back to `messages`, reading
    goes on with the next message. `bytes_done` counts towards `size_bytes`.
    `labels` are what the mailbox itself says of it, such as the folder's name.
    """

    content: bytes
    place: str
    position: str
    bytes_done: int
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A message or file that could not be read, with one plain sentence why.

    `raw` holds the first bytes that could be had, so that nothing is dropped silently.
    """

    reason: str
    place: str
    position: str
    bytes_done: int
    raw: bytes = b""


@dataclass(frozen=True, slots=True)
class Outline:
    """Where a message stands and the bytes it takes up; its words were not read.

    `problem` is what can be told already of one that will be unreadable.
    """

    position: str
    bytes_done: int
    start: int
    size: int
    problem: Unreadable | None = None


class Mailbox(Protocol):
    """Anything that yields messages: a file, a folder, an archive, later a server."""

    @property
    def label(self) -> str:
        """What a person would call it, such as the file's name."""

    @property
    def size_bytes(self) -> int:
        """The bytes to read in all, for the progress bar."""

    def fingerprint(self) -> str:
        """A cheap text that changes when the mailbox changed (sizes, times, ends)."""

    def messages(self, after: str = "") -> Iterator[RawMessage | Unreadable]:
        """Yield what follows the position `after`; all when it is empty.

        When the mailbox has changed meanwhile it may begin again at the start: then a
        message comes twice, but none is left out.
        """


@runtime_checkable
class Direct(Protocol):
    """A mailbox from whose middle one message is had without reading the others."""

    def message_after(self, position: str) -> RawMessage | Unreadable | None:
        """Return the message that follows a position; None at the end."""


@runtime_checkable
class Outlined(Protocol):
    """A mailbox whose messages can be told apart without being read."""

    def outlines(self, after: str = "") -> Iterator[Outline]:
        """Yield for each item that `messages` would yield where it stands."""

    def standing_at(self, outlines: Sequence[Outline]) -> list[RawMessage | Unreadable]:
        """Return neighbours that stand there; raises `MovedError` if they moved."""


class MovedError(Exception):
    """The mailbox was written anew while it was read."""
