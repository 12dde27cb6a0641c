"""The servers that mail providers publish, for sending and for reading, by address."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider's servers; `app_password` tells that the usual password is refused.

    `host`, `port` and `security` are for sending; `imap_host` is for reading, always by
    TLS. `sign_in` names who is asked for leave where the provider has no passwords for
    programs, or offers another way. `help` is its own page about app passwords.
    """

    name: str
    host: str
    port: int
    security: str
    app_password: bool
    imap_host: str = ""
    imap_port: int = 993
    sign_in: str = ""
    help: str = ""


@cache
def _by_domain() -> dict[str, Provider]:
    content = files(__package__).joinpath("providers.toml").read_text("utf-8")
    found: dict[str, Provider] = {}
    for told in tomllib.loads(content)["provider"]:
        domains = told.pop("domains")
        provider = Provider(**told)
        found.update(dict.fromkeys(domains, provider))
    return found


def provider_of(address: str) -> Provider | None:
    """Return the provider of an address, or None where it is not known."""
    return _by_domain().get(address.rpartition("@")[2].strip().lower())
