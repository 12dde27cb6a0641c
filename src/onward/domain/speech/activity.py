"""From the chance of speech to stretches of speech, with their edges set right."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onward.domain.speech.edges import edges_in_noise
from onward.domain.speech.heard import Stretch
from onward.domain.speech.level import STEP_SECONDS, levels

Floats = npt.NDArray[np.float32]

# Measured on spontaneous speech, with the sound brought to full scale.
BEGINS, ENDS = 0.4, 0.25
_SHORTEST_SPEECH, _SHORTEST_SILENCE = 0.1, 0.15
# Edges are set by the level alone where speech stands this far above the noise; else a
# voice sinks into the noise before it ends. Further down the level tells nothing.
_CLEAN_DB, _AUDIBLE_DB = 40.0, 18.0
_ABOVE_NOISE, _LEAST_DB = 0.3, 6.0
_LOOK = 0.3  # seconds to either side of an edge


def normalised(samples: Floats) -> Floats:
    """Return the sound brought to full scale."""
    peak = float(np.abs(samples).max()) if len(samples) else 0.0
    return samples / peak if peak > 0 else samples


def stretches_of(chances: Floats, frame_seconds: float) -> tuple[Stretch, ...]:
    """Return the stretches of speech; one begins above a chance, ends below one."""
    found: list[Stretch] = []
    start: float | None = None
    for number, chance in enumerate(chances):
        now = number * frame_seconds
        if start is None and chance >= BEGINS:
            start = now
        elif start is not None and chance < ENDS:
            found.append(Stretch(start, now))
            start = None
    if start is not None:
        found.append(Stretch(start, len(chances) * frame_seconds))
    return _joined(found)


def _joined(found: list[Stretch]) -> tuple[Stretch, ...]:
    """Return the stretches without gaps and specks too short to mean anything."""
    joined: list[Stretch] = []
    for one in found:
        if joined and one.start - joined[-1].end < _SHORTEST_SILENCE:
            joined[-1] = Stretch(joined[-1].start, one.end)
        else:
            joined.append(one)
    return tuple(s for s in joined if s.end - s.start >= _SHORTEST_SPEECH)


def with_edges(speech: tuple[Stretch, ...], samples: Floats) -> tuple[Stretch, ...]:
    """Return the stretches with edges where speech really begins and ends."""
    level = levels(samples)
    heard = _heard(speech, level)
    above = heard.voice - heard.noise if heard else 0.0
    if heard is None or above < _AUDIBLE_DB:
        return _joined(list(edges_in_noise(speech, samples)))
    threshold = heard.noise + max(_LEAST_DB, _ABOVE_NOISE * above)
    by_level = _by_level(speech, level > threshold)
    if above >= _CLEAN_DB or len(speech) == 1:
        return _joined(by_level)
    found = list(edges_in_noise(speech, samples))
    found[0] = Stretch(by_level[0].start, found[0].end)
    found[-1] = Stretch(found[-1].start, by_level[-1].end)
    return _joined(found)


@dataclass(frozen=True, slots=True)
class _Loud:
    """How loud it is between the words and in them."""

    noise: float
    voice: float


def _heard(speech: tuple[Stretch, ...], level: Floats) -> _Loud | None:
    spoken = np.zeros(len(level), np.bool_)
    for one in speech:
        spoken[int(one.start / STEP_SECONDS) : int(one.end / STEP_SECONDS)] = True
    if spoken.sum() < 1 / STEP_SECONDS or (~spoken).sum() < 0.2 / STEP_SECONDS:
        return None
    noise = float(np.percentile(level[~spoken], 30))
    return _Loud(noise, float(np.percentile(level[spoken], 75)))


def _by_level(
    speech: tuple[Stretch, ...], loud: npt.NDArray[np.bool_]
) -> list[Stretch]:
    """Return the stretches with edges where the level rises and falls."""
    found = []
    for number, one in enumerate(speech):
        before = speech[number - 1].end if number else 0.0
        after = (
            speech[number + 1].start if number + 1 < len(speech) else len(loud) / 100
        )
        start = _edge(loud, one.start, max(before, one.start - _LOOK), one.end)
        end = _edge(loud, one.end, min(after, one.end + _LOOK), one.start)
        found.append(Stretch(start, end) if start < end else one)
    return found


def _edge(
    loud: npt.NDArray[np.bool_], edge: float, outward: float, inward: float
) -> float:
    """Return where sound really starts or stops near an edge, looking both ways."""
    step = 1 if inward > edge else -1
    limit = edge + step * min(_LOOK, abs(inward - edge))
    frames = range(_frame(outward), _frame(limit), step)
    for frame in frames:
        inner = [frame + step * n for n in range(3)]
        if all(0 <= n < len(loud) and loud[n] for n in inner):
            return (frame if step > 0 else frame + 1) * STEP_SECONDS
    return edge


def _frame(seconds: float) -> int:
    return round(seconds / STEP_SECONDS)
