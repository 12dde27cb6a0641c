"""Finds the last day that a sentence sets: a day by its name, or a count of days."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onward.domain.asking.german_limits import GERMAN_MONTHS, counted_in_german
from onward.domain.asking.last_days import end_of_month, end_of_week, later
from onward.domain.asking.promised import is_away, is_promised, said_before
from onward.domain.mail.details.times.dates import days_named
from onward.domain.meetings.slots import working_days_after
from onward.domain.number_words import NUMBER_WORDS, number_of

_MONTHS = (
    *("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?"),
    *("july?", "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?"),
    "dec(?:ember)?",
)
_LATEST = (
    r"(?:(?<!come\s)(?<!drop\s)(?<!pop\s)(?<!stop\s)by|until|till|til|before|up\sto|(?:no|not)\slater\sthan|bis(?:\s(?:zum|am))?"
    r"|bis\s(?:einschließlich|spätestens)(?:\s(?:zum|am))?|spätestens(?:\s(?:bis|am|zum))*"
    r"|(?<!go\s)(?<!talk\s)(?<!run\s)(?<!walk\s)(?<!you\s)through)"
)
# "By noon on", "until close of play on", "before the end of term on".
_HOUR = (
    r"(?:(?:\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?|\so['\u2019]clock|\s?hrs)?"
    r"|noon|midday|midnight|lunch(?:time)?|tea(?:\s?time)?|c\.?o\.?b\.?|e\.?o\.?d\.?"
    rf"|close|{'|'.join(NUMBER_WORDS[:12])}"
    r"|(?:the\s)?(?:end|close)\sof\s(?:\w+\s){0,2}?\w+),?\s(?:on\s|this\s)?)"
)
_WEEKDAY = (
    r"(?:(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
    r"[.,]?\s(?:the\s)?)"
)
_LIMIT_BEFORE = re.compile(
    rf"(?:\b(?:{_LATEST}(?:\sand\sincluding)?\s(?:the\s|this\s)?{_HOUR}?"
    r"|between\s(?:now|today|\d[\w\s]{0,12}?)\sand\s"
    r"|at\s(?:the\s)?latest,?\s"
    r"|until\s(?:I|we)\s(?:\w+\s){1,3}?on\s(?:the\s)?"
    r"|before\s(?:[\w'\u2019]+\s){1,5}?(?:on\s)?(?:the\s)?"
    r"|(?:until|till|til|by|before)\s(?:[\w'\u2019]+\s){1,7}?[\w'\u2019]+,?\s?"
    r"(?:[(\u2013\u2014-]\s?|(?:which|that)\s(?:is|falls\son|will\sbe)\s)(?:on\s)?"
    r"|(?P<shuts>clos(?:e[sd]?|ing(?:\soff)?)|expires?|ends?|lapses|finishes|stops\s\w+|runs\sout)"
    r"\s(?:on\s)?"
    r"|(?:open|available|here|free|runs?|valid|in\sthe\soffice)\s(?:from\snow\s)?"
    r"(?:to|through)\s"
    r"|(?:deadline|closing\sdate|last\s(?:day|date)|cut-?off)"
    r"(?:\s\w+){0,5}?(?:\sis|\sbeing|:)?\s"
    rf")(?:the\s)?(?:on\s)?{_WEEKDAY}?)$",
    re.IGNORECASE,
)
_LIMIT_AFTER = re.compile(
    r"[,\s]*(?:\(?(?:at\s(?:the\s)?(?:very\s)?latest|latest\b)"
    r"|is\s(?:the|our|my)\s(?:last|final|closing|cut|deadline))",
    re.IGNORECASE,
)
# "I finish on the 4th, so do it before then."
_BY_THEN = re.compile(
    r"[^.!?;\d]{0,80}\b(?:before|by|ahead\sof|until|till)\s(?:then|that)\b",
    re.IGNORECASE,
)
# The last day before Friday is Thursday.
_SHORT_OF = re.compile(rf"(?<!\bor\s)\bbefore\s(?:the\s)?{_WEEKDAY}?$", re.IGNORECASE)
# So is the last day before somebody goes away on Friday, or something is gone then.
_BEFORE_LEAVING = re.compile(
    r"\bbefore\s(?:(?:I|we|she|he|they)(?:['\u2019]\w+)?\s(?:[\w'\u2019]+\s){0,6}?"
    r"|(?:the|our|my|your|his|her|their)\s(?:\w+\s){1,3}?"
    r"(?:opens?|starts?|begins?|goes|go|leaves?|closes?|shuts|(?:is|are|gets?)\s\w+)\s"
    r"(?:\w+\s){0,3}?)(?:on\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_FEAST = re.compile(
    rf"\b{_LATEST}\s(?:the\s)?(?P<feast>christmas(?:\seve)?|new\syear|weihnachten"
    r"|heiligabend)\b",
    re.IGNORECASE,
)
_FEASTS = {"christmas": 25, "weihnachten": 25, "new year": 32}
_EVE = 24
_AFTER = re.compile(
    rf"\b(?:after|beyond|later\sthan)\s(?:the\s)?{_HOUR}?{_WEEKDAY}?$", re.IGNORECASE
)
_NO_LONGER = re.compile(
    r"\b(?:cannot|can\snot|not|no\slonger|unable|too\slate|destroy\w*|delet\w*"
    r"|shred\w*|gone|clos\w+|away|leave|lapses?|expires?|wip\w+|dispos\w+|ignored"
    r"|refused|turned\sdown)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_ONCE = re.compile(r"\b(?:once|when|after|as soon as)\b[^.,;]*$", re.IGNORECASE)
_OWNED = re.compile(r"['\u2019]s\b")
_END_OF = re.compile(
    rf"\b{_LATEST}\s(?:the\s)?(?:very\s)?(?:end|close|last\sday)\sof\s"
    r"(?:(?P<which>the|this|next|the\sfollowing|the\scoming|the\sworking)\s)?"
    rf"(?:(?P<unit>week|month|year)\b|(?P<month>{'|'.join(_MONTHS)})\b)(?!\safter|\s\d\d?\b)"
    r"|\bbefore\s(?:the\s)?(?P<gone>week|month|year)"
    r"\sis\s(?:out|over|up)\b"
    rf"|\b{_LATEST}\s(?:the\s)?(?P<ended>week|month|year)(?:['\u2019]?s)?[\s-]end\b"
    # "Bis Ende nächster Woche", "bis Ende Mai".
    rf"|\bbis\s(?:zum\s)?ende\s(?:(?P<coming>(?:der\s)?(?:nächste|kommende)[nrs]\s)"
    r"|die(?:ser|ses)\s|der\s|des\s)?(?:(?P<period>woche|monats|jahres)\b"
    rf"|(?P<by_month>{'|'.join(GERMAN_MONTHS)})\b)"
    # "Any time this month" and "any day next week" last as long as these.
    r"|\bany\s?(?:time|(?:week)?day|evening|morning|afternoon)\s(?:at\sall\s)?"
    r"(?:in\s|during\s)?(?P<lasts>this|the|next)\s(?P<span>week|month)\b"
    rf"|\bany\s?(?:time|(?:week)?day)\s(?:in|during)\s(?P<within>{'|'.join(_MONTHS)})\b",
    re.IGNORECASE,
)
_FURTHER = frozenset({"next", "the following"})
_NUMBERS = {word: number_of(word) for word in NUMBER_WORDS} | {
    "a": 1,
    "an": 1,
    "a further": 1,
    "a couple of": 2,
    "fifteen": 15,
    "twenty": 20,
    "twenty-one": 21,
    "twenty-eight": 28,
    "thirty": 30,
}
_COUNT = re.compile(
    r"\b(?P<lead>within|inside|in|for|over|during|under|up\sto|have|has|by"
    r"|(?:no|not)\slater\sthan|until)\s(?P<next>(?:the\s)?(?:next|coming|first)\s)?"
    r"(?:the\s)?"
    rf"(?:(?P<n>\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
    r"(?:\s\(\w{1,9}\))?[\s-])?(?:clear\s|full\s)?"
    r"(?:(?P<working>working|business|school)\s|calendar\s)?"
    r"(?P<unit>day|week|fortnight|month|hour)s?['\u2019]?\b"
    r"(?P<from>\s(?:from|of|after|following)\s(?:the\s|receiving\s|getting\s|its\s)?"
    r"(?:date\b|day\b|today|now\b|this|receipt|letter|e-?mail|message|notice"
    r"|notification|decision|result|outcome|hearing\sthis|reading))?",
    re.IGNORECASE,
)
# Counted from a day that the mail need not tell.
_FROM_ELSEWHERE = re.compile(
    r"\s(?:from|of|after|following|since)\s(?:(?:the|your|our|my|any|each|a)\s)?"
    r"(?:date\sof\s(?:the|your|our)\s)?"
    r"(?:interview|assessment|test|visit|trial|meeting|clos\w+|start\w*|request"
    r"|application|asking|call|round|completing|completion|taking)",
    re.IGNORECASE,
)
_AT_ONCE = frozenset({"within", "inside", "under", "no later than", "not later than"})
_LASTING = frozenset({"for", "up to", "over", "during", "until"})
_LASTS = re.compile(
    r"\b(?:open|stands?|available|valid|live|works?|holds?|lasts?|here|around|free"
    r"|kept|keep|good)\b",
    re.IGNORECASE,
)
_TO_ASK = re.compile(r"\s(?:\w+\s){0,4}?(?:to|in\swhich)\s", re.IGNORECASE)
_AWAY_AFTER = re.compile(
    r",?\s(?:i|we)(?:\sam|\sare|\swill|['\u2019]\w+)(?:\sbe)?\s"
    r"(?:away|off|on\sleave|out|abroad)\b",
    re.IGNORECASE,
)
_HOURS_IN_A_DAY, _MONTHS_IN_A_YEAR = 24, 12
# Nobody takes questions for longer; what is further off is another matter.
_LONGEST = timedelta(days=200)


def last_day_in(said: str, sent_on: date) -> date | None:
    """Return the first day that a sentence sets as the last one, None without any."""
    for day in (
        *_counted(said, sent_on),
        *counted_in_german(said, sent_on),
        *_ends(said, sent_on),
        *_named(said, sent_on),
        *_feasts(said, sent_on),
    ):
        if sent_on <= day <= sent_on + _LONGEST:
            return day
    return None


def _counted(said: str, sent_on: date) -> Iterator[date]:
    for found in _COUNT.finditer(said):
        if not _sets_limit(said, found):
            continue
        count, unit = _number(found["n"]), found["unit"].lower()
        if unit == "hour":
            yield sent_on + timedelta(days=-(-count // _HOURS_IN_A_DAY))
        elif found["working"] and unit == "day":
            yield working_days_after(sent_on, count)
        else:
            yield later(sent_on, count, unit)


def _number(told: str | None) -> int:
    if told is None:
        return 1
    return _NUMBERS.get(told.lower()) or int(told)


def _sets_limit(said: str, found: re.Match[str]) -> bool:
    """Tell whether a count of days says until when, and not since or how long."""
    before, after = said_before(said, found.start()), said[found.end() :]
    if _FROM_ELSEWHERE.match(after) or _AWAY_AFTER.match(after):
        return False
    lead = " ".join(found["lead"].lower().split())
    if is_away(before) or (lead not in _LASTING and is_promised(before)):
        return False
    if found["next"] or not found["n"]:
        return bool(found["next"])
    return _leads(lead, found, said)


def _leads(lead: str, found: re.Match[str], said: str) -> bool:
    """Tell whether the word before a count makes a limit of it."""
    if lead in _AT_ONCE or found["from"]:
        return True
    if lead in {"have", "has"}:
        return bool(_TO_ASK.match(said[found.end() :]))
    lasts = lead in {"for", "up to"}
    return lasts and bool(_LASTS.search(said_before(said, found.start())))


def _ends(said: str, sent_on: date) -> Iterator[date]:
    """Yield the last days of weeks, months and years that are named as a limit."""
    for found in _END_OF.finditer(said):
        before = said_before(said, found.start())
        if is_promised(before) or is_away(before):
            continue
        yield _end(found, sent_on)


def _end(found: re.Match[str], sent_on: date) -> date:
    """Return the last day of the week, month or year of which a limit speaks."""
    which = (found["which"] or found["lasts"] or "").lower()
    is_next = which in _FURTHER or found["coming"] is not None
    units = (found[name] for name in ("unit", "gone", "ended", "span", "period"))
    unit = next(filter(None, units), "").lower()
    if month := found["month"] or found["within"] or found["by_month"]:
        return end_of_month(sent_on, _month_named(month) - sent_on.month)
    if unit in {"week", "woche"}:
        return end_of_week(sent_on, is_next=is_next)
    if unit in {"month", "monats"}:
        return end_of_month(sent_on, int(is_next))
    return date(sent_on.year + is_next, _MONTHS_IN_A_YEAR, 31)


def _month_named(told: str) -> int:
    begins = told[:3].lower()
    months = enumerate(zip(_MONTHS, GERMAN_MONTHS, strict=True), 1)
    return next(n for n, names in months if begins in {name[:3] for name in names})


def _named(said: str, sent_on: date) -> Iterator[date]:
    for day in days_named(said, sent_on):
        before, after = said_before(said, day.start), said[day.end :]
        if _OWNED.match(after):
            continue
        if _is_latest(before, after) or _is_followed(before, said):
            yield day.on - timedelta(days=_is_too_late(before))


def _is_too_late(before: str) -> bool:
    """Tell whether a day is the first on which it is too late."""
    return bool(_BEFORE_LEAVING.search(before) or _SHORT_OF.search(before))


def _feasts(said: str, sent_on: date) -> Iterator[date]:
    """Yield the last day before a feast that is named as a limit."""
    for found in _FEAST.finditer(said):
        before = said_before(said, found.start())
        if not (is_promised(before) or is_away(before)):
            day = _FEASTS.get(" ".join(found["feast"].lower().split()), _EVE)
            yield date(sent_on.year, _MONTHS_IN_A_YEAR, 1) + timedelta(days=day - 2)


def _is_latest(before: str, after: str) -> bool:
    found = _LIMIT_BEFORE.search(before)
    if found is None:
        is_told = _LIMIT_AFTER.match(after) or _BY_THEN.match(after)
        return is_told is not None and not is_promised(before)
    rest = before[: found.start()]
    if found["shuts"] and _ONCE.search(rest):
        return False
    is_until = "until" in found[0].lower() or "til" in found[0].lower()
    return not (is_away(rest) or (not is_until and is_promised(rest)))


def _is_followed(before: str, said: str) -> bool:
    """Tell whether what is said of the time after a day closes it."""
    return bool(_AFTER.search(before)) and bool(_NO_LONGER.search(said))
