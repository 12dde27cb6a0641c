"""Tokens that open a mailbox for an hour, from the leave that is kept in the vault."""

import time
from threading import Lock

from onward.adapters.consent.asking import NoLeaveError, asked
from onward.domain.mailboxes.consent import GIVERS, Giver, Leave, leave_of
from onward.ports.vault import Vault

_EARLY = 120.0  # a token must outlive the sign-in it is for
_USUAL_SECONDS = 3600.0
_fresh: dict[str, tuple[str, str, float]] = {}
_lock = Lock()


def fresh_token(vault: Vault, name: str, givers: dict[str, Giver] | None = None) -> str:
    """Return a token for the leave kept under a name; a new leave replaces the old.

    Tokens live in memory only. Raises `NoLeaveError` where the leave was taken back.
    """
    kept = vault.get(name) or ""
    with _lock:
        of, token, until = _fresh.get(name, ("", "", 0.0))
        if of == kept and until > time.monotonic():
            return token
        leave = _leave(kept)
        giver = (givers or GIVERS)[leave.giver]
        answer = asked(
            giver.token,
            grant_type="refresh_token",
            refresh_token=leave.refresh,
            client_id=leave.client,
            client_secret=leave.client_secret,
        )
        token = str(answer.get("access_token", ""))
        if not token:
            raise NoLeaveError
        kept = _renewed(vault, name, leave, str(answer.get("refresh_token", "")))
        lasts = float(answer.get("expires_in") or _USUAL_SECONDS) - _EARLY
        _fresh[name] = (kept, token, time.monotonic() + lasts)
        return token


def _leave(kept: str) -> Leave:
    try:
        return leave_of(kept)
    except (ValueError, TypeError) as problem:
        raise NoLeaveError from problem


def _renewed(vault: Vault, name: str, leave: Leave, refresh: str) -> str:
    """Keep the new leave some providers give each time; return what is kept then."""
    if not refresh or refresh == leave.refresh:
        return str(leave)
    renewed = Leave(leave.giver, leave.client, refresh, leave.client_secret)
    vault.put(name, str(renewed))
    return str(renewed)
