"""How asking has gone so far: the person's own numbers, with their doubt."""

from dataclasses import dataclass

from onward.domain.statistics.priors import PRIORS, Step
from onward.domain.statistics.standing import Odds, Tally, odds_of
from onward.journey.feedback.models import FeedbackRequest
from onward.journey.people.models import Person

State, End = FeedbackRequest.State, FeedbackRequest.End


@dataclass(frozen=True, slots=True)
class AskRates:
    """How often the person asked, how it ended, and what that says of the next ask."""

    asked: int
    specific: int
    generic: int
    declined: int
    silent: int
    waiting: int
    odds: Odds


def ask_rates(person: Person) -> AskRates:
    """Return the person's own rates over everything they asked."""
    asked = FeedbackRequest.objects.of(person).exclude(asked_at=None)
    ends = list(asked.values_list("end", flat=True))
    specific, waiting = ends.count(End.SPECIFIC), ends.count("")
    tally = Tally(specific, len(ends) - waiting, waiting)
    return AskRates(
        asked=len(ends),
        specific=specific,
        generic=ends.count(End.GENERIC),
        declined=ends.count(End.DECLINED),
        silent=ends.count(End.NO_REPLY),
        waiting=waiting,
        odds=odds_of(tally, PRIORS[Step.FEEDBACK]),
    )
