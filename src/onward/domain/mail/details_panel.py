"""Finds who will sit in an interview, and the words that say so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from onward.domain.mail.details_names import is_department, is_given, is_organisation
from onward.domain.mail.details_patterns import any_of
from onward.domain.mail.meaning_words import Sentence
from onward.domain.mail.verdict import Passage

_TITLE = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Cllr|Rev|Revd|Fr|Sr|Sister|Captain"
    r"|Capt|Chef|Eng|Sgt|PC|DC|DS|Insp|Lt|Col|Major|Canon|Father|Lady|Lord|Herr|Herrn|Frau)\.?\s){1,2}"
)
_WORD = r"[A-ZÀ-Ž][\w'\u2019-]{0,30}"
_NAME = re.compile(
    rf"(?P<title>{_TITLE})?(?P<name>(?:[A-Z]\.\s?){{0,2}}{_WORD}"
    rf"(?:\s(?:(?:de|van|von|der|den|di|da|al|bin|ter)\s){{0,2}}{_WORD}){{0,3}})"
)
_ITEMS = re.compile(
    r"\s*[,;/\n]\s*(?:and\s|und\s)?|:\s|\s(?:and|und|sowie|or|plus|as\swell\sas)\s|\s&\s"
)
_ASIDE = re.compile(r"\s?\([^()\n]{0,80}\)?")
# What may stand between a name and the end of what is said of it.
_AFTER = re.compile(
    r"\s*(?:$|[.:!?\u2013—-]|(?:from|in|of|who|our|is|will|would|has|at|on|for|to|head"
    r"|lead|leads|runs|about|as|next|this|tomorrow|today|when|your|via|by|von|aus)\b)"
)
# A line of a form about something else ends a list, too.
_STOP = re.compile(
    r"\n[ \t]*\n|\n[ \t]*(?:Address|Location|Place|Venue|Where|When|Date|Time|Dress"
    r"|Duration|Format|Link|Join|Bring|Role|Position|Job|Post|Room|Phone|Parking)\b[^:|\n]{0,15}[:|]"
    r"|(?<![\s.][A-Z])(?<!^[A-Z])(?<!Mr)(?<!Dr)(?<!Ms)(?<!Fr)(?<!Sr)(?<!Mrs)"
    r"(?<!Rev)(?<!Prof)(?<!Cllr)(?<!Eng)[.!?](?=\s|$)"
)
_LEADING = re.compile(r"^(?:[-*\u2022\u2013]\s*|\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm)?\s)+")
_NAMED_ASIDE = re.compile(rf"\s*{_WORD}\s\(")
_SOME_PART = re.compile(r"^(?:with |by |to )?(?:the|our|my|your|a|an) \S")
_ME = re.compile(r"^(?:(?:just|with|both)\s)?(?:me|myself|mir)\b", re.IGNORECASE)
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "rev", "sister", "herr"}
)
_GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|hiya|morning|thanks|thank\syou|hallo|liebe\w*|sehr\sgeehrte\w*)\b",
    re.IGNORECASE,
)
_MOST_CUES, _REACH, _MOST_NAMES = 4, 240, 8


# "9:00 AM - System design - Omar Siddiqui": a line of what happens when.
_AT_TIME = re.compile(
    r"^[ \t]*\d{1,2}[:.]\d\d[ \t]?(?:[ap]\.?m\.?)?\b[^\n]{4,160}$",
    re.MULTILINE | re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[,|()]\s*|\s[-\u2013—]\s|\swith\s|:\s")


@dataclass(frozen=True, slots=True)
class Panel:
    """The names of who will be there, and the words of the mail that say so."""

    names: tuple[str, ...] = ()
    said: Passage | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """Whose names mean nobody else: who wrote, who was written to, and employers."""

    writer: str = ""
    greeted: frozenset[str] = frozenset()
    organisations: tuple[str, ...] = ()


def panel_in(text: str, sentences: Sequence[Sentence], around: Around) -> Panel:
    """Return who sits in the interview a message invites to, as far as it tells."""
    names: dict[str, str] = {}
    said: Passage | None = None
    body = text.find("\n") + 1
    for sentence in sentences:
        if sentence.start < body:
            continue
        for end, name in _people_in(text, sentence, around):
            last = max(end, sentence.end)
            said = said or Passage(text[sentence.start : last], sentence.start, last)
            names.setdefault(name_key(name), name)
    for line, name in _scheduled(text, around):
        said = said or line
        names.setdefault(name_key(name), name)
    if set(names) <= {name_key(around.writer)}:
        return Panel()
    return Panel(_without_shorter([*names.values()][:_MOST_NAMES]), said)


def _people_in(
    text: str, sentence: Sentence, around: Around
) -> Iterator[tuple[int, str]]:
    """Yield where a sentence stops naming people, and each it says will be there."""
    for cue in _cues("panel_follows", text, sentence):
        tail = _tail(text, cue.end())
        for name in _listed(_parts(tail), around, is_sure=True):
            yield cue.end() + len(tail), name
    if any_of("panel_talk").search(text, sentence.start, sentence.end):
        for cue in _cues("panel_with", text, sentence):
            tail = _tail(text, cue.end())
            is_sure = bool(_ME.match(tail.strip()) or _NAMED_ASIDE.match(tail))
            for name in _listed(_parts(tail), around, is_sure=is_sure):
                yield cue.end() + len(tail), name
    for cue in _cues("panel_precedes", text, sentence):
        before = _parts(_before(text, cue.start()))
        found = [*_listed(before[::-1], around, is_sure=False)]
        yield from ((sentence.end, name) for name in reversed(found))


def _scheduled(text: str, around: Around) -> Iterator[tuple[Passage, str]]:
    """Yield who is named beside a time, if their names are ones that people bear."""
    for line in _AT_TIME.finditer(text):
        for part in _BETWEEN.split(line[0].strip()):
            if is_given(part) and _NAME.fullmatch(part) and _is_somebody(part, around):
                yield Passage(line[0], line.start(), line.end()), part


def _cues(name: str, text: str, sentence: Sentence) -> Iterator[re.Match[str]]:
    found = any_of(name).finditer(text, sentence.start, sentence.end)
    return islice(found, _MOST_CUES)


def _tail(text: str, start: int) -> str:
    """Return what follows up to a stop; one after an initial or a title is none."""
    reach = text[start : start + _REACH]
    end = _STOP.search(reach)
    return reach[: end.start()] if end else reach


def _before(text: str, end: int) -> str:
    reach = text[max(0, end - _REACH) : end]
    stops = [stop.end() for stop in _STOP.finditer(reach)]
    return reach[stops[-1] :] if stops else reach


def _parts(said: str) -> list[str]:
    parts = _ITEMS.split(_ASIDE.sub("", said))
    return [_LEADING.sub("", part.strip()) for part in parts if part.strip()]


def _listed(parts: Sequence[str], around: Around, *, is_sure: bool) -> Iterator[str]:
    """Yield the people of a list, up to the second thing in a row that is none."""
    missed, before = 0, ""
    for part in parts:
        is_told = is_sure or bool(_SOME_PART.match(before))
        if _ME.match(part):
            found = around.writer if _may_be_there(around) else ""
        else:
            found = _person_in(part, around, is_sure=is_told)
        missed, before = 0 if found else missed + 1, part
        if missed > 1:
            return
        if found:
            yield found


def _person_in(part: str, around: Around, *, is_sure: bool) -> str:
    """Return who is named last before what may follow a name; a first name if sure."""
    if _GREETING.match(part):
        return ""
    for found in _NAME.finditer(part):
        name = found["name"].rstrip(".")
        is_whole = bool(found["title"]) or " " in name
        is_alone = is_sure and not part[: found.start()].strip()
        if (is_whole or is_alone) and _AFTER.match(part, found.end()):
            whole = f"{found['title'] or ''}{name}"
            return whole if _is_somebody(name, around) else ""
    return ""


def _may_be_there(around: Around) -> bool:
    return bool(around.writer) and _is_somebody(around.writer, around)


def _is_somebody(name: str, around: Around) -> bool:
    """Tell whether a name in capitals is a person's, and not the reader's own."""
    words = re.findall(r"\w+", name)
    if any_of("no_person").search(name) or name_key(words[0]) in around.greeted:
        return False
    if any(name_key(name) == name_key(one) for one in around.organisations if one):
        return False
    is_work = any_of("trades").search(name) or any_of("trade_endings").search(name)
    if name.casefold() in _TITLES:
        return False
    return not (is_work or is_organisation(name) or any(map(is_department, words)))


def name_key(name: str) -> str:
    """Return a person's name to compare by, without titles."""
    words = re.findall(r"\w+", name.casefold())
    return " ".join(word for word in words if word not in _TITLES) or " ".join(words)


def _without_shorter(names: Sequence[str]) -> tuple[str, ...]:
    """Leave out a first name whose bearer is named in full beside it."""
    keys = [name_key(name).split() for name in names]
    return tuple(
        name
        for name, key in zip(names, keys, strict=True)
        if not any(len(key) < len(other) and set(key) <= set(other) for other in keys)
    )
