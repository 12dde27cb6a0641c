"""Writes the days and times of a German text so that all can read them.

Most of what German says of them is read as it stands; here is what differs: "18 Uhr
30", "viertel vier", "nächste Woche Mittwoch", and what is said of a time that is over.
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from onward.domain.mail.details.times.clocks import GERMAN_HOURS
from onward.domain.mail.details.times.day_readings import weekday_number

_DAYS = "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
_WEEKDAY = rf"(?P<day>{_DAYS})"
_HOUR = r"\d{1,2}(?:[.:]\d{2})?"
_MONTHS = (
    r"(?:\d{1,2}\.|jan|feb|mär|maer|apr|mai|jun|jul|aug|sep|okt|nov|dez|des\b|dieses\b)"
)
# "Mittwoch nächster Woche", "nächste Woche am Mittwoch".
_NEXT_WEEK = re.compile(
    rf"\b{_WEEKDAY}(?:\s(?:in\s)?der)?\s(?P<far>über)?(?:nächste[rn]?|kommende[rn]?)\sWoche\b"
    r"|\b(?:in\sder\s)?(?P<far_first>über)?(?:nächste[rn]?|kommende[rn]?)\sWoche,?\s(?:am\s)?"
    rf"(?P<after>{_DAYS})\b",
    re.IGNORECASE,
)
_IN_WEEKS = re.compile(
    r"\bheute\sin\s(?P<n>einer|zwei|drei|acht|14|vierzehn)\s(?P<unit>Wochen?|Tagen)\b",
    re.IGNORECASE,
)
_IN_DAYS = {"acht": 7, "14": 14, "vierzehn": 14}  # eight days are a week, as people say
_IN_SO_MANY_WEEKS = {"einer": 7, "zwei": 14, "drei": 21}
_QUARTER = re.compile(
    rf"\b(?P<three>drei)?viertel\s(?P<hour>{'|'.join(GERMAN_HOURS)})\b", re.IGNORECASE
)
# Another time than this one.
_INSTEAD_OF = (
    r"\b(?:an)?statt\s(?:(?:wie\sgeplant|von|am|um|erst)\s)*[^.,;\n]{0,40}?"
    rf"{_HOUR}\sUhr\b"
)
# "Am 12. März um 10 Uhr … auf den 19. März, gleiche Uhrzeit".
_SAME_HOUR = (
    r"\b(?:am|vom)\s(?:\w+,\s(?:dem\s|den\s)?)?\d{1,2}\.[^.,;\n]{0,14}?\sum\s"
    rf"(?P<time>{_HOUR}\sUhr)(?P<on>[^\n;]{{0,80}}?\bauf\s[^\n;]{{3,40}}?),?\s"
    r"(?:zur\s)?(?:gleiche|selbe)\w*\s(?:Uhrz|Z)eit\b"
)
# Who is to be there before it begins.
_THERE_BEFORE = (
    rf"\b{_HOUR}\sUhr\s(?:da|hier|vor\sOrt|anwesend)\b(?=[^\n;]{{0,60}}\b(?:beginnt"
    rf"|startet|geht)\b[^\n;]{{0,16}}\bum\s(?P<begins>{_HOUR}))"
)
# "Das Gespräch am 16.3. um 9 Uhr muss leider entfallen".
_CALLED_OFF = (
    rf"\b(?:\d{{1,2}}\.|am\s(?:{_DAYS}))[^\n;]{{0,24}}?{_HOUR}\sUhr(?=[^.!?\n;]{{0,50}}\b(?:entf[aä]ll\w*"
    r"|absagen|abgesagt|hinfällig|fällt\saus|(?:geht|klappt|passt)\b[^.!?\n;]{0,20}\bnicht)\b)"
)
# "Alt: 10.03., 9 Uhr. Neu: 12.03., 11 Uhr".
_OLD = (
    r"\b(?:alt(?:er\sTermin)?|bisher(?:iger\sTermin)?|ursprünglich(?:er\sTermin)?)\s?:"
    rf"[^\n;/]{{0,50}}?{_HOUR}\sUhr\b"
)
# "Mo. 9.3. oder Di. 10.3., jeweils um 15 Uhr".
_EACH_AT = (
    r"\b(?P<first>\d{1,2}\.\d{1,2}\.(?:\d{2,4})?)"
    r"(?P<then>(?:,|\s(?:oder|und))\s(?:[a-zäöü]{2,10}[.,]{0,2}\s){0,3}"
    r"\d{1,2}\.\d{1,2}\.(?:\d{2,4})?),?\sjeweils\s(?:um\s|ab\s)?"
    rf"(?P<time>{_HOUR}\sUhr)\b"
)
_BEHIND = "auf|in|im|ins|bei|am|an|hier|vorbei|da|vor|zum|zur|zu|per|los|mit"
_LATE = r"(?:nachmittags|abends|am\s(?:späten\s|frühen\s)?(?:Nachmittag|Abend))\b"
_PLAIN = tuple(
    (re.compile(wording, re.IGNORECASE), instead)
    for wording, instead in (
        (r"\bsonnabend", "samstag"),
        (r"\bsontag", "sonntag"),
        (_EACH_AT, r"\g<first> um \g<time>\g<then> um \g<time>"),
        (
            rf"(?<![\d.:])((?:[1-9]|1[01])(?:[.:][0-5]\d)?)\sUhr\s{_LATE}",
            r"\1 in the afternoon",
        ),
        (rf"\b({'|'.join(GERMAN_HOURS[:11])})\s{_LATE}", r"\1 in the afternoon"),
        # Where no "Uhr" stands, what follows an hour is to be no part of it.
        (
            rf"\b(um\s\d{{1,2}})(?=\s(?:{_BEHIND})\s)",
            r"\1,",
        ),
        (rf"\b({_DAYS})s?(?:morgen|(?:vor|nach)?mittag|abend)\b", r"\1"),
        (r"\b(\d{1,2})\.\s(\d{1,2})\.(?=[\s,])", r"\1.\2."),
        (r"\b([01]?\d|2[0-3])\s?h\b(?!\s?\d)", r"\1 Uhr"),
        (r"\b(\d{1,2})\sUhr\s([0-5]\d)\b", r"\1:\2 Uhr"),
        # Nobody is asked to come at half past five by five figures but in the morning.
        (r"(?<![\d.:])([56])[.:]([0-5]\d)\sUhr\b", r"0\1:\2 Uhr"),
        (rf"\b(?:so\s)?gegen\s(?=(?:\d{{1,2}}|{'|'.join(GERMAN_HOURS)})\b)", "um "),
        (rf"\bvon\s({_HOUR})(?:\sUhr)?\sbis\s{_HOUR}\sUhr\b", r"um \1 Uhr"),
        (r"\bum\s12\s(?:Uhr\s)?mittags?\b", "um 12:00 Uhr"),
        (r"\bmorgen\s(?:früh|vormittag|mittag|nachmittag|abend)\sum\b", "morgen um"),
        (rf"\bam\s(\d{{1,2}})\.\s(?=(?:um|ab)\s\d)(?!{_MONTHS})", r"on the \1th "),
        (_INSTEAD_OF, ""),
        (_CALLED_OFF, ""),
        (_OLD, ""),
        (_SAME_HOUR, r"\g<on> um \g<time>"),
        (_THERE_BEFORE, r"\g<begins> Uhr"),
    )
)
# What one of these needs; without it a text is left as it is.
_NEEDED = re.compile(
    r"Uhr|Woche|viertel|\dh|\sh\b|gegen\s|\d\.\s\d|sonnabend|tag(?:s?morgen|nach)|mittags?\b|\bmorgen\s|\bheute\sin\b|\bam\s\d{1,2}\.\s"
    r"|\bum\s\d|sontag|nachmittag|abend",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    rf"\b(?P<hour>{'|'.join(GERMAN_HOURS)})\sUhr\s(?P<minutes>fünfzehn|dreißig|dreissig"
    r"|fünfundvierzig)\b",
    re.IGNORECASE,
)
_MINUTES = {"fünfzehn": 15, "dreißig": 30, "dreissig": 30, "fünfundvierzig": 45}
_WEEK = timedelta(days=7)


def german_times_plain(text: str, sent_at: datetime | None) -> str:
    """Return a text whose days and times are worded as the patterns know them."""
    if not _NEEDED.search(text):
        return text
    text = _SPOKEN.sub(_spoken, _QUARTER.sub(_quarter, text))
    if sent_at is not None:
        text = _NEXT_WEEK.sub(_of_week_after(sent_at), text)
        text = _IN_WEEKS.sub(_in_weeks_from(sent_at), text)
    for wording, instead in _PLAIN:
        text = wording.sub(instead, text)
    return text


def _quarter(found: re.Match[str]) -> str:
    """Return "viertel vier" as a quarter past three, the other as one to four."""
    place = GERMAN_HOURS.index(found["hour"].lower())
    if found["three"]:
        return f"viertel vor {GERMAN_HOURS[place]}"
    return f"viertel nach {GERMAN_HOURS[place - 1]}"


def _spoken(found: re.Match[str]) -> str:
    hour = GERMAN_HOURS.index(found["hour"].lower()) + 1
    return f"{hour}:{_MINUTES[found['minutes'].lower()]} Uhr"


def _of_week_after(sent_at: datetime) -> Callable[[re.Match[str]], str]:
    monday = sent_at - timedelta(days=sent_at.weekday())

    def dated(found: re.Match[str]) -> str:
        named = found["day"] or found["after"]
        is_far = bool(found["far"] or found["far_first"])
        day = monday + _WEEK * (1 + is_far) + timedelta(days=weekday_number(named))
        return f"{named}, {day:%d.%m.%Y}"

    return dated


def _in_weeks_from(sent_at: datetime) -> Callable[[re.Match[str]], str]:
    def dated(found: re.Match[str]) -> str:
        by_days = found["unit"].lower() == "tagen"
        counts = _IN_DAYS if by_days else _IN_SO_MANY_WEEKS
        ahead = counts.get(found["n"].lower())
        if ahead is None:
            return found[0]
        return f"am {sent_at + timedelta(days=ahead):%d.%m.%Y}"

    return dated
