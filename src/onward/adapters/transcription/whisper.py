"""Whisper through CTranslate2: one stretch of sound in, words with times out.

Neither a decoder of media files nor a client of a model hub stands in between, so
neither has to be installed: sound comes as numbers, weights as a folder.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onward.adapters.transcription.mel import FRAMES, log_mel
from onward.adapters.transcription.tokens import Tokens
from onward.domain.speech.heard import Word

Floats = npt.NDArray[np.float32]

RATE = 16_000
_STEP = 0.02  # seconds, the grid of its times
# A prompt made of fillers makes it write them down; it spoils words, so only fillers
# are taken from that pass.
_FILLER_PROMPT = (
    " Um, uh, er, I mean, like, you know, uh, hmm, um, so, er, yeah, um, I, I think."
)
_SURE_OF_SILENCE, _DOUBTFUL = 0.6, -1.0
# Stammering can make it repeat itself without end; these three stop that.
_NO_SAME_ROW, _TOKENS_A_SECOND, _TOKENS = 4, 7, 20
_LATER_TRY, _SEED = 0.4, 1
# Words are looked for five ways at once, which mends a few for little more work.
_WIDE = 5
_REPETITIVE = 2.4
# The end of the last word cannot be seen; it lasts no longer than this.
_LAST_WORD = 1.0
_FRAMES_A_SECOND = 100
_PUNCTUATION = re.compile(r"^\W+$")


@dataclass(frozen=True, slots=True)
class Decoded:
    """What one pass wrote down."""

    numbers: tuple[int, ...]
    doubt: float
    silence: float


class Whisper:
    """The weights of one model, loaded."""

    def __init__(self, folder: Path, *, threads: int = 2) -> None:
        import ctranslate2  # noqa: PLC0415 - only where recognition is installed

        self._library: Any = ctranslate2
        self._model = ctranslate2.models.Whisper(
            str(folder), device="cpu", compute_type="int8", intra_threads=threads
        )
        self._tokens = Tokens(folder / "vocabulary.txt")
        self._prompt = [
            self._tokens.number("<|startofprev|>"),
            *self._tokens.written(_FILLER_PROMPT),
        ]

    def seen(self, samples: Floats) -> Any:
        """Return what the model sees of at most thirty seconds; costs the most."""
        return self._encoded(log_mel(samples))

    def glimpsed(self, samples: Floats) -> Any:
        """Return what it sees at a glimpse: enough for fillers and first guesses."""
        return self._encoded(log_mel(samples, is_glimpse=True))

    def _encoded(self, bands: Floats) -> Any:
        features = self._library.StorageView.from_array(bands[None])
        return self._model.encode(features)

    def quickly(self, seen: Any, seconds: float, language: str) -> str:
        """Return a first guess at the words, without their times."""
        start = self._tokens.start(language)
        guess = self._once(seen, start, seconds, 1, 0.0)
        if guess.silence > _SURE_OF_SILENCE or self._repeats(guess):
            return ""
        return self._tokens.text(n for n in guess.numbers if n < self._tokens.end)

    def language(self, seen: Any) -> str:
        """Return the likeliest language, as two or three letters."""
        name, _ = self._model.detect_language(seen)[0][0]
        return str(name).strip("<|>")

    def words(self, seen: Any, seconds: float, language: str) -> tuple[Word, ...]:
        """Return the words as said, without most fillers."""
        return self._read(seen, seconds, language, (), beam=_WIDE)

    def with_fillers(
        self, seen: Any, seconds: float, language: str
    ) -> tuple[Word, ...]:
        """Return words of a second pass that also writes fillers down."""
        return self._read(seen, seconds, language, self._prompt, beam=1)

    def _read(
        self,
        seen: Any,
        seconds: float,
        language: str,
        prompt: Sequence[int],
        *,
        beam: int,
    ) -> tuple[Word, ...]:
        start = self._tokens.start(language)
        decoded = self._decoded(seen, [*prompt, *start], seconds, beam)
        if decoded.silence > _SURE_OF_SILENCE and decoded.doubt < _DOUBTFUL:
            return ()
        plain = [n for n in decoded.numbers if n < self._tokens.end]
        return self._placed(seen, start, plain, seconds) if plain else ()

    def _decoded(
        self, seen: Any, start: Sequence[int], seconds: float, beam: int
    ) -> Decoded:
        first = self._once(seen, start, seconds, beam, 0.0)
        if first.doubt > _DOUBTFUL and not self._repeats(first):
            return first
        again = self._once(seen, start, seconds, 1, _LATER_TRY)
        return max(first, again, key=lambda each: (not self._repeats(each), each.doubt))

    def _once(
        self, seen: Any, start: Sequence[int], seconds: float, beam: int, heat: float
    ) -> Decoded:
        # The second try draws by lot; the same sound must give the same words.
        self._library.set_random_seed(_SEED)
        result = self._model.generate(
            seen,
            [list(start)],
            beam_size=beam,
            no_repeat_ngram_size=_NO_SAME_ROW,
            max_length=min(448, len(start) + _TOKENS + int(_TOKENS_A_SECOND * seconds)),
            sampling_temperature=heat or 1.0,
            sampling_topk=0 if heat else 1,
            return_scores=True,
            return_no_speech_prob=True,
        )[0]
        numbers = tuple(result.sequences_ids[0])
        return Decoded(numbers, result.scores[0], result.no_speech_prob)

    def _repeats(self, decoded: Decoded) -> bool:
        import zlib  # noqa: PLC0415 - rarely needed

        text = self._tokens.text(decoded.numbers).encode()
        return bool(text) and len(text) / len(zlib.compress(text)) > _REPETITIVE

    def _placed(
        self, seen: Any, start: list[int], plain: list[int], seconds: float
    ) -> tuple[Word, ...]:
        """Return the words with the times at which the model looked at each."""
        frames = min(FRAMES, max(2, int(seconds * _FRAMES_A_SECOND)))
        found = self._model.align(seen, start, [plain], frames)[0]
        first_time: dict[int, int] = {}
        for token, time in found.alignments:
            first_time.setdefault(token, time)
        words, place = [], 0
        for group in self._tokens.words(plain):
            after = place + len(group)
            likely = float(np.mean(found.text_token_probs[place:after] or [0.0]))
            begins = first_time.get(place, 0) * _STEP
            ends = first_time.get(after, frames // 2) * _STEP
            if after >= len(plain):
                ends = min(ends, begins + _LAST_WORD)
            words.append(Word(self._tokens.text(group).strip(), begins, ends, likely))
            place = after
        return _together(words)


def _together(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words, each with the punctuation that follows it."""
    found: list[Word] = []
    for word in words:
        if not word.text:
            continue
        if found and _PUNCTUATION.match(word.text):
            last = found[-1]
            joined = last.text + word.text
            found[-1] = Word(joined, last.start, last.end, last.likely)
        else:
            found.append(word)
    return tuple(found)
