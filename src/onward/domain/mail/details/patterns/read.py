"""The patterns by which details are found, read on first use.

They stand in `patterns.toml`, and what French adds in `patterns-french.toml`.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

from onward.domain.mail.details.patterns.begun import begun_by, places_in
from onward.domain.mail.details.patterns.met import bits_of, unmet_in
from onward.domain.mail.details.patterns.needed import needed_by
from onward.domain.mail.language import Language

# Of so few signs the words are not sought out first.
_SHORT = 150


class Guarded:
    """A pattern that looks only where the words it needs, or begins with, stand.

    It is compiled when they first do: most searches need few of them, and to compile
    all would take a twentieth of a second at every start.
    """

    def __init__(self, spelled: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.spelled, self.flags = spelled, flags
        self.needs = bits_of(needed_by(spelled, flags))
        self._begun = begun_by(spelled, flags)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as Python searches with it."""
        return re.compile(self.spelled, self.flags)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield what the pattern finds."""
        if self.needs & unmet_in(text):
            return iter(())
        places = self._places_in(text)
        if places is None:
            return self.compiled.finditer(text)
        return self._found_at(places, text)

    def is_in(self, text: str) -> bool:
        """Tell whether the pattern finds anything."""
        if self.needs & unmet_in(text):
            return False
        places = self._places_in(text)
        if places is None:
            return self.compiled.search(text) is not None
        match = self.compiled.match
        return any(match(text, place) for place in places)

    def _places_in(self, text: str) -> Sequence[int] | None:
        """Return where it may begin; None if it is to be looked for everywhere."""
        if self._begun is None or len(text) < _SHORT:
            return None
        return places_in(text, self._begun)

    def _found_at(self, places: Iterable[int], text: str) -> Iterator[re.Match[str]]:
        end = 0
        for place in places:
            if place >= end and (found := self.compiled.match(text, place)):
                yield found
                end = found.end()


@cache
def patterns(name: str, language: Language = "en") -> tuple[Guarded, ...]:
    """Return the patterns of one name, in the order of the file.

    Where many words fit, as where a role stands, those for French are for French only.
    """
    found = _told(name, french=language == "fr")
    return tuple(Guarded(_spelled(each), re.IGNORECASE) for each in found)


@cache
def weighted_patterns(name: str) -> tuple[tuple[float, Guarded], ...]:
    """Return the patterns of one name, each with the points it is worth."""
    told = _told(name)
    return tuple((points, Guarded(_spelled(pattern))) for points, pattern in told)


@lru_cache(maxsize=256)  # of a mail, and of a sentence, the same is asked twice
def speaks_of(name: str, text: str) -> bool:
    """Tell whether any of a name's patterns, of all languages, finds anything."""
    unmet = unmet_in(text)
    for pattern in patterns(name, "fr"):
        if not pattern.needs & unmet and pattern.is_in(text):
            return True
    return False


def found_by_any(name: str, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what `any_of` finds between two places, by the patterns that may there.

    Each of the name's patterns must need a word, so that none finds nothing at all.
    """
    unmet = unmet_in(text[start:end])
    likely = [each for each in patterns(name, "fr") if not each.needs & unmet]
    while likely:
        found = [each.compiled.search(text, start, end) for each in likely]
        first = min(filter(None, found), key=re.Match.start, default=None)
        if first is None:
            return
        yield first
        start = first.end()


def may_speak_of(name: str, text: str) -> bool:
    """Tell whether a text has the words that any of a name's patterns needs."""
    unmet = unmet_in(text)
    return any(not pattern.needs & unmet for pattern in patterns(name, "fr"))


def every_pattern() -> Iterator[Guarded]:
    """Yield all patterns there are, of all languages."""
    for name, told in _file().items():
        if isinstance(next(iter(told.get("patterns", ())), None), list):
            yield from (pattern for _, pattern in weighted_patterns(name))
        elif "patterns" in told:
            yield from patterns(name, "fr")


def is_one_of(name: str, words: str) -> bool:
    """Tell whether some words are, as a whole, what a name's patterns find."""
    return may_speak_of(name, words) and any_of(name).fullmatch(words) is not None


@cache
def any_of(name: str) -> re.Pattern[str]:
    """Return one pattern that finds what any of a name's patterns finds."""
    return re.compile(_spelled("|".join(_told(name))), re.IGNORECASE)


def _spelled(pattern: str) -> str:
    words = _file()["words"] | _file("patterns-french.toml")["words"]
    full = re.sub(r"\{([A-Z]+)\}", lambda found: words[found[1]], pattern)
    return full.replace(" ", r"\s")


def _told(name: str, *, french: bool = True) -> list[Any]:
    found: list[Any] = _file()[name]["patterns"]
    further = _file("patterns-french.toml").get(name, {}) if french else {}
    return [*found, *further.get("patterns", ())]


@cache
def _file(name: str = "patterns.toml") -> dict[str, Any]:
    content = (files(__package__) / name).read_text("utf-8")
    return tomllib.loads(content)
