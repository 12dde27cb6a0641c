"""Cuts running speech into chunks at silences: work is done while one speaks."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from onward.adapters.voice_activity import silero

Floats = npt.NDArray[np.float32]

RATE = silero.RATE
# The recogniser pays for thirty seconds whatever it gets: shorter chunks cost more in
# all, longer ones leave more to do when the answer ends.
SHORTEST, LONGEST = 10.0, 16.0
_SILENT, _BREAK_SECONDS = 0.3, 0.3
# After so much silence an answer may be over.
_HUSH_SECONDS = 0.6


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of the recording, with where it starts in it, in seconds.

    `spoken_until` counts from its own start, and is 0 where nobody speaks.
    """

    start: float
    samples: Floats
    spoken_until: float

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.samples) / RATE


@dataclass(slots=True)
class Cutter:
    """Takes samples as they come and gives chunks once they are whole."""

    samples: list[Floats] = field(default_factory=list)
    _memory: silero.Memory = field(default_factory=silero.nothing_heard)
    _chances: list[float] = field(default_factory=list)
    _waiting: Floats = field(default_factory=lambda: np.zeros(0, np.float32))
    start: float = 0.0
    _loudest: float = 0.05

    def take(self, samples: Floats) -> list[Chunk]:
        """Take the next samples and return the chunks that are whole with them."""
        self.samples.append(samples)
        self._waiting = np.concatenate([self._waiting, samples])
        if len(samples):
            self._loudest = max(self._loudest, float(np.abs(samples).max()))
        heard = silero.chances(samples / self._loudest, self._memory)
        self._chances.extend(heard.tolist())
        found = []
        whole = _frames(SHORTEST), _frames(LONGEST)
        while (cut := self._cut(*whole)) is not None:
            found.append(self._chunk(cut))
        return found

    def rest(self) -> list[Chunk]:
        """Return what is left when the recording ends."""
        return [self._chunk(len(self._chances))] if len(self._waiting) else []

    def all_samples(self) -> Floats:
        """Return the whole recording."""
        empty = np.zeros(0, np.float32)
        return np.concatenate(self.samples) if self.samples else empty

    def waiting(self, since: float = 0.0, until: float | None = None) -> Chunk:
        """Return what is in no chunk yet, or a stretch of it."""
        first = _frames(since)
        last = len(self._chances) if until is None else _frames(until)
        after = None if until is None else last * silero.FRAME
        samples = self._waiting[first * silero.FRAME : after]
        return Chunk(self.start + since, samples, self._spoken_until(last, first))

    def break_between(self, shortest: float, longest: float) -> float | None:
        """Return where what is in no chunk yet can be cut, if it can be already."""
        cut = self._cut(_frames(shortest), _frames(longest))
        return None if cut is None else cut * silero.FRAME_SECONDS

    def fallen_silent(self) -> Chunk | None:
        """Return what is in no chunk yet if somebody spoke and stopped, else None."""
        hush = _frames(_HUSH_SECONDS)
        until = self._spoken_until(len(self._chances))
        last = round(until / silero.FRAME_SECONDS)
        if last == 0 or len(self._chances) - last < hush:
            return None
        size = (last + hush) * silero.FRAME
        return Chunk(self.start, self._waiting[:size], until)

    def _cut(self, shortest: int, longest: int) -> int | None:
        """Return after how many frames to cut: in a silence, or where there must be."""
        count = len(self._chances)
        if count < shortest:
            return None
        silent = 0
        for number in range(shortest, min(count, longest)):
            silent = silent + 1 if self._chances[number] < _SILENT else 0
            if silent >= _frames(_BREAK_SECONDS):
                return number - silent // 2
        if count < longest:
            return None
        return shortest + int(np.argmin(self._chances[shortest:longest]))

    def _chunk(self, frames: int) -> Chunk:
        size = min(len(self._waiting), frames * silero.FRAME)
        if frames >= len(self._chances):
            size = len(self._waiting)
        chunk = Chunk(self.start, self._waiting[:size], self._spoken_until(frames))
        self._waiting = self._waiting[size:]
        self._chances = self._chances[frames:]
        self.start += size / RATE
        return chunk

    def _spoken_until(self, frames: int, first: int = 0) -> float:
        chances = self._chances[first:frames]
        spoken = [n for n, c in enumerate(chances) if c >= _SILENT]
        return (spoken[-1] + 1) * silero.FRAME_SECONDS if spoken else 0.0


def _frames(seconds: float) -> int:
    return round(seconds / silero.FRAME_SECONDS)
