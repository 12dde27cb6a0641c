"""Finds who will be there by the signs around a name, where no wording tells it."""

import re
from collections.abc import Iterator
from itertools import islice

from onward.domain.mail.details_listed import NAME, Around, is_somebody, name_key
from onward.domain.mail.details_names import is_first_name, is_given
from onward.domain.mail.details_patterns import any_of
from onward.domain.mail.details_present import is_elsewhere, stretches
from onward.domain.mail.endings import is_sign_off

_MOST_NAMES, _LONGEST_LINE = 6, 30
# Fewer signs are enough for what is plainly a whole name.
_SURE, _SURE_OF_TWO, _SURE_OF_KNOWN = 3.0, 2.5, 2.0
# "Ada, who runs", "Ada (Head of Sales)", "Ada from the office".
_DESCRIBED = re.compile(
    r"\s?\([^()\n]{3,90}\)|,?\swho(?:['\u2019]|\s)|,\s(?:our|my|their|the|an?|his|her)\s|\sfrom\s"
    r"|,\s(?:(?:Head|Director|Manager|Lead|Chief|Deputy|Senior|VP|CEO|CTO|CFO|COO)\b)"
)
# "my deputy Ada", "the owner, Ada": what somebody is stands before their name.
_IS_OURS = re.compile(
    r"\b(?:my|our|their|his|her|the)\s(?:[\w\u2019'-]{2,20}\s){0,3}?[\w\u2019'-]{3,20},?\s$",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"\b(?:meet\w*|see(?:ing)?\syou|interview\w*|talk\w*|chat\w*|ask\w*|join\w*|show\w*"
    r"|questions?|sit(?:s|ting)?|take[sn]?|run(?:s|ning)?\sit|lead\w*|chair\w*|host\w*"
    r"|there|panel|with\sme|with\sus|together|between|both|decides?)\b",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"(?:['\u2019](?:ll|d)\b|\b(?:will|would|going\sto|wants?|likes?)\b)"
)
_WE = re.compile(r"\b(?:(?:two|three|both|four)\sof\sus|together|(?:she|he)\sand\sI)\b")
_PS = re.compile(r"^(?:PS|NB)\s")
_WAS = re.compile(
    r"\b(?:spoke|spoken|told|said|mentioned|suggested|recommended|passed|gave|met|left"
    r"|worked|forwarded|referred|thank\w*|was|were|had|did"
    r"|cancel\w*|postpone\w*|planned|reschedul\w*|replac\w*|instead\sof|let|tell|confirm"
    r"|repl(?:y|ies)|write|named?|called)\b",
    re.IGNORECASE,
)


def mentioned_in(
    text: str, around: Around, *, beside_others: bool = False
) -> Iterator[tuple[int, int, str]]:
    """Yield where a mail speaks of people who are likely to be there, and their names.

    Beside others, who are told to be there, it takes more signs.
    """
    together = 0.5 if _WE.search(text) else 0.0
    writer = set(name_key(around.writer).split())
    for start, end in _letter(text):
        said = text[start:end]
        if is_elsewhere(said) or _WAS.search(said):
            continue
        for one in islice(NAME.finditer(said), _MOST_NAMES):
            points = _worth(one) + _signs(said, one) + together
            needed = _SURE if beside_others else _needed(one)
            is_writer = set(name_key(one[0]).split()) <= writer
            if points >= needed and not is_writer and _is_person(one, around):
                yield start, end, _PS.sub("", one[0])


def _letter(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a letter, up to where it is signed."""
    for start, end in stretches(text, text.find("\n") + 1):
        said = text[start:end].strip()
        if is_sign_off(said):
            return
        if len(said) > _LONGEST_LINE:
            yield start, end


def _worth(one: re.Match[str]) -> float:
    """Return how surely a name is that of a person."""
    if one["title"] or is_given(one["name"]):
        return 1.5
    if is_first_name(one["name"].partition(" ")[0]):
        return 1.0
    return 0.0


def _needed(one: re.Match[str]) -> float:
    if one["title"] or is_given(one["name"]):
        return _SURE_OF_KNOWN
    return _SURE_OF_TWO if " " in one["name"] else _SURE


def _signs(said: str, one: re.Match[str]) -> float:
    """Return how much around a name tells that its bearer will be there."""
    before = said[: one.start()]
    points = 1.0 if _DESCRIBED.match(said, one.end()) else 0.0
    points += 1.0 if _IS_OURS.search(before) else 0.0
    points += 0.5 if _WILL.search(said) else 0.0
    return points + (1.0 if _MEETS.search(said) else 0.0)


def _is_person(one: re.Match[str], around: Around) -> bool:
    if any_of("no_person").search(one["name"]):
        return False
    return is_somebody(one["name"], around, one["title"] or "")
