"""Ways to ease nerves, as dated data: what each is known to do and what it is not."""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any


class Technique(StrEnum):
    """A way to ease nerves."""

    BREATHING = "breathing"
    OUTWARD = "outward"
    ENERGY = "energy"
    OPENING = "opening"
    BLANK = "blank"
    LETTER = "letter"
    LADDER = "ladder"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was found out, and by whom and when."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class About:
    """What there is to say about one technique.

    `parts` is how it is done, `lines` are some to pick from, and `own_line` what a line
    of the person's own is, where they can keep some.
    """

    technique: Technique
    title: str
    line: str
    minutes: int
    parts: tuple[str, ...]
    lines: tuple[str, ...]
    own_line: str
    does: tuple[Finding, ...]
    is_not: tuple[str, ...]
    checked_on: date


@dataclass(frozen=True, slots=True)
class OnNerves:
    """What is known of nerves in interviews at all."""

    facts: tuple[Finding, ...]
    checked_on: date


def about(technique: Technique) -> About:
    """Return what there is to say about a technique."""
    return techniques()[technique]


@cache
def techniques() -> dict[Technique, About]:
    """Return all techniques, those that take a moment first."""
    found = [_about(told) for told in _data()["technique"]]
    return {one.technique: one for one in found}


@cache
def on_nerves() -> OnNerves:
    """Return what is known of nerves at all."""
    told = _data()["nerves"]
    facts = tuple(Finding(**fact) for fact in told["facts"])
    return OnNerves(facts, told["checked_on"])


@cache
def _data() -> dict[str, Any]:
    content = files(__package__).joinpath("techniques.toml").read_text("utf-8")
    return tomllib.loads(content)


def _about(told: dict[str, Any]) -> About:
    return About(
        technique=Technique(told["key"]),
        title=told["title"],
        line=told["line"],
        minutes=told["minutes"],
        parts=tuple(told.get("parts", ())),
        lines=tuple(told.get("lines", ())),
        own_line=told.get("own_line", ""),
        does=tuple(Finding(**found) for found in told["does"]),
        is_not=tuple(told["is_not"]),
        checked_on=told["checked_on"],
    )
