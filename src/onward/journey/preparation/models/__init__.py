"""What is prepared for an interview: criteria, cards, the day, and the calendar."""

from onward.journey.preparation.models.calendar import CalendarEntry
from onward.journey.preparation.models.cards import EvidenceCard, Match
from onward.journey.preparation.models.criteria import Criterion
from onward.journey.preparation.models.preparing import Preparation, ResearchNote

__all__ = [
    "CalendarEntry",
    "Criterion",
    "EvidenceCard",
    "Match",
    "Preparation",
    "ResearchNote",
]
