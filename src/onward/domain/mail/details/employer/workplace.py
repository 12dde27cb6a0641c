"""Finds where who signs works, and tells which name an address shortens."""

import re
from collections.abc import Iterator, Sequence

from onward.domain.mail.details.employer.names import (
    is_department,
    is_first_name,
    is_given,
    is_of_people,
    is_part,
    plain_letters,
    shared,
    trimmed,
)
from onward.domain.mail.details.patterns.read import speaks_of

_LINES, _LONGEST, _MOST_WORDS = 6, 70, 7
_SHORTEST, _LEFT_OVER, _FEW_LETTERS = 3, 3, 4
_APART = re.compile(
    r"\s*[|\u00b7\u2022/]\s*|\s[-\u2013\u2014]\s|,\s|:\s|;\s|\s\(|\.\s|\)$"
)
# What stands for itself: capitals, with small words between.
NAME_ALONE = re.compile(
    r"(?:The )?[A-Z\u00c0-\u017d][\w'\u2019&.+-]*"
    r"(?:\s(?:of|and|the|for|in|de|du|des|la|le|van|[&+]"
    r"|[A-Z0-9\u00c0-\u017d][\w'\u2019&.+-]*))*"
)
_GERMAN_SMALL = re.compile(
    r" (?:für|am|im|und|zum|zur|der|an der|auf der)(?= [A-ZÄÖÜ])"
)
_SMALL = frozenset(
    {"of", "and", "the", "for", "in", "de", "du", "des", "la", "le", "van"}
)
_OFFICES = frozenset({"", "jobs", "careers", "hr", "talent", "recruitment", "hiring"})
_NO_BODY = re.compile(
    r"\d{3}|@|https?:|\b(?:tel|phone|mobile|street|road|lane|avenue|house|floor|unit"
    r"|regards|wishes|sincerely|faithfully|thanks|cheers|sent from)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:manager|director|head|officer|partner|principal|lead|secretary|president"
    r"|trustee|founder|owner|chair|adviser|advisor|consultant|coordinator|assistant"
    r"|administrator|executive|specialist|supervisor|recruiter|ceo|cto|coo|hr"
    r"|conseill\w+|matron|sister|dean|provost|registrar|technician|prop|asst"
    r"|headteacher"
    r"|cllr|vp|cpa|factor|sr|jr|num|hrbp|retd)\b\.?$",
    re.IGNORECASE,
)
# What German lines name that say what somebody does, or in which part of a house.
_GERMAN_TITLE = re.compile(
    r"^(?:(?:stellv\w*|technische|kaufmännische|pflegerische|ärztliche"
    r"|pädagogische)\.? )?"
    r"(?:\w*(?:leiter|leitung|referent|direktor|disponent|berater|arzt|ärzt|führer"
    r"|führung|prokurist|vorstand|vorsitzende|sachbearbeiter|meister|assistenz|inhaber"
    r"|sekretariat|abteilung|bereich|partner|recruiter)(?:in|innen|r)?"
    r"|ref|referat|sachgebiet|dezernat|niederlassung|standort|filiale|geschäftsstelle"
    r"|personal(?:wesen|büro|gewinnung|entwicklung|planung|und)"
    r"|(?:personal|recruiting|team|hr)(?! [A-Z])"
    r"|verwaltung|ausbildung|haupt-|fakultät|institut für)(?!\w)"
    r"|(?:personal|recruiting|leitung|(?:leiter|referent|berater|prokurist|sprecher"
    r"|partner|inhaber|disponent)(?:in)?)$",
    re.IGNORECASE,
)


def signed_for(body: str, writer: str) -> list[str]:
    """Return the names of organisations in a signature, the likeliest first."""
    lines = [line.strip() for line in body.strip().splitlines() if line.strip()]
    begin = signed_at(lines, writer)
    if begin is None:
        return []
    own = {word.casefold() for word in re.findall(r"\w{2,}", writer)}
    first, *below = lines[begin:]
    found = [*_beside(first, own)]
    for line in below:
        found += _in_line(line, own)
    return list(dict.fromkeys(found))


