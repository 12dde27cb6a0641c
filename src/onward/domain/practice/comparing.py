"""Two takes of one question, side by side: what changed from the first to the second.

Only what a person can hear or count; which take is "better" is theirs to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

# Smaller differences are chance, or the way one was counted.
_LEAST = {"wpm": 12.0, "fillers_per_minute": 1.5, "seconds": 15.0, "long_pauses": 1.0}


class What(StrEnum):
    """What may have changed between two takes."""

    PART_NEW = "part_new"
    PART_GONE = "part_gone"
    SPECIFICS_MORE = "specifics_more"
    SPECIFICS_FEWER = "specifics_fewer"
    BAND = "band"
    LONGER = "longer"
    SHORTER = "shorter"
    FASTER = "faster"
    SLOWER = "slower"
    FILLERS_MORE = "fillers_more"
    FILLERS_FEWER = "fillers_fewer"
    SAME_WORDS = "same_words"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a take, as far as two of them can be compared."""

    parts: frozenset[str] = frozenset()
    specifics: int = 0
    bands: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, float] = field(default_factory=dict)
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed; `name` says which part or band."""

    what: What
    name: str = ""
    before: str = ""
    after: str = ""


_MEASURED = (
    ("seconds", What.LONGER, What.SHORTER),
    ("wpm", What.FASTER, What.SLOWER),
    ("fillers_per_minute", What.FILLERS_MORE, What.FILLERS_FEWER),
)


def changes(first: Facts, second: Facts) -> tuple[Change, ...]:
    """Return what changed, what was said before how it was said."""
    found = [Change(What.PART_NEW, name) for name in _new(first, second)]
    found += [Change(What.PART_GONE, name) for name in _new(second, first)]
    found += _specifics(first.specifics, second.specifics)
    found += _bands(first, second)
    found += _measured(first, second)
    if second.repeats:
        found.append(Change(What.SAME_WORDS))
    return tuple(found)


def _new(before: Facts, after: Facts) -> list[str]:
    return sorted(after.parts - before.parts)


def _specifics(before: int, after: int) -> list[Change]:
    if before == after:
        return []
    what = What.SPECIFICS_MORE if after > before else What.SPECIFICS_FEWER
    return [Change(what, before=str(before), after=str(after))]


def _bands(first: Facts, second: Facts) -> list[Change]:
    return [
        Change(What.BAND, name, first.bands[name], second.bands[name])
        for name in first.bands
        if name in second.bands and first.bands[name] != second.bands[name]
    ]


def _measured(first: Facts, second: Facts) -> list[Change]:
    found = []
    for name, more, less in _MEASURED:
        if name not in first.measures or name not in second.measures:
            continue
        before, after = first.measures[name], second.measures[name]
        if abs(after - before) >= _LEAST[name]:
            what = more if after > before else less
            found.append(Change(what, name, f"{before:.0f}", f"{after:.0f}"))
    return found
