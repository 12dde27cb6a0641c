"""The parts of a line, cut at signs and small words, with what each of them is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

_EDGES = " .,;:|\u2013\u2014-\"'"
_SIGNS = re.compile(r"\s*,\s*|:\s+|:$")
_VERB = re.compile(
    r"^(?:i(?:['\u2019]ve)?\s+|have\s+|just\s+|my\s+)*(?:applied|applying|application"
    r"|apply|submitted|sent(?:\s+off)?(?:\s+(?:my|a|an|the)\s+(?:cv|form|letter))?)"
    r"(?:\s+(?:on|online|in))?(?=\s|$)\s*",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?P<word>at|@|for|with|to|as|in|on|and|was)(?=\s|$)\s*", re.IGNORECASE
)
_ARTICLE = re.compile(
    r"^(?:an?\s+|the\s+)?(?:(?:post|position|role|job|vacancy)\s+(?:of|as)\s+)?(?:an?\s+)?",
    re.IGNORECASE,
)
_ROLE_NOUN = re.compile(
    r"\s+(?:role|position|post|job|vacancy|opening)$", re.IGNORECASE
)
_AT = re.compile(r"\s+(?:at|@)\s+", re.IGNORECASE)
_AS = re.compile(r"\s+as\s+", re.IGNORECASE)
_IN = re.compile(r"\s+in\s+(?=[A-Z])")


class PartKind(StrEnum):
    """What a part of a line is."""

    EMPLOYER = "employer"
    ROLE = "role"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a line; `kind` is None while the words around do not tell."""

    text: str
    kind: PartKind | None = None


_LABELS = {
    PartKind.ROLE: r"role|job(?: title)?|position|title",
    PartKind.EMPLOYER: r"employer|company|organi[sz]ation",
    PartKind.PLACE: r"place|location|where",
}
_OPENED = {
    "at": PartKind.EMPLOYER,
    "@": PartKind.EMPLOYER,
    "as": PartKind.ROLE,
    "in": PartKind.PLACE,
}


def parts_of(text: str, known_employers: Iterable[str] = ()) -> list[Part]:
    """Return the parts of a text; the name of a known employer is never cut."""
    text = re.sub(r"[\ue000-\uf8ff]", " ", text)
    names = _names_in(text, known_employers)
    for place, name in enumerate(names):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _shield(place), text)
    parts = [part for piece in _pieces(text) for part in _cut(piece)]
    return [part for part in _unshielded(parts, names) if part.text]


def _names_in(text: str, known_employers: Iterable[str]) -> list[str]:
    """Return the known names that a text spells, the longest first, as it does."""
    folded = text.casefold()
    likely = sorted({name for name in known_employers if name.casefold() in folded})
    found = []
    for name in sorted(likely, key=len, reverse=True):
        spelled = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
        if spelled:
            found.append(spelled[0])
    return found


def _shield(place: int) -> str:
    """Return a sign no line holds, to stand for a name while the line is cut."""
    return chr(0xE000 + place)


def _pieces(text: str) -> Iterator[Part]:
    """Cut at signs; a label such as `role:` tells what its piece is."""
    for kind, words in _LABELS.items():
        label = rf"(?:^|(?<=[,;|]))\s*(?:{words})\s*[:=]\s*"
        text = re.sub(label, f",{kind}\ue8ff", text, flags=re.IGNORECASE)
    for piece in _SIGNS.split(text):
        label, _, rest = piece.rpartition("\ue8ff")
        yield Part(rest.strip(_EDGES), PartKind(label.strip()) if label else None)


def _cut(piece: Part) -> list[Part]:
    """Cut a piece at `at`, `as` and `in`, and drop the small words it opens with."""
    if piece.kind is not None:
        return [_bare(piece)]
    text, kind = _opened(_VERB.sub("", piece.text))
    if at := _AT.search(text):
        left = Part(text[: at.start()], PartKind.ROLE)
        return [_bare(left), *_placed(text[at.end() :])]
    if (as_ := _AS.search(text)) and kind is None:
        right = Part(text[as_.end() :], PartKind.ROLE)
        return [Part(text[: as_.start()], PartKind.EMPLOYER), _bare(right)]
    if kind is PartKind.EMPLOYER:
        return _placed(text)
    return [_bare(Part(text, kind))]


def _opened(text: str) -> tuple[str, PartKind | None]:
    kind = None
    while opening := _OPENING.match(text):
        kind = _OPENED.get(opening["word"].lower(), kind)
        text = text[opening.end() :]
    return text, kind


def _placed(text: str) -> list[Part]:
    """Return an employer and, after `in`, the place it is at."""
    found = _IN.search(text)
    if not found:
        return [Part(text, PartKind.EMPLOYER)]
    employer = Part(text[: found.start()], PartKind.EMPLOYER)
    return [employer, Part(text[found.end() :], PartKind.PLACE)]


def _bare(part: Part) -> Part:
    """Return a role without article and without the word role itself."""
    if part.kind in (PartKind.EMPLOYER, PartKind.PLACE):
        return part
    if part.kind is None and not _ROLE_NOUN.search(part.text):
        return part
    text = _ROLE_NOUN.sub("", _ARTICLE.sub("", part.text)).strip(_EDGES)
    return Part(text, PartKind.ROLE)


def _unshielded(parts: Iterable[Part], names: Sequence[str]) -> Iterator[Part]:
    """Put the names back; a part that is one, or begins with one, is an employer."""
    for part in parts:
        text, kind = part.text.strip(_EDGES), part.kind
        for place, name in enumerate(names):
            shield = _shield(place)
            if kind is None and text.startswith(shield) and len(text) > 1:
                yield Part(name, PartKind.EMPLOYER)
                text = text[1:].strip(_EDGES)
            elif text == shield:
                kind = PartKind.EMPLOYER
            text = text.replace(shield, name)
        yield Part(text, kind)
