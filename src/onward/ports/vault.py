"""A safe place for passwords, outside the database."""

from typing import Protocol


class Vault(Protocol):
    """Keeps secrets by name."""

    @property
    def said(self) -> str:
        """Where the secrets are kept, in words for the person."""

    @property
    def is_apart(self) -> bool:
        """Whether who has a copy of Onward's folder does not have the secrets too."""

    def put(self, name: str, secret: str) -> None:
        """Keep a secret; one kept under this name before is replaced."""

    def get(self, name: str) -> str | None:
        """Return a secret, or None when there is none under this name."""

    def forget(self, name: str) -> None:
        """Drop a secret; one that is not there is no fault."""
