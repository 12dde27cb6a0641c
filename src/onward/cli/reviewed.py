"""What is told of one reviewed answer, spoken or typed, as JSON or in lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onward.domain.interview.answers.reading import review_answer
from onward.domain.interview.answers.review import Around, Band, Place, Review
from onward.domain.speech.fillers import is_filler
from onward.domain.speech.heard import Heard
from onward.domain.speech.measuring import measured
from onward.domain.speech.spoken import Spoken
from onward.domain.speech.written import Written, written

Shape = dict[str, Any]
_WORDS = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An answer with its review; `spoken` and `words` only where it was recorded."""

    text: str
    review: Review
    spoken: Spoken | None = None
    words: Written | None = None

    def place(self, start: int, end: int) -> tuple[float, float]:
        """Return seconds in a recording, or else places in the text."""
        if self.words is None:
            return start, end
        first, last = self.words.seconds(start, end)
        return round(first, 2), round(last, 2)


def typed(question: str, text: str) -> Reviewed:
    """Review an answer that was written."""
    return Reviewed(text, review_answer(question, text))


def spoken(question: str, heard: Heard) -> Reviewed:
    """Review an answer that was recorded."""
    measures, words = measured(heard), written(heard.words)
    around = Around(seconds=measures.speech_seconds)
    review = review_answer(question, words.text, around, language=heard.language)
    return Reviewed(words.text, review, measures, words)


def as_json(told: Reviewed) -> Shape:
    """Return the shape that programs read.

    Places are seconds of a recording, and characters of a typed text.
    """
    review = told.review
    return {
        **(_said(told.spoken) if told.spoken else _typed(told)),
        "parts": [
            {"part": part.part.value, **_placed(told, part.place)}
            for part in review.parts
        ],
        "bands": {each.side.value: each.band.value for each in review.bands},
        "keep": review.keep.said if review.keep else None,
        "try": review.attempt.said if review.attempt else None,
    }


def _said(spoken: Spoken) -> Shape:
    rate = spoken.words_per_minute
    return {
        "duration": round(spoken.duration_seconds, 2),
        "language": spoken.language,
        "words": [_timed(each) for each in spoken.words],
        "fillers": [{**_timed(each), "sure": each.sure} for each in spoken.fillers],
        "pauses": [
            {"start": round(each.start, 2), "end": round(each.end, 2)}
            for each in spoken.pauses
        ],
        "wpm": round(rate, 1) if rate is not None else None,
    }


def _timed(each: Any) -> Shape:
    start, end = round(each.start, 2), round(each.end, 2)
    return {"text": each.text, "start": start, "end": end}


def _typed(told: Reviewed) -> Shape:
    language = told.review.language
    words: list[Shape] = []
    fillers: list[Shape] = []
    for each in _WORDS.finditer(told.text):
        if is_filler(each[0], language):
            fillers.append({**_piece(each), "sure": True})
        else:
            words.append(_piece(each))
    return {
        "duration": None,
        "language": language,
        "words": words,
        "fillers": fillers,
        "pauses": [],
        "wpm": None,
    }


def _piece(match: re.Match[str]) -> Shape:
    return {"text": match[0], "start": match.start(), "end": match.end()}


def _placed(told: Reviewed, place: Place) -> Shape:
    start, end = told.place(place.start, place.end)
    return {"start": start, "end": end, "quote": place.quote}


def in_lines(told: Reviewed) -> Iterator[str]:
    """Yield what a person reads in a terminal: content first, then how it was said."""
    review = told.review
    if review.keep:
        yield f"Keep: {review.keep.said}"
    if review.attempt:
        yield f"Try:  {review.attempt.said}"
    yield ""
    for each in review.bands:
        if each.band is not Band.NOT_ASKED:
            yield f"{each.side.value:<10} {each.band.value:<11} {each.anchor}"
    if told.spoken:
        yield ""
        yield from _how_it_was_said(told.spoken)


def _how_it_was_said(spoken: Spoken) -> Iterator[str]:
    yield f"It took {spoken.duration_seconds:.0f} seconds."
    if spoken.words_per_minute is not None:
        yield f"About {spoken.words_per_minute:.0f} words a minute."
    sure = sum(filler.sure for filler in spoken.fillers)
    maybe = len(spoken.fillers) - sure
    yield f"About {sure} fillers, and maybe {maybe} more."
    longest = max((pause.seconds for pause in spoken.pauses), default=0.0)
    yield f"{len(spoken.pauses)} pauses, the longest {longest:.1f} seconds."
