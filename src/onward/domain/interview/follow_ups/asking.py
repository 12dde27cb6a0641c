"""Chooses what to ask after an answer, if anything."""

from collections.abc import Sequence

from onward.domain.interview.answers.review import Review
from onward.domain.interview.follow_ups.follow_up import MOST, FollowUp


def follow_up_for(
    review: Review, asked: Sequence[FollowUp] = (), *, chance: int = 0
) -> FollowUp | None:
    """Return what to ask next about an answer and the follow-ups to it, or None.

    `review` is of everything said so far to this question. What was `asked` is not
    asked again, and two are the most. `chance` picks among the wordings.
    """
    if len(asked) >= MOST:
        return None
    return None
