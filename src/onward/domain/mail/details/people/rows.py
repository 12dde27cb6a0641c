"""Finds who will be there where a mail sets them out in lines: lists, tables, hours."""

import re
from collections.abc import Iterator

from onward.domain.mail.details.employer.names import (
    is_department,
    is_first_name,
    is_given,
    is_organisation,
)
from onward.domain.mail.details.patterns.read import is_one_of, speaks_of
from onward.domain.mail.details.people.listed import (
    NAME,
    Around,
    is_post,
    is_somebody,
    people_listed,
    writer_there,
)

_MOST_LINES, _MOST_ROWS, _LONGEST_HEAD = 120, 20, 60
_FULL = 2
_FIRST_AND_LAST = re.compile(
    r"(?:[A-Z][a-z]{1,5}\.?\s)?[A-ZÀ-Ž][\w'\u2019-]+\s(?:[A-Z]\.\s|\w{2,3}\s)?"
    r"[A-ZÀ-Ž][\w'\u2019-]+(?=\s)"
)
_LABEL = re.compile(
    r"^(?:who|with|panel|interviewers?|present)\b[:\s]\s*", re.IGNORECASE
)
# A line of a list or of a table: a name alone, what they are behind it.
_ROW = re.compile(
    r"\s{3,}|\t|\s?\|\s?|\s[\u2013\u2014-]+\s|,\s|\s?\.{3,}\s?|\s?[:;]\s|\s[\u00b7\u2022/]\s"
)
_MARK = re.compile(r"^[ \t]*(?:[-*>+\u2022\u2013\u00b7]+|\d{1,2}[.)])?[ \t]*")
_PART = re.compile(r"[,(/&|]")
_ASIDE = re.compile(r"\s?[(\[][^()\[\]\n]{2,90}[)\]]")
_WHO = (
    r"panel(?:l?ists?)?|board|interview(?:ers?|ing)|committee|meet(?:ing)?|attendees"
    r"|sitting down with|speak(?:ing)? (?:to|with)|who['\u2019]s who|talking to"
    r"|joined by|participants|assessors?|jury|in the room|on the call|hosts?|present"
)
_LIST_HEAD = re.compile(rf"\b(?:{_WHO})\b[^\n]*$", re.IGNORECASE)
# Alone above names such words need no colon.
_BARE_HEAD = re.compile(
    r"^\W{0,4}(?:(?:the|your|our|who['\u2019]s|who\sis|interview(?:ing)?|selection"
    r"|hiring)\s)*"
    rf"(?:{_WHO}|who|with|people|us)(?:\s(?:you|will\sbe|members?|there|on|you['\u2019]ll"
    r"|the|of|your|panel|meet|see|are|is|with|us|day|call|interview))*\W{0,4}$",
    re.IGNORECASE,
)
_MYSELF = re.compile(r"(?:me|myself|the undersigned)\b", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}(?:[:.]\d\d|\s?[ap]m\b)", re.IGNORECASE)
_SWAPPED = re.compile(r"([A-ZÀ-Ž][\w'\u2019-]+), ([A-ZÀ-Ž][\w-]+)$")
_BLOCK = re.compile(r"(?:^[^\n]{4,160}(?:\n|\Z)){2,16}", re.MULTILINE)
_HEAD = re.compile(
    r"^\W*(?:interviewers?|panell?ists?|panel members?)\b(?!.*[:.!?]\s*\S)|(?:\b|\s)"
    r"(?:interviewer(?:\(?s\)?)?|panel members?|panell?ists?)\s*$",
    re.IGNORECASE,
)
_NAME_HEAD = re.compile(r"(?:who|names?|interviewers?|panel|with)\b", re.IGNORECASE)
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?", re.IGNORECASE)
_WITH = re.compile(r"[^\n]{0,60}?\bwith\s", re.IGNORECASE)
_RANKS = frozenset(
    {"Senior", "Managing", "Principal", "Junior", "Lead", "Vice", "Chief", "Deputy"}
)
_CELLS = re.compile(r"[()&]|[ \t]{2,}|\t|\s?\|\s?")
# "9:00 AM - System design - Omar Siddiqui": a line of what happens when.
_AT_TIME = re.compile(
    r"^[ \t]*\d{1,2}[:.]\d\d[ \t]?(?:[ap]\.?m\.?)?\b[^\n]{4,160}$",
    re.MULTILINE | re.IGNORECASE,
)
# Details set out in lines that each begin with a mark; one may tell when it is.
_MARKS = " \t>*-\u2022\u2013\u00b7"
_MARKED_LINES = re.compile(
    r"(?:^[ \t]{0,8}[>*\u2022\u2013\u00b7-]{1,3}[ \t][^\n]{1,160}(?:\n|\Z)){2,12}",
    re.MULTILINE,
)
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m\b)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,|()]\s*|\s[-\u2013—]\s|\swith\s|:\s")
_IS_SOMEBODY = re.compile(r",?\swho(?:['\u2019]|\b)")

