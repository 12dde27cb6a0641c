"""A small language for wordings, so that one line stands for many ways to say it.

A wording is a row of words. `a|b` means either; a word in capitals stands for the group
of that name; `_` is a blank inside an alternative; `word*` is any word that begins so;
`.` is one word of any kind, `~` up to five and `~2` up to two; `a|b?` may be there or
not; `^` and `$` are the beginning and the end of the sentence; `!a|b` says what must
not follow. Of a wording with a `<` or `>` only what follows or precedes is meant.
Words are in lower case, without apostrophes; `0` stands for any number. A line
that ends in `|` goes on in the next.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

_KEY = 4
_GAP = 5
_CONTINUED = re.compile(r"\|\s+")
_ANY = r"[^ ?!]+"
_END = r"(?: [?!])*(?= $)"
_SIGNS = {
    "^": "^",
    "$": _END,
    ".": f" {_ANY}(?= )",
    "<": "(?P<start>)",
    ">": "(?P<end>)",
}
_ALWAYS = frozenset({""})
Groups = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording that can be looked for.

    Every hit has, for each of `needs`, a word that begins with one of its keys.
    """

    source: str
    expression: str
    needs: tuple[frozenset[str], ...]

    def is_in(self, said: str) -> bool:
        """Tell whether it is said."""
        return _compiled(self.expression).search(said) is not None

    def spans_in(self, said: str) -> Iterator[tuple[int, int]]:
        """Yield where it is said: what stands from `<` to `>`, if it has such marks."""
        for found in _compiled(self.expression).finditer(said):
            marks = found.groupdict()
            start = found.start("start") if "start" in marks else found.start()
            yield start, found.end("end") if "end" in marks else found.end()


@dataclass(frozen=True, slots=True)
class Index:
    """A row of wordings, and for each key the places of those that need it most."""

    wordings: tuple[Wording, ...]
    by_key: Mapping[str, tuple[int, ...]]

    def worth_trying(self, words: Iterable[str]) -> list[int]:
        """Return the places of the wordings that may be said in these words."""
        keys = frozenset(word[:_KEY] for word in words) | _ALWAYS
        found = {place for key in keys for place in self.by_key.get(key, ())}
        return sorted(
            place
            for place in found
            if not any(map(keys.isdisjoint, self.wordings[place].needs))
        )


def wording(source: str, groups: Groups) -> Wording:
    """Return the wording that a line stands for."""
    elements = _CONTINUED.sub("|", source).split()
    parts = [_part(element, groups) for element in elements]
    return Wording(source, "".join(parts), _needs(elements, groups))


def index_of(wordings: Iterable[Wording]) -> Index:
    """Return the index of wordings by the keys of their rarest need."""
    row = tuple(wordings)
    by_key: dict[str, list[int]] = {}
    for place, each in enumerate(row):
        for key in min(each.needs, key=len, default=_ALWAYS):
            by_key.setdefault(key, []).append(place)
    return Index(row, {key: tuple(places) for key, places in by_key.items()})


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    # Compiling all of them at once would make the first letter wait half a second.
    return re.compile(expression)


def _part(element: str, groups: Groups) -> str:
    if element in _SIGNS:
        return _SIGNS[element]
    if element.startswith("~"):
        return rf"(?: {_ANY}){{0,{element[1:] or _GAP}}}?"
    if element.startswith("!"):
        return f"(?!{_either(element[1:], groups)})"
    if element.endswith("?") and element != "?":
        return f"(?:{_either(element[:-1], groups)})?"
    return _either(element, groups)


def _either(alternatives: str, groups: Groups) -> str:
    words = _alternatives(alternatives, groups)
    spelled = "|".join(_spelled(word) for word in words if word != "$")
    said = rf" (?:{spelled})(?= )"
    return rf"(?:{said}|{_END})" if "$" in words else said


def _alternatives(element: str, groups: Groups) -> list[str]:
    return [
        spelled
        for part in element.split("|")
        for spelled in (
            _alternatives("".join(groups[part].split()), groups)
            if part in groups
            else [part]
        )
    ]


def _spelled(word: str) -> str:
    stem = word.rstrip("*")
    parts = (r"\d+" if part == "0" else re.escape(part) for part in stem.split("_"))
    return " ".join(parts) + ("[^ ]*" if word.endswith("*") else "")


def _needs(elements: list[str], groups: Groups) -> tuple[frozenset[str], ...]:
    needed = [element for element in elements if _is_needed(element)]
    keyed = (frozenset(map(_key, _alternatives(each, groups))) for each in needed)
    return tuple(keys for keys in keyed if "" not in keys)


def _is_needed(element: str) -> bool:
    return element[0] not in "^~!.<>" and element[-1] not in "?$"


def _key(alternative: str) -> str:
    """Return the first letters of what must be said; none when that is too little."""
    first = alternative.split("_", maxsplit=1)[0]
    stem = first.rstrip("*")
    unsure = stem in {"0", "$"} or (first.endswith("*") and len(stem) < _KEY)
    return "" if unsure else stem[:_KEY]
