"""The lists and sentences of `wordings/whole.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def listed(name: str) -> frozenset[str]:
    """Return a list of words."""
    return frozenset(_stored()["lists"][name].split())


def reason(name: str) -> str:
    """Return why something about the letter as a whole is worth a second look."""
    return str(_stored()["why"][name])


def better(name: str) -> tuple[str, ...]:
    """Return what could stand there instead."""
    return tuple(_stored()["instead"][name])


@cache
def _stored() -> Mapping[str, Any]:
    folder = files("onward.domain.letters") / "wordings"
    return tomllib.loads((folder / "whole.toml").read_text("utf-8"))
