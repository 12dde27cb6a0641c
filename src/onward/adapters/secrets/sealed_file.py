"""Secrets in a sealed file, for systems without a key ring."""

import json
import os
from base64 import urlsafe_b64encode
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from onward.domain.errors import OnwardError


class SealedFileError(OnwardError):
    """The file with your passwords cannot be opened. Enter them again in Settings."""


class SealedFile:
    """Secrets in one file, readable by its owner only and sealed with a key.

    The key lies elsewhere in the data folder: this keeps passwords out of the database
    and its copies, and not from somebody who has the whole folder.
    """

    said = "in a sealed file in Onward's folder, since this system has no key ring"
    is_apart = False

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        derived = HKDF(SHA256(), 32, salt=None, info=b"onward secrets").derive(key)
        self._seal = Fernet(urlsafe_b64encode(derived))

    def put(self, name: str, secret: str) -> None:
        """Keep a secret; one kept under this name before is replaced."""
        self._write({**self._read(), name: secret})

    def get(self, name: str) -> str | None:
        """Return a secret, or None when there is none under this name."""
        return self._read().get(name)

    def forget(self, name: str) -> None:
        """Drop a secret; one that is not there is no fault."""
        kept = self._read()
        if kept.pop(name, None) is not None:
            self._write(kept)

    def _read(self) -> dict[str, str]:
        if not self._path.exists():
            return {}
        try:
            found = json.loads(self._seal.decrypt(self._path.read_bytes()))
        except (InvalidToken, ValueError) as problem:
            raise SealedFileError from problem
        return {str(name): str(secret) for name, secret in found.items()}

    def _write(self, secrets: dict[str, str]) -> None:
        """Write under another name first, so that a break leaves the old file whole."""
        draft = self._path.with_suffix(".new")
        sealed = self._seal.encrypt(json.dumps(secrets).encode())
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        with os.fdopen(os.open(draft, flags, 0o600), "wb") as out:
            out.write(sealed)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(self._path)
