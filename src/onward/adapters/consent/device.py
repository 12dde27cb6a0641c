"""Asks for leave by a short code the person types at the provider, on any device."""

import time
from dataclasses import dataclass, field

from onward.adapters.consent.asking import NoLeaveError, TooFastError, asked
from onward.adapters.consent.loopback import leave_in
from onward.domain.mailboxes.consent import Client, Giver
from onward.ports.consent import NotYetError

_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
_SLOWER = 5.0


@dataclass(slots=True)
class DeviceCode:
    """One question by code: what to type, and where."""

    key: str
    giver: Giver
    client: Client
    code: str = ""
    url: str = ""
    _device: str = field(default="", repr=False)
    _every: float = 5.0
    _next: float = 0.0
    _until: float = 0.0

    def begin(self) -> None:
        """Ask the provider for a code."""
        answer = asked(
            self.giver.device, client_id=self.client.number, scope=self.giver.scope
        )
        self.code = str(answer.get("user_code", ""))
        self.url = str(answer.get("verification_uri", ""))
        self._device = str(answer.get("device_code", ""))
        self._every = float(answer.get("interval") or self._every)
        self._until = time.monotonic() + float(answer.get("expires_in") or 900)
        if not (self.code and self._device and self.url.startswith("http")):
            raise NoLeaveError

    def leave(self) -> str:
        """Return the leave that was given; raises while there is no answer yet."""
        moment = time.monotonic()
        if moment > self._until:
            raise NoLeaveError
        if moment < self._next:
            raise NotYetError
        self._next = moment + self._every
        try:
            answer = asked(
                self.giver.token,
                grant_type=_GRANT,
                device_code=self._device,
                client_id=self.client.number,
                client_secret=self.client.secret,
            )
        except TooFastError:
            self._every += _SLOWER
            raise
        return str(leave_in(answer, self.key, self.client))

    def close(self) -> None:
        """Ask no more."""
        self._until = 0.0
