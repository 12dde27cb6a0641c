"""Finds who will be there where a mail tells of each in words of their own."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from onward.domain.mail.details_listed import (
    NAME,
    Around,
    is_somebody,
    name_key,
    writer_there,
)
from onward.domain.mail.details_names import is_first_name
from onward.domain.mail.details_patterns import any_of

_MOST_SENTENCES, _MOST_NAMES, _LONGEST = 120, 8, 400
_SENTENCE = re.compile(
    r"\n|(?<![\s.(][A-Z])(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bFr)(?<!\bSr)(?<!\bMrs)"
    r"(?<!\bRev)(?<!\bProf)(?<!\bBarr)(?<!\bEngr)(?<!\bIng)[.!?](?=\s|$)"
)
# Whoever these words speak of has something else to do with the day.
_ELSEWHERE = re.compile(
    r"\b(?:regards|regrets|apolog\w+|sorry|unable|cannot|absen\w+|on leave|away|thank\w*"
    r"|security|reception\w*|desk|lobby|gate|badge|collect|greet|fetch|lodging|travel"
    r"|warrants?|extension|ext|contact|e-?mail|phone|ring|questions|copied|cc|ask for"
    r"|report to|spoke|recommend\w*|referred|mentioned|following|further|on behalf|book(?:ed|ing)"
    r"|arrang\w+|coordinator|parking|assist|invoice|previous\w*|yesterday|last week)\b"
    r"|\b(?:can|won|isn|don|doesn)['\u2019]t\b|\bnot (?:be|join|there)\b|\bno longer\b",
    re.IGNORECASE,
)
_ROLE_ASIDE = r"\s?[(\[][^()\[\]\n]{2,90}[)\]]"
# What the person named before these words does at the meeting.
_DOES = re.compile(
    rf"(?:,?\s(?:[A-Z]{{2,3}}\b|Q\.C\.))?(?:{_ROLE_ASIDE})?(?:,\s[^.,;\n]{{3,80}},)?"
    r"(?:\sfrom\s\w{2,14})?(?:\salso)?"
    r"\s(?:(?:will|would|['\u2019]ll|shall)\s(?:also\s|then\s)?(?:be\s(?:over|connecting"
    r"|dialling|dialing|joining|there|on|in)|dial\b|join\b|sit\b|show\syou|put\shis"
    r"|put\sher|take\syou|walk\syou|do\sthe|ask\b|want\b|lead\b|run\b|chair\b|see\syou"
    r"|go\sthrough|drop\sin|come\b)"
    r"|(?:joins|dials|sits\sin|chairs|leads\sthe|takes\syou|asked\sto\ssit|will\sbe)\b)"
)
# "Ada Bell runs risk", "Ada Bell is the partner": said of somebody named in full.
_IS = re.compile(
    r"(?:,\s[^.,;\n]{3,60},)?\s(?:(?:runs|leads|heads|manages|looks\safter|owns|chairs)\s"
    r"|is\s(?:the|our|my|a|an)\s)"
)
_WITH_ME = re.compile(
    rf"(?:{_ROLE_ASIDE})?(?:,\s[^.,;\n]{{3,80}},)?\s(?:and|&)\s(?:I|me|myself)\b"
)
_I = re.compile(
    r"\b(?:and|&)\sI\s(?:would|will|shall)\b|\bwith me\b|\bI (?:shall|will) be there\b"
)
# A line of a list or of a table: a name alone, what they are behind it.
_ROW = re.compile(r"\s{3,}|\t|\s?\|\s?|\s[\u2013\u2014-]\s|,\s")
_MARK = re.compile(r"^[ \t]*(?:[-*\u2022\u2013\u00b7]|\d{1,2}[.)])?[ \t]*")
_LIST_HEAD = re.compile(
    r"\b(?:panel|board|interview(?:ers?|ing)|committee|meet(?:ing)?|sitting down with"
    r"|speak(?:ing)? (?:to|with)|who['\u2019]s who|talking to|joined by)\b[^\n]*$",
    re.IGNORECASE,
)
_MYSELF = re.compile(r"(?:me|myself|the undersigned)\b", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}(?:[:.]\d\d|\s?[ap]m\b)", re.IGNORECASE)
_SWAPPED = re.compile(r"([A-ZÀ-Ž][\w'\u2019-]+), ([A-ZÀ-Ž][\w-]+)$")
_CELLS = re.compile(r"[ \t]{2,}|\t|\s?\|\s?")


def present_in(text: str, around: Around) -> Iterator[tuple[int, int, str]]:
    """Yield where a mail tells of somebody who will be there, and their name."""
    body = text.find("\n") + 1
    yield from _by_what_they_do(text, body, around)
    yield from _by_list(text, body, around)
    yield from _by_table(text, body, around)


def _by_what_they_do(
    text: str, body: int, around: Around
) -> Iterator[tuple[int, int, str]]:
    for start, end in _stretches(text, body):
        said = text[start:end]
        if _ELSEWHERE.search(said):
            continue
        found = [one for one in _named(said, around) if _is_there(said, one)]
        if found and _I.search(said) and writer_there(around):
            yield start, end, writer_there(around)
        for one in found:
            yield start, end, one[0].strip()


def _is_there(said: str, one: re.Match[str]) -> bool:
    if _DOES.match(said, one.end()) or _WITH_ME.match(said, one.end()):
        return True
    is_first = not said[: one.start()].strip() and " " in one["name"]
    return is_first and _IS.match(said, one.end()) is not None


def _stretches(text: str, body: int) -> Iterator[tuple[int, int]]:
    start = body
    for stop in islice(_SENTENCE.finditer(text, body), _MOST_SENTENCES):
        if stop.start() - start <= _LONGEST:
            yield start, stop.start()
        start = stop.end()


def _named(said: str, around: Around) -> Iterator[re.Match[str]]:
    for one in islice(NAME.finditer(said), _MOST_NAMES):
        if _is_person(one, around):
            yield one


def _is_person(one: re.Match[str], around: Around) -> bool:
    name, title = one["name"], one["title"] or ""
    is_known = bool(title) or " " in name or is_first_name(name)
    return is_known and is_somebody(name, around, title)


def _by_list(text: str, body: int, around: Around) -> Iterator[tuple[int, int, str]]:
    """Yield who has a line of a list under words such as "the panel"."""
    is_listed, start = False, body
    for line in text[body:].split("\n")[:_MOST_SENTENCES]:
        if not line.strip():
            pass
        elif is_listed and (name := _heads(line, around)):
            yield start, start + len(line), name
        else:
            is_listed = bool(line.rstrip().endswith(":") and _LIST_HEAD.search(line))
        start += len(line) + 1


def _heads(line: str, around: Around) -> str:
    """Return who is named first in a line of a list; who writes for "myself"."""
    rest = line[_MARK.match(line).end() :]  # type: ignore[union-attr]
    if _MYSELF.match(rest):
        return writer_there(around)
    first = _ROW.split(rest.strip())[0]
    first = re.sub(_ROLE_ASIDE, "", first).strip(" .;")
    found = NAME.fullmatch(first)
    return first if found and _is_person(found, around) else ""


def _by_table(text: str, body: int, around: Around) -> Iterator[tuple[int, int, str]]:
    """Yield who has a cell of a table with the hours, or with who interviews."""
    start, column = body, -1
    for line in text[body:].split("\n")[:_MOST_SENTENCES]:
        cells = [cell.strip() for cell in _CELLS.split(line.strip())]
        heads = [place for place, cell in enumerate(cells) if _is_head(cell)]
        if len(cells) > 1 and heads:
            column = heads[0]
        elif len(cells) > 1 and (_TIME.search(line) or column >= 0):
            some = cells[column : column + 1] if column >= 0 else cells
            for name in filter(None, (_of_cell(cell, around) for cell in some)):
                yield start, start + len(line), name
        elif line.strip():
            column = -1
        start += len(line) + 1


def _is_head(cell: str) -> bool:
    return cell.lower().rstrip("s()") in {
        "interviewer",
        "panel member",
        "panellist",
    } or (cell.lower() == "with")


_WITH = re.compile(r"(?:^|.*[\s,])with\s", re.IGNORECASE)


def _of_cell(cell: str, around: Around) -> str:
    """Return who a cell names: "Coding with Ada Bell", "Bell, Ada"."""
    if swapped := _SWAPPED.fullmatch(cell):
        cell = f"{swapped[2]} {swapped[1]}"
    begins = _WITH.match(cell)
    said = cell[begins.end() :].split(",")[0] if begins else cell
    found = NAME.fullmatch(said)
    return said if found and _is_person(found, around) else ""
