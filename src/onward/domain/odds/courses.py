"""How far one application went, as far as the odds go."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from onward.domain.applications.channel import Channel
from onward.domain.applications.state import Ending, Stage, State
from onward.domain.statistics.waiting_times import old_enough

# Nearly all who answer have done so by then.
PATIENCE = timedelta(days=old_enough())
# Somebody spoke for them, or came to them: that goes another way than a cold one.
INTRODUCED = frozenset(
    {Channel.REFERRAL, Channel.RECRUITER, Channel.AGENCY, Channel.INTERNAL}
)
_MET = frozenset({Stage.INTERVIEW, Stage.OFFER})


class Fate(StrEnum):
    """How an application stands in the end; silence is no ending of theirs."""

    OPEN = "open"
    NO = "no"
    SILENT = "silent"
    WITHDRAWN = "withdrawn"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TAKEN_BACK = "taken-back"


_FATES = {
    Ending.REJECTED: Fate.NO,
    Ending.SILENT: Fate.SILENT,
    Ending.WITHDRAWN: Fate.WITHDRAWN,
    Ending.OFFER_ACCEPTED: Fate.ACCEPTED,
    Ending.OFFER_DECLINED: Fate.DECLINED,
    Ending.OFFER_WITHDRAWN: Fate.TAKEN_BACK,
}


@dataclass(frozen=True, slots=True)
class Course:
    """One application that was sent, as far as the odds go.

    `rounds` counts interviews of which the day is known and over. `was_invited` also
    holds for one whose day is still to come, or was never written down. `is_old` means
    that nearly all answers would be in by now.
    """

    rounds: int = 0
    was_invited: bool = False
    was_offered: bool = False
    ending: Ending | None = None
    is_old: bool = False
    was_answered: bool = False
    was_introduced: bool = False

    @property
    def talks(self) -> int:
        """How many interviews it came to; an invitation without a known day is one."""
        return max(self.rounds, int(self.was_invited))

    @property
    def fate(self) -> Fate:
        """How it stands: an old silence counts as one, an open offer as open."""
        if self.ending is not None:
            return _FATES[self.ending]
        return Fate.SILENT if self.is_old and not self.was_offered else Fate.OPEN


def course_of(state: State, now: datetime, channel: str = "") -> Course | None:
    """Return the course of an application; None before it is one.

    Over a whole search the database does the same; a test holds the two together.
    """
    if state.stage is Stage.APPROACHED:
        return None
    heard_until = max(state.last_at or now, state.next_at or state.last_at or now)
    return Course(
        rounds=state.interviews,
        was_invited=state.stage in _MET,
        was_offered=state.stage is Stage.OFFER,
        ending=state.ending,
        is_old=now - heard_until > PATIENCE,
        was_answered=state.answered_at is not None,
        was_introduced=channel in INTRODUCED,
    )
