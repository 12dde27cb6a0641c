"""Reads the limits that are the end of a week, a month or a year."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from onward.domain.asking.german_limits import GERMAN_MONTHS
from onward.domain.asking.last_days import end_of_month, end_of_week, working_day_by
from onward.domain.asking.limit_words import LATEST, MONTHS
from onward.domain.asking.promised import is_away, is_promised, said_before

_END_OF = re.compile(
    rf"\b(?:{LATEST}|before\s(?:[\w'\u2019-]+\s){{1,5}}?at)\s(?:the\s)?(?:very\s)?(?:end|close|last\s(?P<working>working\s)?day)\sof\s"
    r"(?:(?P<which>the|this|next|the\sfollowing|the\scoming|the\sworking)\s)?"
    rf"(?:(?P<unit>week|month|year)\b|(?P<month>{'|'.join(MONTHS)})\b)(?!\safter|\s\d\d?\b)"
    r"|\bbefore\s(?:the\s)?(?P<gone>week|month|year)"
    r"\sis\s(?:out|over|up)\b"
    rf"|\b{LATEST}\s(?:the\s)?(?P<ended>week|month|year)(?:['\u2019]?s)?[\s-]end\b"
    r"|\bbis\s(?:zum\s)?(?P<whole>wochen|monats|jahres)ende\b"
    # "Bis Ende nächster Woche", "bis Ende Mai".
    rf"|\bbis\s(?:zum\s)?ende\s(?:(?P<coming>(?:der\s)?(?:nächste|kommende)[nrs]\s)"
    r"|die(?:ser|ses)\s|der\s|des\s)?(?:(?P<period>woche|monats|jahres)\b"
    rf"|(?P<by_month>{'|'.join(GERMAN_MONTHS)})\b)"
    # "Any time this month" and "any day next week" last as long as these.
    r"|\bany\s?(?:time|(?:week)?day|evening|morning|afternoon)\s(?:at\sall\s)?"
    r"(?:in\s|during\s)?(?P<lasts>this|the|next)\s(?P<span>week|month)\b"
    rf"|\bany\s?(?:time|(?:week)?day)\s(?:in|during)\s(?P<within>{'|'.join(MONTHS)})\b",
    re.IGNORECASE,
)
# "I can still do it this month", "but this week please", "nur noch diese Woche".
_STILL_IN = re.compile(
    r"\b(?:(?:(?:in|over)\sthe\scourse\sof|within|only|but)\s(?P<which>this|next)"
    r"|(?:still|ring|call|phone|ask|write|reply|message|available|do|around|reachable"
    r"|catch)(?:\s(?!you\b)\w+){0,4}?\sthis)\s(?P<unit>week|month)\b(?!['\u2019])"
    r"|\b(?P<bare>this|next)\s(?P<span>week|month)\s(?:only|please)\b"
    r"|\b(?:nur|noch|bitte|im\slaufe|innerhalb|während)\s(?:noch\s|in\s)?(?:der\s)?"
    r"(?:diese[srn]?|(?P<coming>(?:nächste|kommende)[nr]?))\s"
    r"(?P<period>woche|monats?)\b",
    re.IGNORECASE,
)
# What was in that week or month is told and sets nothing.
_GONE_BY = re.compile(
    r"\b(?:came|met|were|was|saw|attended|interviewed|spoke|had|coming|meeting|seeing"
    r"|joining|waren|hatten)\b[^.,;:]*$",
    re.IGNORECASE,
)
_FURTHER = frozenset({"next", "the following"})
_WEEKS = frozenset({"week", "woche", "wochen"})
_MONTHLY = frozenset({"month", "monat", "monats"})
_MONTHS_IN_A_YEAR = 12


def ended(said: str, sent_on: date) -> Iterator[date]:
    """Yield the last days of weeks, months and years that are named as a limit."""
    for found in _END_OF.finditer(said):
        if not _is_theirs(said_before(said, found.start())):
            yield _end(found.groupdict(), sent_on)
    for found in _STILL_IN.finditer(said):
        before = said_before(said, found.end())
        if not (_GONE_BY.search(before) or _is_theirs(before)):
            yield _end(found.groupdict(), sent_on)


def _is_theirs(before: str) -> bool:
    """Tell whether it is the time of a promise of theirs, or in which they are away."""
    return is_promised(before) or is_away(before)


def _end(found: Mapping[str, str | None], sent_on: date) -> date:
    """Return the last day of the week, month or year of which a limit speaks."""
    which = _first_of(found, "which", "lasts", "bare")
    is_next = which in _FURTHER or bool(found.get("coming"))
    unit = _first_of(found, "unit", "gone", "ended", "span", "period", "whole")
    if month := _first_of(found, "month", "within", "by_month"):
        end = end_of_month(sent_on, _month_named(month) - sent_on.month)
    elif unit in _WEEKS:
        end = end_of_week(sent_on, is_next=is_next)
    elif unit in _MONTHLY:
        end = end_of_month(sent_on, int(is_next))
    else:
        end = date(sent_on.year + is_next, _MONTHS_IN_A_YEAR, 31)
    is_worked = bool(found.get("working"))
    return working_day_by(end) if is_worked else end


def _first_of(found: Mapping[str, str | None], *names: str) -> str:
    """Return what the first of some groups found, in small letters."""
    return next(filter(None, (found.get(name) for name in names)), "").lower()


def _month_named(told: str) -> int:
    begins = told[:3].lower()
    months = enumerate(zip(MONTHS, GERMAN_MONTHS, strict=True), 1)
    return next(n for n, names in months if begins in {name[:3] for name in names})
