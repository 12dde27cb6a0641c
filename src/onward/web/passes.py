"""The secret that lets one in, and the pass a browser keeps once it has shown it.

The token is printed in the person's own window. A browser is started with a code in
place of it, because others on the machine can see what programs are started with: a
code is good once and for a minute. Shown twice, somebody else was quicker, or is
trying; then the pass it was exchanged for is void as well.
"""

import secrets
from functools import cache
from threading import Lock

from django.conf import settings
from django.core.signing import BadSignature, Signer, TimestampSigner
from django.utils.crypto import constant_time_compare

CODE_SECONDS = 60
_NAME_BYTES = 16


class Door:
    """Exchanges the token of this start, or a code, for passes; knows them again."""

    def __init__(self, token: str) -> None:
        self._token = token
        self._codes = TimestampSigner(key=token, salt="onward.code")
        self._passes = Signer(key=token, salt="onward.pass")
        self._used: set[str] = set()
        self._void: set[str] = set()
        self._lock = Lock()

    def new_code(self) -> str:
        """Return a code to start a browser with."""
        return self._codes.sign(secrets.token_urlsafe(_NAME_BYTES))

    def exchange(self, shown: str) -> str | None:
        """Return a pass for the token or a fresh code, and for nothing else."""
        if constant_time_compare(shown, self._token):
            return self._passes.sign(secrets.token_urlsafe(_NAME_BYTES))
        try:
            name = self._codes.unsign(shown, max_age=CODE_SECONDS)
        except BadSignature:
            return None
        return self._passes.sign(name) if self._is_first(name) else None

    def opens_for(self, kept: str) -> bool:
        """Tell whether this is a pass that was given out and still holds."""
        try:
            return self._passes.unsign(kept) not in self._void
        except BadSignature:
            return False

    def _is_first(self, name: str) -> bool:
        with self._lock:
            if name in self._used:
                self._void.add(name)
                return False
            self._used.add(name)
            return True


@cache
def door_of(token: str) -> Door:
    """Return the one door that belongs to a token."""
    return Door(token)


def door() -> Door:
    """Return the door of this start."""
    return door_of(settings.START_TOKEN)
