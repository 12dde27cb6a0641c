"""What tends to follow what: praise comes first, "but" turns, the door is last."""

import re
from collections.abc import Sequence
from enum import IntEnum

import numpy as np

from onward.domain.feedback.weights import NOTHING, Floats

_TURN = re.compile(
    r"\W*(?:but|however|although|though|tho|yet|while|whilst|whereas|just|except"
    r"|that said|on the other (?:hand|side))\b",
    re.IGNORECASE,
)
_LEAST = 1e-6
# Before the first stretch stands nothing at all, which is one state more.
BEGINNING = NOTHING + 1


class Follows(IntEnum):
    """How a stretch follows the one before."""

    FIRST = 0
    TURN = 1
    SAME_SENTENCE = 2
    NEXT_SENTENCE = 3
    NEXT_PARAGRAPH = 4


def follows(
    text: str, before: tuple[int, int] | None, place: tuple[int, int]
) -> Follows:
    """Return how the stretch at a place follows the one at the place before."""
    if before is None:
        return Follows.FIRST
    if _TURN.match(text, *place):
        return Follows.TURN
    between = text[before[1] : place[0]]
    if "\n" in between.strip(" ") and between.count("\n") > 1:
        return Follows.NEXT_PARAGRAPH
    ended = text[before[1] - 1 : before[1]] in ".!?" or "\n" in between
    return Follows.NEXT_SENTENCE if ended else Follows.SAME_SENTENCE


def in_order(chances: Floats, steps: Sequence[Follows], order: Floats) -> Floats:
    """Return chances in the light of the likeliest kinds before and after.

    `order` has, for each way to follow, a row for the kind before and a column for the
    kind that follows, in log-odds.
    """
    logs = np.log(np.maximum(chances, _LEAST))
    path = _likeliest(logs, steps, order)
    for place, step in enumerate(steps):
        before = path[place - 1] if place else BEGINNING
        logs[place] += order[step, before]
        if place + 1 < len(steps):
            logs[place] += order[steps[place + 1], : NOTHING + 1, path[place + 1]]
    raised = np.exp(logs - logs.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)


def _likeliest(logs: Floats, steps: Sequence[Follows], order: Floats) -> list[int]:
    """Return the likeliest row of kinds (Viterbi's way)."""
    best = logs[0] + order[steps[0], BEGINNING]
    came_from: list[list[int]] = []
    for row, step in zip(logs[1:], steps[1:], strict=True):
        ways = best[:, None] + order[step, : NOTHING + 1]
        came_from.append(ways.argmax(axis=0).tolist())
        best = ways.max(axis=0) + row
    path = [int(best.argmax())]
    for origins in reversed(came_from):
        path.append(origins[path[-1]])
    return path[::-1]