Found = tuple[int, int, str]


def in_rows(text: str, around: Around) -> Iterator[Found]:
    """Yield where a mail sets out in lines who will be there, and their names."""
    body = text.find("\n") + 1
    for tell in (_scheduled, _in_details, _by_list, _by_table, _by_post):
        yield from tell(text, body, around)


def _scheduled(text: str, body: int, around: Around) -> Iterator[Found]:
    """Yield who is named beside a time, if their names are ones that people bear."""
    for line in _AT_TIME.finditer(text, body):
        for part in _BETWEEN.split(line[0].strip()):
            found = NAME.fullmatch(part)
            if found is None or not is_somebody(found["name"], around):
                continue
            after = line[0].partition(part)[2]
            if is_given(found["name"]) or _IS_SOMEBODY.match(after):
                yield line.start(), line.end(), part


def _in_details(text: str, body: int, around: Around) -> Iterator[Found]:
    """Yield who has a line of their own, with their post, in details with a time."""
    for lines in _MARKED_LINES.finditer(text, body):
        for line in re.finditer(r"[^\n]+", lines[0] if _CLOCK.search(lines[0]) else ""):
            if re.search(r"\d", line[0]) or not speaks_of("trades", line[0]):
                continue
            start = lines.start() + line.start()
            listed = [*people_listed(line[0].lstrip(_MARKS), around, is_sure=False)]
            if any(map(is_given, listed)):
                yield from ((start, start + len(line[0]), name) for name in listed)


def _by_list(text: str, body: int, around: Around) -> Iterator[Found]:
    """Yield who has a line of a list under words such as "the panel"."""
    is_listed, is_begun, start = False, False, body
    for line in text[body:].split("\n")[:_MOST_LINES]:
        if not line.strip():
            is_listed = is_listed and not is_begun
        elif is_listed and (name := _heads(line, around)):
            is_begun = True
            yield start, start + len(line), name
        else:
            is_begun = False
            is_listed = _begins_list(line)
        start += len(line) + 1


def _begins_list(line: str) -> bool:
    said = line.rstrip()
    if said.endswith(":") and _LIST_HEAD.search(said):
        return True
    return len(said) <= _LONGEST_HEAD and _BARE_HEAD.match(said) is not None


def _heads(line: str, around: Around) -> str:
    """Return who is named first in a line of a list; who writes for "myself"."""
    rest = line[_MARK.match(line).end() :].strip()  # type: ignore[union-attr]
    if _MYSELF.match(rest):
        return writer_there(around)
    first = _ASIDE.sub("", _ROW.split(rest)[0]).strip(" .;")
    return _of_cell(first, around) or _before_post(rest, around)


def _before_post(said: str, around: Around) -> str:
    """Return a name that a post follows without a mark: "Ada Bell Head of Sales"."""
    found = _FIRST_AND_LAST.match(said)
    name = found[0] if found else ""
    return _of_cell(name, around) if _is_known(name) else ""


def _is_known(name: str) -> bool:
    """Tell whether a name is surely that of a person."""
    found = NAME.fullmatch(name)
    return is_given(name) or (found is not None and found["title"] is not None)


def _by_table(text: str, body: int, around: Around) -> Iterator[Found]:
    """Yield who has a place in a table of hours, or of who interviews."""
    for block in _BLOCK.finditer(text, body):
        start = block.start()
        head, _, rows = block[0].partition("\n")
        if _HEAD.search(head):
            found = [_of_row(row, around) for row in rows.split("\n")]
        else:
            found = [*_of_columns(block[0].split("\n"), around)]
            found += _of_cells(block[0], around)
        yield from ((start, block.end(), name) for name in found if name)


