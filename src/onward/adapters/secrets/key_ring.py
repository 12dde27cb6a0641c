"""The system's own key ring: Keychain, Secret Service, Credential Locker."""

import keyring
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringError, PasswordDeleteError

from onward.domain.errors import OnwardError

_SERVICE = "onward"


class KeyRingClosedError(OnwardError):
    """Your system's key ring did not open. Unlock it, then try once more."""


class KeyRing:
    """Secrets in the key ring of the person's system."""

    said = "in your system's key ring"
    is_apart = True

    def put(self, name: str, secret: str) -> None:
        """Keep a secret; one kept under this name before is replaced."""
        try:
            keyring.set_password(_SERVICE, name, secret)
        except KeyringError as problem:
            raise KeyRingClosedError from problem

    def get(self, name: str) -> str | None:
        """Return a secret, or None when there is none under this name."""
        try:
            return keyring.get_password(_SERVICE, name)
        except KeyringError as problem:
            raise KeyRingClosedError from problem

    def forget(self, name: str) -> None:
        """Drop a secret; one that is not there is no fault."""
        try:
            keyring.delete_password(_SERVICE, name)
        except PasswordDeleteError:
            return


def is_usable() -> bool:
    """Tell whether this system has a key ring that can be opened."""
    backend = keyring.get_keyring()
    if isinstance(backend, NoKeyring) or backend.priority <= 0:
        return False
    try:
        backend.get_password(_SERVICE, "is-usable")
    except (KeyringError, OSError):
        return False
    return True
