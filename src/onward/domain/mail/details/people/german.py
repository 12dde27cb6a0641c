"""Finds who will sit in an interview that a German mail invites to.

Too few such mails are noted to teach a model; what German says of a meeting is more
regular than what English says, so that a few wordings tell most.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from onward.domain.mail.details.people.german_alone import says_writer_alone
from onward.domain.mail.details.people.german_given import is_given_in_german
from onward.domain.mail.details.people.german_names import after_greeting, people_named
from onward.domain.mail.details.people.german_words import (
    CLAUSE,
    ELSEWHERE,
    GIVES_WAY,
    I_TOO,
    LABEL,
    OPENS_LIST,
    THERE,
    WHO_DOES,
)
from onward.domain.mail.details.people.listed import Around, writer_there

_MOST_PIECES, _MOST_NAMES, _LONGEST = 120, 8, 500
# Where a sentence ends: not behind a title, an initial or the number of a day.
_END = re.compile(
    r"\n|[!?](?=\s)|(?<!\bDr)(?<!\bProf)(?<!\bMag)(?<!\bIng)(?<!\bDipl)(?<!\bNr)(?<!\bMr)"
    r"(?<!\bca)(?<!\bmed)(?<!\brer)(?<!\bjur)(?<!\bphil)(?<!\bnat)(?<!\bDoz)(?<!\bbzw)"
    r"(?<!\bMrs)(?<!\bMo)(?<!\bDi)(?<!\bMi)(?<!\bDo)(?<!\bFr)(?<!\bSa)(?<!\bStr)"
    r"(?<!\d)(?<![\s.][A-Za-z])\.(?=\s|$)|;\s"
)
_ITEM = re.compile(r"^\s{0,6}(?:[-*\u2022\u00b7\u2013]|\d{1,2}[.)])\s")
# What stands behind the name of a line that has a name of its own.
_ROW_ENDS = re.compile(r"\s*(?:[(,\u2013-]|$)")
_LABEL_LINE = re.compile(r"^\W{0,4}[A-ZÄÖÜ][\w .]{1,24}(?::|\s{3,}|\t)")
_SMALL, _FEW = re.compile(r"\b[a-zäöüß]{3,14}\b"), 40
_I = re.compile(r"\b(?:ich|mir|mich)\b", re.IGNORECASE)
_SIGNS_OFF = re.compile(
    r"\n[ \t]{0,4}(?:(?:mit|viele|beste|liebe|freundliche|herzliche|schöne|sonnige)n?\s"
    r"(?:\w{1,24}\s){0,3})?(?:grü(?:ß|ss)e?n?|gruß|gruss|lg|vg|mfg)\b[^\n]{0,40}(?:\n|$)",
    re.IGNORECASE,
)
_FIRST_OF = re.compile(r"^(?P<name>[A-ZÀ-Ž][\w-]{1,20}) (?:von|vom|bei|@|\|) ?\S")


def german_panel(text: str, around: Around) -> Iterator[tuple[int, int, str]]:
    """Yield where a mail says who will be there, and each name."""
    text, around = _capitalised(text), _signed(text, around)
    body, end = text.find("\n") + 1, len(text)
    signs_off = _SIGNS_OFF.search(text, body)
    last = signs_off.start() if signs_off else end
    found = [*_told(text, body, around, last)]
    yield from found
    if found or not writer_there(around):
        return
    alone = says_writer_alone(text, body)
    if alone:
        yield *alone, writer_there(around)


def _signed(text: str, around: Around) -> Around:
    """Return who wrote by the name they sign with: "Ida von Falkwerk" as Ida."""
    found = _FIRST_OF.match(around.writer)
    signs = found and re.search(rf"(?m)(?:^|[.!?]\s){found['name']}\s*$", text[-300:])
    return replace(around, writer=found["name"]) if found and signs else around


def _capitalised(text: str) -> str:
    """Return a text that writes all in small letters with capitals for given names."""
    capitals = sum(map(str.isupper, text))
    if capitals * _FEW > len(text):
        return text
    return _SMALL.sub(
        lambda found: found[0].title() if is_given_in_german(found[0]) else found[0],
        text,
    )


def _told(
    text: str, body: int, around: Around, last: int
) -> Iterator[tuple[int, int, str]]:
    """Yield who is named in sentences and lines that speak of who will be there."""
    is_list = is_table = False
    for start, end in _pieces(text, body):
        said = text[start:end]
        if not said.strip():  # an empty line ends no list
            is_table = False
            continue
        is_label = LABEL.match(said) is not None
        is_table = is_label or (is_table and _is_row(said.strip(), around))
        is_item = is_list and _ITEM.match(said) is not None
        is_list = is_item or OPENS_LIST.search(said) is not None
        is_form = is_item or is_table
        if not is_form and start > last and _LABEL_LINE.match(said):
            continue
        if is_form or THERE.search(said):
            for name in _present(said, around, is_form=is_form):
                yield start, end, name


def _is_row(line: str, around: Around) -> bool:
    """Tell whether a line of a table begins with somebody, as the one above did."""
    first = next(people_named(line, around, is_form=True), None)
    return bool(first and not first.start and _ROW_ENDS.match(line, first.end))


def _pieces(text: str, body: int) -> Iterator[tuple[int, int]]:
    start = body
    for stop in islice(_END.finditer(text, body), _MOST_PIECES):
        if stop.start() - start <= _LONGEST:
            yield start, stop.start()
        start = stop.end()
    if len(text) - start <= _LONGEST:
        yield start, len(text)


def _present(said: str, around: Around, *, is_form: bool) -> Iterator[str]:
    """Yield whom a sentence names in a clause that sends nobody elsewhere."""
    said, start = WHO_DOES.sub("", after_greeting(said)), 0
    for stop in [*CLAUSE.finditer(said), None]:
        end = stop.start() if stop else len(said)
        clause = said[start:end]
        if not ELSEWHERE.search(clause):
            found = [*_people(clause, around, is_form=is_form)]
            if me := _place_of_writer(clause, around, is_form=is_form):
                found.append(me)
            yield from (name for _, name in sorted(found)[:_MOST_NAMES])
        start = end


def _people(clause: str, around: Around, *, is_form: bool) -> Iterator[tuple[int, str]]:
    label = LABEL.match(clause)
    start = label.end() if label else 0
    rest = clause[start:]
    for named in islice(people_named(rest, around, is_form=is_form), _MOST_NAMES):
        if not GIVES_WAY.search(rest[: named.start]):
            yield start + named.start, named.name


def _place_of_writer(
    clause: str, around: Around, *, is_form: bool
) -> tuple[int, str] | None:
    """Return where a clause says that who writes is there, too, and who that is."""
    too = I_TOO.search(clause)
    if too is None and (is_form or THERE.search(clause)):
        too = _I.search(clause)
    writer = writer_there(around) if too else ""
    return (too.start(), writer) if too and writer else None