def _of_cells(block: str, around: Around) -> list[str]:
    """Return who a table of cells names, if it also tells what they are."""
    rows = [row.strip("| \t") for row in block.split("\n") if row.count("|") > 1]
    cells = [[cell.strip() for cell in row.split("|")] for row in rows[:_MOST_ROWS]]
    head = [_NAME_HEAD.match(cell) is not None for cell in (cells or [[]])[0]]
    place = head.index(True) if any(head) else -1
    named = [_named_in_row(row, place, around) for row in cells[place >= 0 :]]
    found = [name for name in named if name]
    is_told = place >= 0 or len(found) > 1
    return found if is_told and any(map(_is_known, found)) else []


def _named_in_row(cells: list[str], place: int, around: Around) -> str:
    """Return the person in a column of names, or else the first beside a post."""
    if 0 <= place < len(cells):
        found = NAME.fullmatch(cells[place])
        is_name = found and is_somebody(found["name"], around, found["title"] or "")
        return cells[place] if is_name else ""
    if any(map(_TIME.search, cells)) or not any(map(_names_post, cells)):
        return ""
    named = (_of_cell(cell.partition(",")[0], around) for cell in cells if cell)
    return next((name for name in named if name), "")


def _of_row(row: str, around: Around) -> str:
    """Return whom a row begins with, or who stands behind its hours."""
    tail = row.rsplit("  ", 1)[-1].strip()
    if hours := [*_HOUR.finditer(row)]:
        tail = row[hours[-1].end() :].strip(" \t|-")
    if swapped := _SWAPPED.fullmatch(tail):
        return _of_cell(f"{swapped[2]} {swapped[1]}", around)
    first = NAME.match(row.strip(" \t|"))
    return _of_cell(tail, around) or (
        _of_cell(_name_of(first), around) if first else ""
    )


def _name_of(found: re.Match[str]) -> str:
    """Return a name without the post that stands behind it in a row."""
    said = found[0].split(" ")
    whole = _FULL + (1 if found["title"] else 0)
    for place in range(whole, len(said)):
        if said[place] in _RANKS or _is_work(said[place]):
            return " ".join(said[:place])
    return " ".join(said)


def _is_work(word: str) -> bool:
    is_kind = is_one_of("trade_endings", word) or is_organisation(word)
    return is_post(word) or bool(is_kind)


def _of_columns(rows: list[str], around: Around) -> Iterator[str]:
    """Yield the names of a column beside hours, if one is a name people are given."""
    columns: dict[int, list[str]] = {}
    for row in rows[:_MOST_ROWS]:
        cells = [cell.strip() for cell in _CELLS.split(row.strip())]
        for place, cell in enumerate(cells if _TIME.search(row) else ()):
            if name := _of_cell(cell, around):
                columns.setdefault(place if len(cells) > 1 else -1, []).append(name)
    for names in columns.values():
        if any(map(is_given, names)):
            yield from names


def _by_post(text: str, body: int, around: Around) -> Iterator[Found]:
    """Yield who stands in lines one below the other, each with what they are."""
    rows: list[Found] = []
    start = body
    for line in [*text[body:].split("\n")[:_MOST_LINES], ""]:
        name = _with_post(line, around)
        if name:
            rows.append((start, start + len(line), name))
        elif rows:
            if len(rows) > 1 and any(_is_known(row[2]) for row in rows):
                yield from rows
            rows = []
        start += len(line) + 1


def _with_post(line: str, around: Around) -> str:
    """Return who a line names first, where only their post follows."""
    rest = line[_MARK.match(line).end() :].strip()  # type: ignore[union-attr]
    first, *others = _ROW.split(_LABEL.sub("", rest), maxsplit=1)
    is_short = len(rest) <= 2 * _LONGEST_HEAD and not rest.endswith((".", "!", "?"))
    if not (others and is_short and " " in first and _names_post(others[0])):
        return ""
    return _of_cell(_ASIDE.sub("", first).strip(), around)


def _names_post(said: str) -> bool:
    if speaks_of("trades", said):
        return True
    parts = [part.strip() for part in _PART.split(said) if part.strip()]
    if any(speaks_of("trade_endings", part) for part in parts):
        return True
    return any(word[0].isupper() and is_department(word) for word in said.split())


def _of_cell(cell: str, around: Around) -> str:
    """Return who a cell names: "Ada Bell", "Coding with Ada Bell"."""
    begins = _WITH.match(cell)
    said = cell[begins.end() :].partition(",")[0] if begins else cell
    found = NAME.fullmatch(said)
    return said if found and _is_person(found, around) else ""


def _is_person(found: re.Match[str], around: Around) -> bool:
    name, title = found["name"], found["title"] or ""
    is_known = bool(title) or " " in name or is_first_name(name)
    return is_known and is_somebody(name, around, title)
