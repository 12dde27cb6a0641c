"""Tells how far an application had come when it ended, by what a no tells.

Wordings of stages, and of a step that is refused, are read by rule. An English or
German letter is read as a whole, too: by a linear model over its words, the rules'
findings and what the encoder makes of its sentences, trained by `tools.train_stages` on
noes noted by hand.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from onward.domain.mail.details.patterns.read import any_of, speaks_of
from onward.domain.mail.details.refusal.weights import TermWeights, weights_in
from onward.domain.mail.encoder.weights import shipped_in
from onward.domain.mail.language import Language, language_of
from onward.domain.mail.meaning.scores import softmax
from onward.domain.mail.meaning.weights import Floats
from onward.domain.mail.meaning.words import Sentence, terms_of

STAGES = ("", "application", "screen", "first", "later", "final", "offer")
# Where a test is spoken of, what only somebody who came is told decides.
_BY_REACH = (
    *(("offer", "stage_offer"), ("final", "stage_final"), ("later", "stage_later")),
    *(("screen", "stage_sat"), ("first", "stage_came"), ("screen", "stage_screen")),
    ("first", "stage_first"),
)
_BY_REFUSAL = (
    *(("later", "stage_refused_third"), ("first", "stage_refused_later")),
    ("application", "stage_refused_first"),
)
_NAMED = (
    *("stage_offer", "stage_final", "stage_later", "stage_came", "stage_screen"),
    *(
        "stage_sat",
        "stage_task",
        "stage_first",
        "stage_application",
        "stage_refused_later",
        "stage_refused_first",
    ),
)
# A stock no without a sign of a talk ended on the papers more often than not, and what
# sounds like an offer taken back is rare. They are told only where that is plain;
# German noes held out were told better without the first.
_BARS: Mapping[Language, Mapping[str, float]] = {
    "en": {"application": 0.6, "offer": 0.5},
    "de": {"offer": 0.5},
}
# Of the few noes that come so late the wordings tell more than the letter as a whole.
_SURE = frozenset({"later", "final", "offer"})
# A wording gives way only where the letter as a whole speaks of one of these:
# "interviewed" is said of others, too, and "test" of one that was part of a talk.
_GIVES_WAY = {
    "first": frozenset({"application"}),
    "screen": frozenset({"first"}),
    "application": frozenset({"screen", "first"}),
}
TAUGHT = frozenset(_BARS)
# How much both count; chosen on held-out letters.
_BY_TERMS, _READ, _TINY = 0.8, 0.8, 1e-6
_REFUSED = "refused"
_MET = frozenset({"stage_came", "stage_first"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A letter, its sentences that refuse a stage, and what is left of it.

    Left out are they, and what speaks of a step yet to come.
    """

    text: str
    reached: str
    refused: str


def stage_of(
    text: str,
    sentences: Sequence[Sentence],
    senses: Floats | None = None,
    read: Floats | None = None,
) -> str:
    """Return how far the application had come, empty where the mail does not tell.

    `senses` are those of the sentences below the subject, `read` the chances by a close
    reading; without them words decide.
    """
    told = _told_in(text, sentences)
    ruled = _ruled(told)
    language = language_of(text)
    if language not in TAUGHT or ruled in _SURE or (ruled and told.refused):
        return ruled
    weights = shipped_stages(language)
    chances = chances_of_stages(_terms(sentences, told, ruled), senses, weights)
    if read is not None:
        chances = both(chances, read)
    best = STAGES[int(chances.argmax())]
    if ruled:
        return best if best in _GIVES_WAY[ruled] else ruled
    return best if chances.max() >= _BARS[language].get(best, 0) else ""


@cache
def shipped_stages(language: Language) -> TermWeights:
    """Return the weights inside the package, read on first use."""
    return weights_in(shipped_in(language), "stages")


def chances_of_stages(
    terms: Sequence[str], senses: Floats | None, weights: TermWeights
) -> Floats:
    """Return the chance of each of `STAGES`."""
    odds = weights.by_words(terms)
    if senses is not None and len(senses):
        odds = odds + weights.by_sense(senses.mean(axis=0))
    chances: Floats = softmax(odds[None, :])[0]
    return chances


def both(by_terms: Floats, read: Floats) -> Floats:
    """Return the chances by the letter's terms and by a close reading as one."""
    odds = _BY_TERMS * np.log(by_terms + _TINY) + _READ * np.log(read + _TINY)
    mixed: Floats = softmax(odds[None, :])[0]
    return mixed


def terms_told(text: str, sentences: Sequence[Sentence], ruled: str) -> list[str]:
    """Return what the model counts of a letter."""
    return _terms(sentences, _told_in(text, sentences), ruled)


def _terms(sentences: Sequence[Sentence], told: _Told, ruled: str) -> list[str]:
    terms = {term for one in sentences for term in terms_of(one.words)}
    return sorted(terms | set(_signs(told, ruled)))


def _signs(told: _Told, ruled: str) -> Iterator[str]:
    """Yield what the rules find: named as reached, or as refused."""
    yield f"S:{ruled}"
    reached = {name for name in _NAMED if speaks_of(name, told.reached)}
    yield from (f"P:{name}" for name in reached)
    if "stage_task" in reached and reached & _MET:
        yield "P:task and talk"
    if told.refused:
        named = (name for name in _NAMED if speaks_of(name, told.refused))
        yield from (f"R:{name}" for name in named)
        yield _REFUSED


def stage_by_wording(text: str, sentences: Sequence[Sentence] = ()) -> str:
    """Return how far the application had come, by the furthest stage spoken of.

    A stage that a sentence refuses was not reached; the one before it was.
    """
    return _ruled(_told_in(text, sentences))


def _ruled(told: _Told) -> str:
    for stage, name in _BY_REACH:
        if speaks_of(name, told.reached):
            return stage
    return _before(told.refused) or (
        "application" if speaks_of("stage_application", told.text) else ""
    )


def _told_in(text: str, sentences: Sequence[Sentence]) -> _Told:
    refused = [one for one in sentences if _refuses(text[one.start : one.end])]
    said = " ".join(text[one.start : one.end] for one in refused)
    planned = [one for one in sentences if _plans(text[one.start : one.end])]
    not_done = sorted({*refused, *planned}, key=lambda one: one.start)
    return _Told(text, _without(text, not_done), said)


def _plans(said: str) -> bool:
    return speaks_of("stage_planned", said)


def _refuses(said: str) -> bool:
    """Tell whether a sentence says no, to a step on, by the name of a stage."""
    start = 0
    for name in ("stage_refused", "stage_entered", "stage_named"):
        found = any_of(name).search(said, start)
        if found is None:
            return False
        start = found.start() if name == "stage_entered" else found.end()
    return True


def _without(text: str, sentences: Sequence[Sentence]) -> str:
    start, kept = 0, []
    for one in sentences:
        kept.append(text[start : one.start])
        start = one.end
    return "\n".join([*kept, text[start:]])


def _before(refused: str) -> str:
    """Return the stage that a refusal of a later one tells."""
    named = (stage for stage, name in _BY_REFUSAL if speaks_of(name, refused))
    return next(named, "")
