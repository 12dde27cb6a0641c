"""Finds what a no says about why, and the feedback that is given or offered."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onward.domain.mail.details.patterns.read import any_of, speaks_of
from onward.domain.mail.details.refusal.offers import offer_points
from onward.domain.mail.details.refusal.sayings import Saying, sayings_of
from onward.domain.mail.encoder.sense import senses_of
from onward.domain.mail.language import language_of
from onward.domain.mail.meaning.weights import Floats
from onward.domain.mail.meaning.words import (
    Sentence,
    is_parted_by_day,
    sentences_of,
)
from onward.domain.mail.verdict import Passage

# "Thank you, Anna" is no feedback.
_SAYS_SOMETHING = 7
# In log-odds; chosen on held-out mails of the sentences to build with.
_BARS = {Saying.REASON: -0.5, Saying.GIVEN: -0.3, Saying.OFFERED: -0.5}
# What stands beside feedback and may be some itself belongs to the same stretch.
_BESIDE, _STOCK = -1.0, 2.0
# What is worded as an offer is one unless its sentence is most unlikely to be.
_WORDED = -5.5
# Points for the wording of an offer count from here, and no further than so far.
_FEW_POINTS, _MOST_LIFT = 3.0, 2.0
# What only looks like an offer must be worded most plainly to be one.
_NO_OFFER = 4.0
# A number to ring may stand between an offer and until when it holds.
_NEAR, _OFFERS_TOO = 2, -2.0


@dataclass(frozen=True, slots=True)
class Said:
    """The sentences of a no below its subject, and what each is likely to say.

    `senses` are what the encoder makes of them; None where it was not asked.
    """

    text: str
    sentences: Sequence[Sentence]
    odds: dict[Saying, Floats]
    senses: Floats | None

    def best(self, saying: Saying) -> int | None:
        """Return the place of the sentence that says it, or None where none does."""
        odds = self.odds[saying]
        place = int(odds.argmax()) if len(odds) else 0
        return place if len(odds) and odds[place] >= _BARS[saying] else None

    def words(self, first: int, last: int) -> Passage:
        """Return the words from one sentence to another, verbatim."""
        start, end = self.sentences[first].start, self.sentences[last].end
        return passage(self.text, start, end)


def sentences_below(
    text: str, sentences: Sequence[Sentence] | None = None
) -> list[Sentence]:
    """Return the sentences that stand below the subject."""
    body = text.find("\n") + 1
    found = sentences_of(text) if sentences is None else sentences
    return [sentence for sentence in found if sentence.start >= body]


def said_in(
    text: str, sentences: Sequence[Sentence], *, in_haste: bool = False
) -> Said:
    """Return what the sentences of a no say; in haste their words alone decide."""
    below = sentences_below(text, sentences)
    quotes = [text[sentence.start : sentence.end] for sentence in below]
    language = language_of(" ".join(quotes))
    senses = None if in_haste else senses_of(quotes, language)
    odds = sayings_of(quotes, senses=senses, by_words_alone=in_haste)
    odds[Saying.OFFERED] += np.array([_moved(quote) for quote in quotes])
    odds[Saying.GIVEN] -= np.array([_STOCK * _is_stock(quote) for quote in quotes])
    odds[Saying.REASON] -= np.array([_STOCK * _only_says_no(q) for q in quotes])
    return Said(text, below, odds, senses)


def _moved(said: str) -> float:
    """Return how much likelier its wording makes a sentence an offer, in log-odds."""
    if _is_none(said):
        return -_NO_OFFER
    return min(max(offer_points(said) - _FEW_POINTS, 0.0), _MOST_LIFT)


def _is_none(said: str) -> bool:
    """Tell whether a sentence only looks like an offer, as one made to others."""
    return speaks_of("offer_none", said)


def _is_stock(said: str) -> bool:
    """Tell whether a sentence that speaks to the person says it to everybody."""
    if speaks_of("kind_words", said):
        return True
    is_praise = speaks_of("stock_praise", said)
    return is_praise and not speaks_of("feedback_given", said)


def _only_says_no(said: str) -> bool:
    """Tell whether a sentence says no, or that another was chosen, and not why."""
    if not speaks_of("only_a_no", said):
        return False
    return not speaks_of("tells_why", said)


def reason_in(said: Said) -> Passage | None:
    """Return the sentence that says why it ended."""
    place = said.best(Saying.REASON)
    return None if place is None else said.words(place, place)


def feedback_given_in(said: Said, *, is_known: bool = False) -> Passage | None:
    """Return the stretch that says something of this person's own showing.

    Where feedback is known to be the point of the mail, what speaks to the person is
    taken if no wording tells.
    """
    place = said.best(Saying.GIVEN)
    if place is None and is_known:
        places = range(len(said.sentences))
        place = next((n for n in places if _addresses(said.sentences[n])), None)
    if place is None:
        return None
    odds = said.odds[Saying.GIVEN]
    first = last = place
    while first and odds[first - 1] >= _BESIDE and _touch(said, first - 1):
        first -= 1
    while last + 1 < len(odds) and odds[last + 1] >= _BESIDE and _touch(said, last):
        last += 1
    return said.words(first, last)


def _touch(said: Said, place: int) -> bool:
    """Tell whether nothing but blanks lies between a sentence and the next."""
    end, start = said.sentences[place].end, said.sentences[place + 1].start
    return not said.text[end:start].strip()


def _addresses(sentence: Sentence) -> bool:
    """Tell whether a sentence says something to the person, and no mere courtesy."""
    said = set(sentence.words)
    spoken_to = bool(said & {"you", "your", "candidate", "candidates"})
    return spoken_to and len(sentence.words) >= _SAYS_SOMETHING and "?" not in said


def offer_in_no(said: Said) -> Passage | None:
    """Return the sentence of a no that offers feedback still to come."""
    place = said.best(Saying.OFFERED)
    if place is None:
        place = _worded_offer(said)
    if place is None:
        return None
    place = _offer_before(said, place)
    found = said.words(place, _last_of(said, place))
    return None if speaks_of("feedback_refused", found.quote) else found


def _last_of(said: Said, place: int) -> int:
    """Return the place where a sentence ends, which a day may part in two."""
    is_parted = is_parted_by_day(said.text, said.sentences[place])
    return place + (is_parted and place + 1 < len(said.sentences))


def _offer_before(said: Said, place: int) -> int:
    """Return the place of what is offered, where a sentence says when to ask for it."""
    one, odds = said.sentences[place], said.odds[Saying.OFFERED]
    if not any_of("offer_until").search(said.text, one.start, one.end):
        return place
    near = range(max(0, place - _NEAR), place)
    return next((n for n in near if odds[n] >= _OFFERS_TOO), place)


def _worded_offer(said: Said) -> int | None:
    """Return the place of the likeliest sentence worded as an offer, if any is."""
    odds, sentences = said.odds[Saying.OFFERED], said.sentences
    worded = [
        place
        for place, one in enumerate(sentences)
        if odds[place] >= _WORDED
        and any_of("offer_worded").search(
            said.text, one.start, sentences[_last_of(said, place)].end
        )
    ]
    return max(worded, key=lambda place: odds[place], default=None)


def feedback_offered_in(text: str) -> Passage | None:
    """Return the first sentence of any other mail that offers feedback to come."""
    body = text.find("\n") + 1
    if not speaks_of("feedback_offered", text[body:]):
        return None  # as most mail: looking at each sentence takes longer
    for sentence in sentences_below(text):
        if _offers(text[sentence.start : sentence.end]):
            return passage(text, sentence.start, sentence.end)
    return None


def _offers(said: str) -> bool:
    is_offer = speaks_of("feedback_offered", said)
    return is_offer and not speaks_of("feedback_refused", said)


def passage(text: str, start: int, end: int) -> Passage:
    """Return words of the text, verbatim."""
    return Passage(text[start:end], start, end)
