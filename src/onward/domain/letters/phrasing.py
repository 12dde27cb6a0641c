"""Picks one wording out of several, always the same one for the same choices."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files

Lists = Mapping[str, Mapping[str, tuple[str, ...]]]


@cache
def phrasings() -> Lists:
    """Return all sentences by part of the letter and case."""
    content = files(__package__).joinpath("phrasing.toml").read_bytes()
    told = tomllib.loads(content.decode())
    return {
        part: {case: tuple(options) for case, options in cases.items()}
        for part, cases in told.items()
    }


@dataclass(frozen=True, slots=True)
class Picker:
    """Chooses by a seed made of what the person chose, and fills in the blanks."""

    seed: str
    blanks: Mapping[str, str]

    def pick(self, part: str, case: str = "any") -> str:
        """Return one sentence of a part, its blanks filled."""
        options = phrasings()[part][case]
        return self.fill(options[self._place(f"{part}.{case}") % len(options)])

    def fill(self, wording: str) -> str:
        """Return a wording with its blanks filled and its beginning in capitals."""
        text = wording
        for name, value in self.blanks.items():
            text = text.replace(f"{{{name}}}", value)
        return text[:1].upper() + text[1:]

    def _place(self, name: str) -> int:
        digest = blake2b(f"{name}\0{self.seed}".encode(), digest_size=4).digest()
        return int.from_bytes(digest)
