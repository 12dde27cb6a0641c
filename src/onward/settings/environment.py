"""The variables that start with ONWARD_, read once, typed and bounded.

A few lines of our own: the library for this takes 22 MB and a quarter of a second in
each of two processes, as much as half of Django.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from platformdirs import user_data_path

from onward.domain.errors import OnwardError

PREFIX = "ONWARD_"
LARGEST_PORT = 65535
YES, NO = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})
PEOPLE = ("one", "many")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class SettingNotUnderstoodError(OnwardError):
    """A setting makes no sense; see docs/operate/settings.md."""


@dataclass(frozen=True, slots=True)
class Environment:
    """What whoever runs Onward may set; every field is described in docs/operate."""

    data_dir: Path = field(default_factory=lambda: user_data_path("onward"))
    database_url: str = field(default="", repr=False)
    secret_key: str = field(default="", repr=False)
    port: int = 8766
    open_browser: bool = True
    debug: bool = False
    time_zone: str = "Europe/London"
    today: date | None = None
    people: str = PEOPLE[0]
    key_ring: bool = True
    log_level: str = "WARNING"
    offline: bool = False
    speech_folder: Path | None = None


@cache
def environment() -> Environment:
    """Return the environment as it was when first asked for."""
    return read(os.environ)


def read(variables: Mapping[str, str]) -> Environment:
    """Return what variables say; an empty one is as good as none."""
    given = {
        each.name: _understood(each.name, text)
        for each in fields(Environment)
        if (text := variables.get(f"{PREFIX}{each.name.upper()}", "").strip())
    }
    return Environment(**given)


def _understood(name: str, text: str) -> Any:
    try:
        return _READERS.get(name, str)(text)
    except (ValueError, LookupError, OSError) as problem:
        shown = f"{PREFIX}{name.upper()}"
        message = f"{shown} cannot be {text!r}. {_EXPECTED[name]}"
        raise SettingNotUnderstoodError(message) from problem


def _folder(text: str) -> Path:
    return Path(text).expanduser().absolute()


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise ValueError(text)
    return range(LARGEST_PORT + 1)[int(text)]


def _yes(text: str) -> bool:
    if text.lower() not in YES | NO:
        raise ValueError(text)
    return text.lower() in YES


def _zone(text: str) -> str:
    return ZoneInfo(text).key


def _one_of(
    choices: tuple[str, ...], change: Callable[[str], str]
) -> Callable[[str], str]:
    return lambda text: choices[choices.index(change(text))]


_READERS: Mapping[str, Callable[[str], object]] = {
    "data_dir": _folder,
    "port": _port,
    "open_browser": _yes,
    "debug": _yes,
    "key_ring": _yes,
    "offline": _yes,
    "speech_folder": _folder,
    "time_zone": _zone,
    "today": date.fromisoformat,
    "people": _one_of(PEOPLE, str.lower),
    "log_level": _one_of(LOG_LEVELS, str.upper),
}
_EXPECTED = {
    "data_dir": "It is a folder.",
    "port": f"It is a number from 0 to {LARGEST_PORT}.",
    "open_browser": "It is true or false.",
    "debug": "It is true or false.",
    "key_ring": "It is true or false.",
    "offline": "It is true or false.",
    "speech_folder": "It is a folder.",
    "time_zone": "It is a name such as Europe/London.",
    "today": "It is a date such as 2026-11-03.",
    "people": f"It is one of: {', '.join(PEOPLE)}.",
    "log_level": f"It is one of: {', '.join(LOG_LEVELS)}.",
}
