"""Whom to ask for leave to read a mailbox, and how such a question is put."""

import base64
import hashlib
import json
from dataclasses import asdict, dataclass, field
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Giver:
    """A provider that gives leave; `device` is empty where there is no short code.

    `loopback` is the name of this machine that the provider sends the browser back to.
    """

    name: str
    authorize: str
    token: str
    scope: str
    device: str = ""
    loopback: str = "127.0.0.1"
    further: tuple[tuple[str, str], ...] = ()
    register: str = ""


_MICROSOFT = "https://login.microsoftonline.com/common/oauth2/v2.0"
GIVERS = {
    "google": Giver(
        name="Google",
        authorize="https://accounts.google.com/o/oauth2/v2/auth",
        token="https://oauth2.googleapis.com/token",  # noqa: S106 - an address
        scope="https://mail.google.com/",  # the only one that opens IMAP
        further=(("access_type", "offline"), ("prompt", "consent")),
        register="https://console.cloud.google.com/auth/clients",
    ),
    "microsoft": Giver(
        name="Microsoft",
        authorize=f"{_MICROSOFT}/authorize",
        token=f"{_MICROSOFT}/token",
        scope="https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
        device=f"{_MICROSOFT}/devicecode",
        loopback="localhost",
        register="https://entra.microsoft.com",
    ),
}


@dataclass(frozen=True, slots=True)
class Client:
    """The person's own registration at a provider."""

    number: str
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Leave:
    """What is kept once leave was given; it goes to the vault as one text."""

    giver: str
    client: str
    refresh: str = field(repr=False)
    client_secret: str = field(default="", repr=False)

    def __str__(self) -> str:
        """Return it as it is kept."""
        return json.dumps(asdict(self))


def leave_of(kept: str) -> Leave:
    """Return the leave a kept text holds."""
    return Leave(**json.loads(kept))


def question(
    giver: Giver, client: Client, back: str, state: str, verifier: str, address: str
) -> str:
    """Return the address that asks the person in their browser."""
    told = {
        "client_id": client.number,
        "redirect_uri": back,
        "response_type": "code",
        "scope": giver.scope,
        "state": state,
        "code_challenge": challenge_of(verifier),
        "code_challenge_method": "S256",
        "login_hint": address,
        **dict(giver.further),
    }
    return f"{giver.authorize}?{urlencode(told)}"


def challenge_of(verifier: str) -> str:
    """Return what shows later that whoever brings a code also asked for it (PKCE)."""
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
