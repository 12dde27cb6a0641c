"""Speaks to a provider's token server; each answer is a small JSON object."""

import http.client
import json
import ssl
from typing import Any
from urllib.parse import urlencode, urlsplit

from onward.domain.errors import OnwardError
from onward.ports.consent import NotYetError

_SECONDS = 15.0
_MOST = 200_000
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})
_OK = 200


class ProviderSilentError(OnwardError):
    """The provider does not answer. Try again in a while."""


class NoLeaveError(OnwardError):
    """The provider gave no leave. Sign in once more, and look at the client number."""


class TooFastError(NotYetError):
    """The provider wants to be asked less often."""


_SAID: dict[str, type[Exception]] = {
    "authorization_pending": NotYetError,
    "slow_down": TooFastError,
}


def asked(address: str, **told: str) -> dict[str, Any]:
    """Return what a provider answers; raises where it says no."""
    status, answer = _posted(address, urlencode({k: v for k, v in told.items() if v}))
    if status == _OK and "error" not in answer:
        return answer
    error = str(answer.get("error", ""))
    raise _SAID.get(error, NoLeaveError)


def _posted(address: str, content: str) -> tuple[int, dict[str, Any]]:
    """Post a form, always by TLS but to this machine; redirects are not followed."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        context = ssl.create_default_context()
        connection = http.client.HTTPSConnection(
            host, parts.port, timeout=_SECONDS, context=context
        )
    elif host in _HERE:
        connection = http.client.HTTPConnection(host, parts.port, timeout=_SECONDS)
    else:
        raise NoLeaveError
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    try:
        connection.request("POST", parts.path, content, headers)
        response = connection.getresponse()
        return response.status, _object(response.read(_MOST))
    except (OSError, http.client.HTTPException) as problem:
        raise ProviderSilentError from problem
    finally:
        connection.close()


def _object(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
