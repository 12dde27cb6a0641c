"""What to find out about an employer before an interview, by trade and by round."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_LATER = "later"


@dataclass(frozen=True, slots=True)
class Lookup:
    """One thing to find out; `where` says where such things stand."""

    key: str
    text: str
    where: str


def lookups(sector: str = "", *, is_later: bool = False) -> tuple[Lookup, ...]:
    """Return what to find out: what is worth it anywhere, then what the trade adds.

    A later round asks for more, so that more is worth finding out.
    """
    told = _told()
    parts = [told["any"], told.get(sector, [])]
    if is_later:
        parts.append(told[_LATER])
    return tuple(
        Lookup(one["key"], one["text"], one["where"]) for part in parts for one in part
    )


def trades() -> tuple[str, ...]:
    """Return the trades that add something of their own."""
    return tuple(sorted(set(_told()) - {"any", _LATER}))


@cache
def _told() -> dict[str, list[dict[str, str]]]:
    content = files(__package__).joinpath("research.toml").read_text("utf-8")
    return {name: part["lookup"] for name, part in tomllib.loads(content).items()}
