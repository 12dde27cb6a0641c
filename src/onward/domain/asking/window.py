"""Finds until when feedback may be asked for, as a no tells it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onward.domain.asking.limits import last_day_in
from onward.domain.mail.details.patterns.read import any_of
from onward.domain.mail.details.refusal.offers import PLAIN_OFFER, offer_points
from onward.domain.mail.meaning.words import sentences_of
from onward.domain.mail.verdict import Passage

_FEEDBACK = re.compile(r"\bfeedback\b", re.IGNORECASE)
# Beside a sentence that asks, these offer to tell how it went.
_TELLS = re.compile(
    r"\b(?:marks|scores?|scored|my notes|(?:the|our|your|full) (?:notes|comments)"
    r"|(?:reviewers?|assessors?|markers?|panel)['\u2019]?s? (?:notes|comments)"
    r"|(?:written|short) (?:summary|report)|how you did"
    r"|(?:page|sheet|lines|notes?|something) (?:on|about) you)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:requests?|requested|contact|e-?mail|write|telephone|phone|ring|calls?|reply"
    r"|repl(?:ies|ying)|book|link|ask(?:ed|ing)?|tell me|let (?:me|us) know|say so"
    r"|get in touch|drop|text|message|diary|calendar|desk|slots?|open|offer"
    r"|invitation|stands|available|around|free|here|door|form|after (?:that|which|this)"
    r"|destroyed|deleted|shredded|pop|do so|take (?:me|us|this|it) up|arrange"
    r"|any (?:time|day|evening|afternoon|morning)|in the office|(?:just )?shout"
    r"|(?:catch|find|reach|see|grab) me"
    r"|(?:do|make|have) it|come back to me|best (?:by|before)|reach (?:us|me)"
    r"|(?:i['\u2019]m|i am|we['\u2019]re|we are) (?:in|at|around|about|here|free)\b"
    r"|you have (?:until|till|up to|\d+|a|\w+ (?:\w+ )?(?:days|weeks))"
    r"|deadline|window|hear from you|come (?:in|by|over)|melden|anrufen)\b",
    re.IGNORECASE,
)
_ANOTHER_MATTER = re.compile(
    r"\b(?:re-?appl\w*|apply again|retake|re-?sit|appeals?|survey|expenses|mileage"
    r"|receipts?|invoices?|your feedback|(?:reserve|waiting) list|about our|voucher"
    r"|prize draw|request for (?:a )?review|leaves? (?:us )?feedback"
    r"|on our (?:process|website))\b",
    re.IGNORECASE,
)
# Of a sentence that does not speak of feedback itself these, too, are other matters.
_OTHER_THINGS = re.compile(
    r"\b(?:(?<!in the )(?<!on the )jobs?(?! (?:advert\w*|posting|listing))"
    r"|roles?|positions?|vacanc\w+|posts?|shifts?|apply|appl(?:ied|ications?)"
    r"|interested|start|references?|fares?|claim|return|uniform|on file|wages?"
    r"|your (?:cv|data|details))\b(?! (?:office|room))",
    re.IGNORECASE,
)
# Longer ones are no prose; and a letter says when to ask before so many characters.
_LONGEST_SENTENCE, _MOST_CHARACTERS = 2_000, 20_000
_DAY_AT_END = re.compile(r"\b(?:bis|zum|am|dem) \d{1,2}\.$", re.IGNORECASE)
_DAY_LONG = len("zum 24.")
# An offer may be two sentences back: a number or a name stands between.
_NEAR = (-1, -2, 1)


@dataclass(frozen=True, slots=True)
class Window:
    """The last day on which feedback may be asked for, and the words that say so."""

    until: date
    said: Passage


def window_for_asking(text: str, sent_on: date, offered: str = "") -> Window | None:
    """Return until when feedback may be asked for, as a mail tells it.

    Only a sentence that offers feedback sets a limit, or one near it that says when to
    ask. `offered` are the words known to offer it, in whatever wording.
    """
    said = list(_said_in(text[:_MOST_CHARACTERS]))
    offers = [_offers(one.quote, offered) for one in said]
    # What is known to offer it comes first: of other sentences some only seem to.
    for place in sorted(
        range(len(said)), key=lambda n: not _is_in(offered, said[n].quote)
    ):
        one = said[place]
        if not _is_about(place, said, offers):
            continue
        until = last_day_in(one.quote, sent_on)
        if until:
            return Window(until, one)
    return None


def _said_in(text: str) -> Iterator[Passage]:
    """Yield the sentences; "bis zum 4. Dezember" is parted nowhere."""
    start = None
    for one in sentences_of(text):
        start = one.start if start is None else start
        if _DAY_AT_END.search(text, max(start, one.end - _DAY_LONG), one.end):
            continue
        if one.end - start <= _LONGEST_SENTENCE:
            yield Passage(text[start : one.end], start, one.end)
        start = None


def _is_in(offered: str, said: str) -> bool:
    """Tell whether a sentence is what is known to offer it, or a part of that."""
    return bool(offered) and (said in offered or offered in said)


def _offers(said: str, offered: str) -> bool:
    """Tell whether a sentence offers feedback, or is part of what is known to."""
    if _is_in(offered, said):
        return True
    if any(any_of(n).search(said) for n in ("feedback_refused", "offer_none")):
        return False
    names = ("feedback_offered", "offer_worded")
    if _FEEDBACK.search(said) or any(any_of(n).search(said) for n in names):
        return True
    return offer_points(said) >= PLAIN_OFFER


def _is_about(place: int, said: Sequence[Passage], offers: Sequence[bool]) -> bool:
    quote = said[place].quote
    if _ANOTHER_MATTER.search(quote):
        return False
    if offers[place]:
        return True
    if _OTHER_THINGS.search(quote) or not _ASKS.search(quote):
        return False
    before = said[place - 1].quote if place else ""
    if _TELLS.search(f"{before} {quote}"):
        return True
    return any(offers[place + n] for n in _NEAR if 0 <= place + n < len(said))
