"""Finds who will be there where a mail tells of each in words of their own."""

import re
from collections.abc import Iterator
from itertools import islice

from onward.domain.mail.details_listed import (
    NAME,
    Around,
    is_somebody,
    writer_there,
)
from onward.domain.mail.details_names import is_first_name, is_given
from onward.domain.mail.details_patterns import any_of

_MOST_SENTENCES, _MOST_NAMES, _LONGEST = 120, 8, 400
_SENTENCE = re.compile(
    r"\n|(?<![\s.(][A-Z])(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bFr)(?<!\bSr)(?<!\bMrs)"
    r"(?<!\bRev)(?<!\bProf)(?<!\bBarr)(?<!\bEngr)(?<!\bIng)[.!?](?=\s|$)"
)
# Whoever these words speak of has something else to do with the day.
_ELSEWHERE = re.compile(
    r"\b(?:regards|regrets|apolog\w+|sorry|unable|cannot|absen\w+|on leave|away"
    r"|thank\w*|security|reception\w*|desk|lobby|gate|badge|collect|greet|fetch|lodging|travel"
    r"|warrants?|extension|ext|contact|e-?mail|phone|ring|questions|copied|cc|ask for"
    r"|report to|spoke|recommend\w*|referred|mentioned|following|further|on behalf"
    r"|book(?:ed|ing)|arrang\w+|coordinator|parking|assist|invoice|previous\w*"
    r"|yesterday|last week)\b"
    r"|\b(?:can|won|isn|don|doesn)['\u2019]t\b|\bnot (?:be|join|there)\b|\bno longer\b",
    re.IGNORECASE,
)
_ROLE_ASIDE = r"\s?[(\[][^()\[\]\n]{2,90}[)\]]"
# What the person named before these words does at the meeting.
_DOES = re.compile(
    rf"(?:,?\s(?:[A-Z]{{2,3}}\b|Q\.C\.))?(?:{_ROLE_ASIDE})?(?:,\s[^.,;\n]{{3,80}},)?"
    r"(?:\sfrom\s\w{2,14})?(?:\salso)?"
    r"\s(?:(?:will|would|['\u2019]ll|shall)\s(?:also\s|then\s)?(?:be\s(?:over|connecting"
    r"|dialling|dialing|joining|there|on|in)|dial\b|join\b|sit\b|put\shis"
    r"|put\sher|do\sthe|ask\b(?!\s(?:you\s)?(?:for|to)\b)|want\b|lead\b|run\b|chair\b|see\syou"
    r"|go\sthrough|drop\sin|come\b)"
    r"|(?:joins|dials|sits\sin|chairs|leads\sthe|asked\sto\ssit|is\ssitting\sin|will\sbe)\b)"
)
# "Ada Bell runs risk", "Ada Bell is the partner": said of somebody named in full.
_IS = re.compile(
    r"(?:,\s[^.,;\n]{3,60},)?\s(?:(?:runs|leads|heads|manages|looks\safter|owns|chairs)\s"
    r"|is\s(?:the|our|my|a|an)\s)"
)
_SHOWS = re.compile(
    rf"(?:{_ROLE_ASIDE})?(?:,\s[^.,;\n]{{3,80}},)?\s(?:(?:will|['\u2019]ll)\s)?"
    r"(?:shows?|takes?|walks?)\syou\b"
)
_PRONOUN = re.compile(
    r"(?:He|She|One|Some\w+|Who|Which|Nobody)(?:['\u2019]ll)?$|\w+['\u2019]ll$"
)
_I_THERE = re.compile(
    r"\bI(?:['\u2019]ll| will| shall) (?:also )?be there\b(?! (?:to|at)\b)"
)
# "Then Ada takes you", "Our MD Ada Bell will chair".
_ADVERB = re.compile(
    r"^(?:(?:Then|And|Also|After|Afterwards|Next|Finally|First|Later|Our|Meeting"
    r"|[A-Z]{2,4}) )+(?=[A-Z])"
)
_WITH_ME = re.compile(
    rf"(?:{_ROLE_ASIDE})?(?:\sfrom\s\w{{2,14}})?(?:,\s[^.,;\n]{{3,80}},)?"
    r"\s(?:and|&)\s(?:I|me|myself)\b"
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
_BLOCK = re.compile(r"(?:^[^\n]{4,160}(?:\n|\Z)){2,16}", re.MULTILINE)
_HEAD = re.compile(
    r"^\W*(?:interviewers?|panell?ists?|panel members?)\b(?!.*[:.!?]\s*\S)|(?:\b|\s)"
    r"(?:interviewer(?:\(?s\)?)?|panel members?|panell?ists?)\s*$",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?", re.IGNORECASE)
_WITH = re.compile(r"[^\n]{0,60}?\bwith\s", re.IGNORECASE)
_RANKS = frozenset(
    {"Senior", "Managing", "Principal", "Junior", "Lead", "Vice", "Chief"}
)
_MOST_ROWS = 20
_CELLS = re.compile(r"[()&]|[ \t]{2,}|\t|\s?\|\s?")


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
        found = [one for one in _named(said, around) if _is_there(said, one)]
        if found and _I.search(said) and writer_there(around):
            yield start, end, writer_there(around)
        for one in found:
            yield start, end, _ADVERB.sub("", one[0].strip())


def _is_there(said: str, one: re.Match[str]) -> bool:
    until = said.find(":", one.end())
    if _ELSEWHERE.search(said, 0, until if until > 0 else len(said)):
        return False
    if _DOES.match(said, one.end()) or _WITH_ME.match(said, one.end()):
        return True
    is_known = one["title"] or is_first_name(one["name"].split()[0])
    is_first = not said[: one.start()].strip() and " " in one["name"] and is_known
    return bool(is_first and _IS.match(said, one.end()))


def _stretches(text: str, body: int) -> Iterator[tuple[int, int]]:
    start = body
    for stop in islice(_SENTENCE.finditer(text, body), _MOST_SENTENCES):
        if stop.start() - start <= _LONGEST:
            yield start, stop.start()
        start = stop.end()


def _named(said: str, around: Around) -> Iterator[re.Match[str]]:
    for one in islice(NAME.finditer(said), _MOST_NAMES):
        is_beside_me = _WITH_ME.match(said, one.end()) and is_somebody(
            _ADVERB.sub("", one["name"]), around
        )
        if is_beside_me or _is_person(one, around):
            yield one


def _is_person(one: re.Match[str], around: Around) -> bool:
    name, title = _ADVERB.sub("", one["name"]), one["title"] or ""
    is_known = bool(title) or " " in name or is_first_name(name)
    return is_known and is_somebody(name, around, title)


def shown_by(text: str, around: Around) -> Iterator[tuple[int, int, str]]:
    """Yield who will show one something: they sit there too, if somebody else does."""
    for start, end in _stretches(text, text.find("\n") + 1):
        for one in NAME.finditer(text, start, end):
            name = _ADVERB.sub("", one["name"])
            if not _SHOWS.match(text, one.end(), end) or _PRONOUN.match(name):
                continue
            if is_somebody(name, around, one["title"] or ""):
                yield start, end, f"{one['title'] or ''}{name}"
        if _I_THERE.search(text, start, end) and writer_there(around):
            yield start, end, writer_there(around)


def _by_list(text: str, body: int, around: Around) -> Iterator[tuple[int, int, str]]:
    """Yield who has a line of a list under words such as "the panel"."""
    is_listed, is_begun, start = False, False, body
    for line in text[body:].split("\n")[:_MOST_SENTENCES]:
        if not line.strip():
            is_listed = is_listed and not is_begun
        elif is_listed and (name := _heads(line, around)):
            is_begun = True
            yield start, start + len(line), name
        else:
            is_begun = False
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
    """Yield who has a place in a table of hours, or of who interviews."""
    for block in _BLOCK.finditer(text, body):
        start = block.start()
        head, _, rows = block[0].partition("\n")
        if _HEAD.search(head):
            found = [_of_row(row, around) for row in rows.split("\n")]
        else:
            found = [*_of_columns(block[0].split("\n"), around)]
        yield from ((start, block.end(), name) for name in found if name)


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
    while len(said) > 2 and _is_post(said[-1]):  # noqa: PLR2004
        said.pop()
        while len(said) > 2 and said[-1] in _RANKS:  # noqa: PLR2004
            said.pop()
    return " ".join(said)


def _is_post(word: str) -> bool:
    return any(any_of(row).fullmatch(word) for row in ("trades", "trade_endings"))


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


def _of_cell(cell: str, around: Around) -> str:
    """Return who a cell names: "Ada Bell", "Coding with Ada Bell"."""
    begins = _WITH.match(cell)
    said = cell[begins.end() :].partition(",")[0] if begins else cell
    found = NAME.fullmatch(said)
    return said if found and _is_person(found, around) else ""
