"""Chooses what to ask after an answer, if anything."""

from collections.abc import Sequence
from zlib import crc32

from onward.domain.interview.answers.advice import shortened
from onward.domain.interview.answers.review import Gap, Place, Review
from onward.domain.interview.follow_ups.follow_up import MOST, FollowUp
from onward.domain.interview.follow_ups.wordings import QUOTE, wordings

# Longer words are not said back to somebody.
_LONGEST_QUOTE = 14
# After one of these, another of the same group would only ask again.
_ALIKE = ({Gap.EMPTY, Gap.VAGUE}, {Gap.NO_RESULT, Gap.NO_NUMBER})


def follow_up_for(
    review: Review,
    asked: Sequence[FollowUp] = (),
    *,
    chance: int = 0,
    is_cool: bool = False,
) -> FollowUp | None:
    """Return what to ask next about an answer and the follow-ups to it, or None.

    `review` is of everything said so far to this question. What was `asked` is not
    asked again, and two are the most. `chance` picks among the wordings; those of a
    cool interviewer are short and without comfort, and never unkind.
    """
    if len(asked) >= MOST:
        return None
    done = {one.gap for one in asked}
    for gap, place in review.gaps:
        if gap not in done and not _was_alike(gap, done):
            quote = _said_back(place) if place and gap is not Gap.EMPTY else ""
            ways = wordings()[gap].fitting(quote, is_cool=is_cool)
            said = {one.words for one in asked}
            return _worded(gap, quote, [way for way in ways if way not in said], chance)
    return None


def _was_alike(gap: Gap, done: set[Gap]) -> bool:
    return any(gap in group and done & group for group in _ALIKE)


def _worded(gap: Gap, quote: str, ways: Sequence[str], chance: int) -> FollowUp:
    """Return a follow-up in words, each place and chance picking another wording."""
    way = ways[(crc32(quote.encode()) + chance) % len(ways)]
    used = quote if QUOTE in way else ""
    return FollowUp(gap, way.format(quote=quote), wordings()[gap].why, used)


def _said_back(place: Place) -> str:
    quote = shortened(place).quote.rstrip(" .,;:!?")
    return quote if len(quote.split()) <= _LONGEST_QUOTE else ""
