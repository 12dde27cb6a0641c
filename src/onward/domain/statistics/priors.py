"""What is believed of each step before the person's own numbers come in.

Each is shown with its date and source, may be edited, and weighs like 4 to 12 cases.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from onward.domain.statistics.beta import Beta

# A starting belief weighs no less than one case and no more than a long search.
LIGHTEST, HEAVIEST = 1.0, 100.0


class Step(StrEnum):
    """A step that an application either takes or does not."""

    INTERVIEW = "application_to_interview"
    ROUND = "round_to_next"
    OFFER = "interview_to_offer"
    FEEDBACK = "ask_to_feedback"
    NEVER_TOLD = "interview_to_never_told"

    @property
    def is_unwelcome(self) -> bool:
        """Whether it is better not to take this step."""
        return self is Step.NEVER_TOLD


@dataclass(frozen=True, slots=True)
class Prior:
    """A starting belief, the share it is compared with, and where it is from.

    `is_assumed` marks one for which no source was found, `is_own` one that the person
    has put in its place.
    """

    step: Step
    belief: Beta
    as_of: date
    anchored_on: str
    is_assumed: bool = False
    is_own: bool = False

    @property
    def base(self) -> float:
        """The usual share, which the person's own is compared with."""
        return self.belief.mean

    @property
    def weight(self) -> float:
        """How many cases of the person's own it weighs as much as."""
        return self.belief.passes + self.belief.misses

    def is_stale(self, today: date) -> bool:
        """Tell whether it is too old to be trusted without another look."""
        months = (today.year - self.as_of.year) * 12 + today.month - self.as_of.month
        return months > GOOD_FOR_MONTHS

    def put_right(self, share: float, weight: float, on: date) -> "Prior":
        """Return the person's own belief in its place, with the day they said so."""
        weight = min(max(weight, LIGHTEST), HEAVIEST)
        belief = Beta(share * weight, (1 - share) * weight)
        return replace(self, belief=belief, as_of=on, is_assumed=False, is_own=True)


_AS_OF = date(2026, 11, 1)
PRIORS = {
    prior.step: prior
    for prior in (
        Prior(
            Step.INTERVIEW,
            Beta(1, 11),
            _AS_OF,
            "3 % of applicants to small US firms (CareerPlug 2025) to 24 % of ordinary"
            " UK vacancies (Di Stasio and Heath, GEMM)",
        ),
        Prior(
            Step.OFFER,
            Beta(2, 8),
            _AS_OF,
            "27 % of interviews at small US firms (CareerPlug 2025); about six people"
            " interviewed for a post (OfficeTeam)",
        ),
        Prior(
            Step.ROUND,
            Beta(2, 2),
            _AS_OF,
            "35 to 55 % by industry reports; deliberately flat",
        ),
        Prior(
            Step.FEEDBACK,
            Beta(2, 5),
            _AS_OF,
            "53 to 71 % of candidates were given no reason at all (Talent Board 2022)",
        ),
        Prior(
            Step.NEVER_TOLD,
            Beta(2, 6),
            _AS_OF,
            "no source for single interviews was found",
            is_assumed=True,
        ),
    )
}
# Figures about hiring go stale: it has become harder within three years.
GOOD_FOR_MONTHS = 24
