"""Locking words with a key (AES-GCM), and making a key from a passphrase (scrypt)."""

import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode

# Tells how the rest is to be read, should that ever change.
_FIRST_WAY = b"\x01"
_NONCE_BYTES = 12
_KEY_BYTES = 32
_SALT_BYTES = 16
# Of memory each unit of work takes 1 kB: 2**17 of them are 128 MB.
_SCRYPT = {"r": 8, "p": 1}


class WrongKeyError(ValueError):
    """This key does not open these words."""


def new_key() -> bytes:
    """Return a key nobody can guess."""
    return secrets.token_bytes(_KEY_BYTES)


def new_salt() -> bytes:
    """Return what makes two keys of one passphrase differ."""
    return secrets.token_bytes(_SALT_BYTES)


def key_from_passphrase(passphrase: str, salt: bytes, work: int) -> bytes:
    """Return the key of a passphrase; a guess costs as much, and slow it is."""
    from cryptography.hazmat.primitives.kdf.scrypt import (  # noqa: PLC0415 - slow
        Scrypt,
    )

    way = Scrypt(salt=salt, length=_KEY_BYTES, n=work, **_SCRYPT)
    return way.derive(passphrase.encode())


def key_from_secret(secret: str) -> bytes:
    """Return the key of a long random secret, which needs no slowness."""
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 - slow
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415 - slow

    way = HKDF(SHA256(), _KEY_BYTES, salt=None, info=b"onward start")
    return way.derive(secret.encode())


def lock(key: bytes, words: bytes) -> bytes:
    """Return the words so that only the key opens them."""
    from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 - slow
        AESGCM,
    )

    nonce = os.urandom(_NONCE_BYTES)
    return _FIRST_WAY + nonce + AESGCM(key).encrypt(nonce, words, _FIRST_WAY)


def unlock(key: bytes, locked: bytes) -> bytes:
    """Return the words again; raises WrongKeyError where key or words are not whole."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - slow
    from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 - slow
        AESGCM,
    )

    start = len(_FIRST_WAY)
    way, nonce = locked[:start], locked[start : start + _NONCE_BYTES]
    try:
        return AESGCM(key).decrypt(nonce, locked[start + _NONCE_BYTES :], way)
    except (InvalidTag, ValueError) as problem:
        raise WrongKeyError from problem


def as_text(key: bytes) -> str:
    """Return a key as a key ring can keep it."""
    return urlsafe_b64encode(key).decode()


def from_text(text: str) -> bytes:
    """Return a key as it came from a key ring."""
    return urlsafe_b64decode(text)
