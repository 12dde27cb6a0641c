"""Which questions are likely for one application, from its criteria and its stage."""

from onward.domain.interview.questions.likely import Likely
from onward.journey.applications.models import Application
from onward.journey.preparation.gathering import (
    likely_for,
    next_round,
    sector_of,
    stage_of,
)
from onward.journey.preparation.queries import criteria_of, preparation_of


def likely_questions_for(application: Application) -> tuple[Likely, ...]:
    """Return questions to expect, the likeliest first; some are no bank knows."""
    stage = stage_of(application, next_round(application))
    sector = sector_of(application, preparation_of(application))
    found, _is_locked = likely_for(application, criteria_of(application), sector, stage)
    return found
