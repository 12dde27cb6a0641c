"""The servers that mail providers publish for sending, by address."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider's server; `app_password` tells that the usual password is refused."""

    name: str
    host: str
    port: int
    security: str
    app_password: bool


@cache
def _by_domain() -> dict[str, Provider]:
    content = files(__package__).joinpath("providers.toml").read_text("utf-8")
    return {
        domain: Provider(
            told["name"],
            told["host"],
            told["port"],
            told["security"],
            told["app_password"],
        )
        for told in tomllib.loads(content)["provider"]
        for domain in told["domains"]
    }


def provider_of(address: str) -> Provider | None:
    """Return the provider of an address, or None where it is not known."""
    return _by_domain().get(address.rpartition("@")[2].strip().lower())
