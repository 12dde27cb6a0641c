"""From probabilities to a verdict that a person can check."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from onward.domain.mail.meaning import Scores
from onward.domain.mail.meaning_weights import MEANINGS, Floats
from onward.domain.mail.verdict import Evidence, Meaning, Verdict

# Above this, 92 to 96 in 100 held-out letters were right (docs/measurements.md); a
# higher one would ask about more than the third it asks about now.
SURE = 0.85
# A sentence below this share of the strongest one moved nothing worth showing.
_WORTH_SHOWING = 0.35
_MOST_QUOTES = 3


def verdict_of(scores: Scores, text: str, chances: Floats | None = None) -> Verdict:
    """Return the likeliest meaning with the sentences that moved it."""
    likely = scores.chances if chances is None else chances
    meaning = MEANINGS[int(likely.argmax())]
    confidence = round(float(likely.max()), 4)
    return Verdict(
        meaning=meaning,
        confidence=confidence,
        needs_asking=confidence < SURE,
        evidence=evidence_for(meaning, scores, text),
    )


def evidence_for(meaning: Meaning, scores: Scores, text: str) -> tuple[Evidence, ...]:
    """Return up to three sentences that speak for a meaning, in the text's order."""
    strengths = _strengths(meaning, scores)
    if not len(strengths) or not text.strip():
        return ()
    best = float(strengths.max())
    places = np.argsort(-strengths, kind="stable")[:_MOST_QUOTES]
    kept = [places[0], *(p for p in places[1:] if strengths[p] > _bar(best))]
    return tuple(
        _quoted(meaning, scores, int(place), float(strengths[place]), text)
        for place in sorted(kept)
    )


def _bar(best: float) -> float:
    return max(0.5, best * _WORTH_SHOWING)


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
    sentence = scores.sentences[place]
    return Evidence(
        quote=text[sentence.start : sentence.end],
        meaning=meaning,
        start=sentence.start,
        end=sentence.end,
        weight=round(strength, 2),
    )


def outgoing(scores: Scores) -> Floats:
    """Return the chances of what the person wrote: about their search or not."""
    ordinary = MEANINGS.index(Meaning.NOT_JOB_RELATED)
    chances = np.zeros_like(scores.chances)
    chances[ordinary] = scores.chances[ordinary]
    chances[MEANINGS.index(Meaning.FOLLOW_UP)] = 1 - scores.chances[ordinary]
    return chances


def about_search(scores: Scores) -> Scores:
    """Return what a message says, given that it is about the search."""
    chances = scores.chances.copy()
    chances[MEANINGS.index(Meaning.NOT_JOB_RELATED)] = 0
    return replace(scores, chances=chances / max(float(chances.sum()), 1e-6))


def chance_of(scores: Scores) -> float:
    """Return how likely a message is about the search, whatever it then says."""
    return round(1 - float(scores.chances[MEANINGS.index(Meaning.NOT_JOB_RELATED)]), 4)


def certain(meaning: Meaning, evidence: Iterable[Evidence]) -> Verdict:
    """Return what the person said of a look-alike: nothing to ask."""
    return Verdict(meaning, 1.0, needs_asking=False, evidence=tuple(evidence))
