"""A follow-up question, with why it is asked."""

from dataclasses import dataclass

from onward.domain.interview.answers.review import Gap

MOST = 2


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What to ask next; `why` is shown afterwards, `quote` are words it leans on."""

    gap: Gap
    words: str
    why: str
    quote: str = ""
