"""Reads the limits that are a day by its name, "by Friday", "until the 4th"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onward.domain.asking.limit_words import HOUR, LATEST, WEEKDAY
from onward.domain.asking.promised import is_away, is_promised, said_before
from onward.domain.mail.details.times.dates import days_named

# Such a day, or what has its date in brackets behind it: "the start of term (3 May)".
_SAID = r"(?:[\w'\u2019-]+\s)"
_LIMIT_BEFORE = re.compile(
    rf"(?:\b(?:{LATEST}(?:\sand\sincluding|\s\(einschließlich\))?\s"
    rf"(?:the\s|this\s|(?:nächste|kommende|diese)[nrm]\s)?(?:bank\sholiday\s)?{HOUR}?"
    r"|between\s(?:now|today|\d[\w\s]{0,12}?)\sand\s"
    r"|at\s(?:the\s)?latest,?\s"
    r"|until\s(?:I|we)\s(?:\w+\s){1,3}?on\s(?:the\s)?"
    rf"|(?:before|until|till|til|up\sto)\s{_SAID}{{1,6}}?on\s(?:the\s)?"
    rf"|before\s{_SAID}{{1,5}}?(?:the\s)?"
    rf"|(?:until|till|til|by|before|up\sto)\s{_SAID}{{1,7}}?[\w'\u2019-]+,?\s?"
    rf"(?:[(\u2013\u2014-]\s?{_SAID}{{0,6}}?"
    r"|(?:which|that)\s(?:is|falls\son|will\sbe)\s)(?:on\s)?"
    r"|vor\s(?:dem|der)\s"
    r"|(?P<shuts>clos(?:e[sd]?|ing(?:\soff)?)|expires?|ends?|lapses|finishes"
    r"|stops\s\w+|runs\sout|(?:I|we|but|then)\s(?:finish|stop|close|leave)(?:\s\w+){0,3}?)"
    rf"\s(?:on\s|at\s(?={HOUR}))?{HOUR}?"
    r"|(?:open|available|here|free|runs?|valid|in\sthe\soffice)\s(?:from\snow\s)?"
    r"(?:to|through)\s"
    r"|(?:deadline|closing\sdate|last\s(?:day|date)|cut-?off)"
    r"(?:\s\w+){0,5}?(?:\sis|\sbeing|:)?\s"
    rf")(?:the\s)?(?:on\s)?{WEEKDAY}?)$",
    re.IGNORECASE,
)
_LIMIT_AFTER = re.compile(
    r"[,\s]*(?:\(?(?:at\s(?:the\s)?(?:very\s)?latest|latest\b|spätestens\b)"
    r"|is\s(?:the|our|my)\s(?:last|final|closing|cut|deadline))",
    re.IGNORECASE,
)
# "I finish on the 4th, so do it before then."
_BY_THEN = re.compile(
    r"(?:[^.!?;\d]|\.(?=\w)){0,80}\b(?:before|by|ahead\sof|until|till)\s(?:then|that)\b",
    re.IGNORECASE,
)
# The last day before Friday is Thursday.
_SHORT_OF = re.compile(
    rf"(?:(?<!\bor\s)\bbefore|\bthis\sside\sof|\bvor\s(?:dem|der))\s"
    rf"(?:the\s)?{WEEKDAY}?$",
    re.IGNORECASE,
)
# Who closes or finishes on Friday is there on Friday, and the end is a last day too.
_TO_THE_END = (
    r"(?!(?:I|we|she|he|they)\s(?:close|shut|finish|break\sup|stop|retire)"
    rf"|(?:the\s)?(?:end|close|last|deadline)\b|{HOUR})"
)
# So is the last day before somebody goes away on Friday, or something is then.
_BEFORE_EVENT = re.compile(
    rf"\bbefore\s{_TO_THE_END}(?:(?:I|we|she|he|they)(?:['\u2019]\w+)?\s"
    rf"(?:[\w'\u2019]+\s){{0,6}}?(?:on\s)?|{_SAID}{{1,6}}?on\s)(?:the\s)?$"
    # "Until I go on leave on the 4th", "up to the start of term (3 May)".
    r"|\b(?:until|till|til)\s(?:(?:I|we|she|he|they)\s(?:go|leave|fly|head|start|move)"
    rf"|(?:the|our|my)\s{_SAID}{{1,4}}?(?:starts?|begins?|opens?|arrives?|goes))\s"
    rf"{_SAID}{{0,5}}?(?:on\s)?(?:the\s)?$"
    r"|\b(?:before|until|till|by|up\sto)\s(?:the\s)?(?:start|beginning|opening)\sof\s"
    rf"{_SAID}{{0,3}}?[\w'\u2019-]+,?\s?[(\u2013\u2014-]\s?(?:on\s)?{WEEKDAY}?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\b(?:after|beyond|later\sthan)\s(?:the\s)?{HOUR}?{WEEKDAY}?$", re.IGNORECASE
)
_NO_LONGER = re.compile(
    r"\b(?:cannot|can\snot|not|no\slonger|unable|too\slate|destroy\w*|delet\w*"
    r"|shred\w*|gone|clos\w+|away|leave|lapses?|expires?|wip\w+|dispos\w+|ignored"
    r"|refused|turned\sdown)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_ONCE = re.compile(r"\b(?:once|when|after|as soon as)\b[^.,;]*$", re.IGNORECASE)
# "Good Friday" is no Friday among others.
_FEAST_ON = re.compile(r"\b(?:good|easter|whit|ash|shrove|maundy)\s$", re.IGNORECASE)
_OWNED = re.compile(r"['\u2019]s\b")


def days_set(said: str, sent_on: date) -> Iterator[date]:
    """Yield the days that are named as the last ones."""
    for day in days_named(said, sent_on):
        before, after = said_before(said, day.start), said[day.end :]
        is_feast = not day.is_dated and _FEAST_ON.search(before)
        if is_feast or _OWNED.match(after):
            continue
        if _is_latest(before, after) or _is_followed(before, said):
            yield day.on - timedelta(days=_is_too_late(before))


def _is_too_late(before: str) -> bool:
    """Tell whether a day is the first on which it is too late."""
    return bool(_BEFORE_EVENT.search(before) or _SHORT_OF.search(before))


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
