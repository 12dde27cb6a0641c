"""From probabilities to a verdict that a person can check."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from onward.domain.mail.meaning.scores import Letter, Scores
from onward.domain.mail.meaning.weights import MEANINGS, Floats
from onward.domain.mail.meaning.words import Sentence, is_parted_by_day
from onward.domain.mail.verdict import Evidence, Meaning, Verdict

# Above these about 95 in 100 held-out letters were right (docs/measurements.md); higher
# ones would ask about more than the third they ask about now. A no or an offer that was
# none costs more than a question.
SURE, SURE_OF_AN_END = 0.8, 0.9
# A mailbox holds far more ordinary mail than the letters learned from: below this
# chance of being about the search a mail is ordinary, and asked about. What the encoder
# alone takes for job mail needs more: of such mail in another's voice it knows least.
ABOUT_SEARCH, ABOUT_SEARCH_DOUBTED = 0.7, 0.8
# Of held-out real mail what was called a no below this was mostly none; it is asked
# about whatever it is called.
_LIKELY_NO = 0.55
# A sentence below this share of the strongest one moved nothing worth showing.
_WORTH_SHOWING = 0.35
_LEAST_STRENGTH = 0.5
_MOST_QUOTES = 3
_ORDINARY = MEANINGS.index(Meaning.NOT_JOB_RELATED)
_A_NO = MEANINGS.index(Meaning.REJECTION)
_OWN = MEANINGS.index(Meaning.FOLLOW_UP)
_OTHER = MEANINGS.index(Meaning.OTHER)
_SEARCH = [n for n in range(len(MEANINGS)) if n not in {_ORDINARY, _OWN}]
_HARDLY = 1e-6


def verdict_of(scores: Scores, text: str, chances: Floats | None = None) -> Verdict:
    """Return the likeliest meaning, or ordinary, with the sentences that moved it."""
    likely = said_in_words(scores, text) if chances is None else chances
    doubted = scores.is_doubted and chances is None
    meaning, confidence = meaning_in(likely, is_doubted=doubted)
    return Verdict(
        meaning=meaning,
        confidence=confidence,
        needs_asking=is_unsure(meaning, confidence),
        evidence=evidence_for(meaning, scores, text),
    )


def is_unsure(meaning: Meaning, confidence: float) -> bool:
    """Tell whether a meaning as likely as this is one to ask about."""
    ends = meaning in {Meaning.REJECTION, Meaning.OFFER}
    return confidence < (SURE_OF_AN_END if ends else SURE)


def said_in_words(scores: Scores, text: str) -> Floats:
    """Return the chances, without a no that a subject alone does not say.

    The bare titles of posts are near to the subjects of refusals of them.
    """
    if int(scores.chances.argmax()) != _A_NO or not Letter(text).is_bare:
        return scores.chances
    strengths = _strengths(Meaning.REJECTION, scores)
    if len(strengths) and float(strengths.max()) >= _LEAST_STRENGTH:
        return scores.chances
    chances = scores.chances.copy()
    chances[_A_NO] = 0
    return chances


def meaning_in(chances: Floats, *, is_doubted: bool = False) -> tuple[Meaning, float]:
    """Return what a message is taken to mean, and how likely that is."""
    least = ABOUT_SEARCH_DOUBTED if is_doubted else ABOUT_SEARCH
    ordinary = float(chances[_ORDINARY]) > 1 - least
    place = _ORDINARY if ordinary else _likeliest(chances)
    return MEANINGS[place], round(float(chances[place]), 4)


def _likeliest(chances: Floats) -> int:
    """Return the place of the likeliest meaning; a no must be likelier than not."""
    first, second = (int(place) for place in np.argsort(-chances, kind="stable")[:2])
    is_doubtful = first == _A_NO and chances[first] < _LIKELY_NO
    return second if is_doubtful else first


def evidence_for(meaning: Meaning, scores: Scores, text: str) -> tuple[Evidence, ...]:
    """Return up to three sentences that speak for a meaning, in the text's order."""
    strengths = _strengths(meaning, scores)
    if not len(strengths) or not text.strip():
        return ()
    best = float(strengths.max())
    places = np.argsort(-strengths, kind="stable")[:_MOST_QUOTES]
    kept = [places[0], *(p for p in places[1:] if strengths[p] > _bar(best))]
    quoted = [
        _quoted(meaning, scores, int(place), float(strengths[place]), text)
        for place in sorted(kept)
    ]
    # Two parts of one sentence are shown once, with what the stronger weighs.
    by_weight = sorted(quoted, key=lambda one: one.weight)
    shown = {one.start: one for one in by_weight}
    return tuple(sorted(shown.values(), key=lambda one: one.start))


def _bar(best: float) -> float:
    return max(_LEAST_STRENGTH, best * _WORTH_SHOWING)


def _strengths(meaning: Meaning, scores: Scores) -> Floats:
    """Add what the model and the phrase rules say about each sentence."""
    strengths = scores.moved[:, MEANINGS.index(meaning)].copy()
    places = {sentence.start: n for n, sentence in enumerate(scores.sentences)}
    for spoken in scores.spoken:
        if spoken.phrase.meaning is meaning:
            strengths[places[spoken.start]] += spoken.phrase.weight
    return strengths


def _quoted(
    meaning: Meaning, scores: Scores, place: int, strength: float, text: str
) -> Evidence:
    start, end = _whole(scores.sentences, place, text)
    return Evidence(
        quote=text[start:end],
        meaning=meaning,
        start=start,
        end=end,
        weight=round(strength, 2),
    )


def _whole(sentences: Sequence[Sentence], place: int, text: str) -> tuple[int, int]:
    """Return where a sentence stands with the part that a day has cut off."""
    first = last = place
    while first and is_parted_by_day(text, sentences[first - 1]):
        first -= 1
    while last + 1 < len(sentences) and is_parted_by_day(text, sentences[last]):
        last += 1
    return sentences[first].start, sentences[last].end


def outgoing(scores: Scores) -> Floats:
    """Return the chances of what the person wrote: about their search or not."""
    chances = np.zeros_like(scores.chances)
    chances[_ORDINARY] = scores.chances[_ORDINARY]
    chances[MEANINGS.index(Meaning.FOLLOW_UP)] = 1 - scores.chances[_ORDINARY]
    return chances


def incoming(scores: Scores) -> Scores:
    """Return what somebody else says: that is no letter of the person's own.

    What looked like one is about the search all the same: half of it counts for the
    other meanings as they stand, half for none of them, so that it is asked about.
    """
    chances = scores.chances.copy()
    own, chances[_OWN] = float(chances[_OWN]), 0
    rest = float(chances[_SEARCH].sum())
    chances[_SEARCH] *= 1 + own / 2 / max(rest, _HARDLY)
    chances[_OTHER] += own / 2
    return replace(scores, chances=chances / float(chances.sum()))


def about_search(scores: Scores) -> Scores:
    """Return what a message says, given that it is about the search."""
    chances = scores.chances.copy()
    chances[_ORDINARY] = 0
    return replace(scores, chances=chances / max(float(chances.sum()), 1e-6))


def chance_of(scores: Scores) -> float:
    """Return how likely a message is about the search, whatever it then says."""
    return round(1 - float(scores.chances[_ORDINARY]), 4)


def certain(meaning: Meaning, evidence: Iterable[Evidence]) -> Verdict:
    """Return what the person said of a look-alike: nothing to ask."""
    return Verdict(meaning, 1.0, needs_asking=False, evidence=tuple(evidence))
