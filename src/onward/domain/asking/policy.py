"""What a mail says about asking: a rule against it, and until when it is open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onward.domain.mail.details_dates import days_named
from onward.domain.mail.verdict import Passage
from onward.domain.meetings.slots import working_days_after
from onward.domain.number_words import NUMBER_WORDS, number_of

_FEEDBACK = r"(?:individual(?:ised)? |personal |detailed |specific |further )*feedback"
_CANNOT = (
    "unable|not (?:able|in a position|possible)|cannot|can't|do not|don't|are not able"
    "|regret that we|no longer|not our policy|policy (?:is )?not to"
)
_IS_NOT = "will not|cannot|can't|won't|is not|is only|only to"
# A line that was broken to fit goes on with a small letter.
_IN_SENTENCE = r"(?:[^.!?\n]|(?<=\w)\n(?-i:(?=[a-z])))"
_REFUSED = re.compile(
    rf"\b(?:(?:{_CANNOT})\b{_IN_SENTENCE}{{0,80}}\b{_FEEDBACK}"
    rf"|no {_FEEDBACK}|{_FEEDBACK} (?:{_IS_NOT})"
    r"|(?:feedback )?only to (?:those|candidates|applicants) (?:we|who))\b",
    re.IGNORECASE,
)
# These say no to something else.
_NOT_A_RULE = re.compile(
    r"\b(?:hesitate|survey|about our|on our (?:process|website)|enough feedback)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"\b(?:within|in) (?:the next |the )?(?P<n>\d{{1,2}}|{'|'.join(NUMBER_WORDS)}|a)"
    r"[ -](?P<working>(?:working|business) )?(?P<unit>day|week|fortnight|month)s?\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:by|until|till|before|(?:no|not) later than"
    r"|(?:closes|expires|ends|stops working)(?:\son)?)\s+"
    r"(?:the\s(?:end\sof\s(?:\w+\s){1,2}on\s)?)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s(?:the\s)?)?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\bfeedback\b|\bget in touch\b|\b(?:ring|call) me\b", re.IGNORECASE
)
# Beside a sentence that offers to tell how it went, these say until when.
_TELLS = re.compile(
    r"\bfeedback\b|\b(?:marks|scores?|scored|my notes|how you did)\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"\b(?:requests?|requested|contact|e-?mail|write|telephone|ring|call|reply|book"
    r"|link)\b",
    re.IGNORECASE,
)
# A full stop within an address ends no sentence.
# It never looks back, which would cost 100 bytes for each letter of a long line.
_SENTENCE = re.compile(r"(?:[^.!?\n]++|(?<=\w)\n(?=[a-z])|\.(?=\w))++[.!?]?")
_LONGEST_SENTENCE = 2_000  # characters; nobody says more in one breath
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}


@dataclass(frozen=True, slots=True)
class Window:
    """The last day on which feedback may be asked for, and the words that say so."""

    until: date
    said: Passage


def rule_against_feedback(text: str) -> Passage | None:
    """Return the words that say no feedback is given, if there are any."""
    for sentence in _sentences(text):
        said = sentence.quote
        if (
            "feedback" in said.lower()
            and _REFUSED.search(said)
            and not _NOT_A_RULE.search(said)
        ):
            return sentence
    return None


def window_for_asking(text: str, sent_on: date) -> Window | None:
    """Return until when feedback may be asked for, as a mail tells it.

    Only a sentence that speaks of feedback, or of getting in touch, sets a limit.
    """
    before = ""
    for sentence in _sentences(text):
        said = sentence.quote
        is_about = _ABOUT.search(said) or (
            _ASKS.search(said) and _TELLS.search(f"{before} {said}")
        )
        before = said
        if not is_about:
            continue
        until = _counted(said, sent_on) or _named(said, sent_on)
        if until and until >= sent_on:
            return Window(until, sentence)
    return None


def _sentences(text: str) -> Iterator[Passage]:
    """Yield the sentences of a text that are short enough to be read as such."""
    for found in _SENTENCE.finditer(text):
        said = found[0].strip()
        if said and len(said) <= _LONGEST_SENTENCE:
            start = found.start() + found[0].index(said)
            yield Passage(said, start, start + len(said))


def _counted(said: str, sent_on: date) -> date | None:
    found = _WITHIN.search(said)
    if found is None:
        return None
    number = found["n"].lower()
    count = int(number) if number.isdecimal() else _count(number)
    if found["working"] and found["unit"].lower() == "day":
        return working_days_after(sent_on, count)
    return sent_on + timedelta(days=count * _DAYS[found["unit"].lower()])


def _count(number: str) -> int:
    return number_of(number) if number in NUMBER_WORDS else 1


def _named(said: str, sent_on: date) -> date | None:
    for day in days_named(said, sent_on):
        if _UNTIL.search(said[: day.start]):
            return day.on
    return None