def signed_at(lines: Sequence[str], writer: str) -> int | None:
    """Return the place of a line near the end that begins with who writes."""
    names = re.findall(r"\w{2,}", writer)
    for place in range(len(lines) - 1, max(0, len(lines) - _LINES) - 1, -1):
        first = re.match(
            r"(?:dr|mr|mrs|ms|prof)?\.?\s?(\w+)", lines[place], re.IGNORECASE
        )
        is_short = len(_APART.split(lines[place])[0]) <= _LONGEST // 2
        word = first[1] if first else ""
        is_initial = word == lines[place] and writer.startswith(word)
        if is_short and word and (word in names or is_initial or is_first_name(word)):
            return place
    return None


def _beside(line: str, own: set[str]) -> Iterator[str]:
    """Yield what stands beside a name, on its line."""
    _, *others = _APART.split(line)
    yield from (name for name in _names(others, own))


def _in_line(line: str, own: set[str]) -> Iterator[str]:
    """Yield what a line below a name begins with, after a title."""
    if len(line) > 2 * _LONGEST or _NO_BODY.search(line.split(",", maxsplit=1)[0]):
        return
    yield from _names(_APART.split(line), own)


def _names(parts: list[str], own: set[str]) -> Iterator[str]:
    """Yield the first name of some parts: what follows says where it is."""
    for part in parts:
        name = part.strip(" .*_")
        if not name or is_title(name):
            continue
        if _may_be_organisation(name, own):
            yield name
        return


def _may_be_organisation(name: str, own: set[str]) -> bool:
    words = name.split()
    if (
        len(words) > _MOST_WORDS
        or not NAME_ALONE.fullmatch(_GERMAN_SMALL.sub("", name))
        or _NO_BODY.search(name)
    ):
        return False
    if not trimmed(name, keep_agency=True) or is_part(name) or is_department(name):
        return False
    if {word.casefold() for word in words} <= own or is_given(name):
        return False
    if len(name) <= _FEW_LETTERS and name.isupper():
        return False  # "CPA", "DIFC"
    is_trade = speaks_of("trades", words[-1])
    return not is_trade and not (is_of_people(name) and len(words) < _SHORTEST)


def is_title(words: str) -> bool:
    """Tell whether some words end as what somebody is called for their work."""
    bare = words.strip()
    return bool(_TITLE.search(bare) or _GERMAN_TITLE.search(bare))


def is_borne_by(label: str, name: str) -> bool:
    """Tell whether an address is what a name comes to when it is shortened.

    By first letters, by whole words, or by how words begin: "lvsd7" is Larch
    Valley School District 7, "averyschools" Avery Township Public Schools.
    """
    words = [plain_letters(word.lower()) for word in re.findall(r"[\w'\u2019]+", name)]
    words = [re.sub(r"\W", "", word) for word in words if word not in _SMALL]
    parts = [part for part in re.split(r"[-_.]", label) if part not in _OFFICES]
    whole = "".join(parts)
    if len(whole) < _SHORTEST or not words:
        return False
    initials = "".join(word if word.isdigit() else word[0] for word in words)
    if len(initials) >= _SHORTEST and initials in {whole, parts[0]}:
        return True
    return _is_covered(whole, words)


def _is_covered(label: str, words: list[str]) -> bool:
    """Tell whether a label is made of how some words begin, in their order."""
    left, used = label, 0
    for word in words:
        left = left.removeprefix("and") if used else left
        length = shared(word, left)
        if length >= _SHORTEST or (length > 1 and length == len(word)):
            left, used = left[length:], used + 1
    return used > 0 and len(left) <= min(_LEFT_OVER, len(label) // _SHORTEST)
