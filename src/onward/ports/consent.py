"""Asking a provider for leave to read a mailbox, as far as the rest needs to know."""

from typing import Protocol


class NotYetError(Exception):
    """The person has not answered the provider yet."""


class Question(Protocol):
    """One question to a provider, asked and waiting for its answer.

    `url` is where the person answers; `code` what they type there, if anything.
    """

    url: str
    code: str

    def leave(self) -> str:
        """Return what to keep in the vault; raises `NotYetError` before an answer."""

    def close(self) -> None:
        """Wait no longer."""
