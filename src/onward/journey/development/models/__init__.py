"""One focus with its plan, drills and reviews, and what advisers said."""

from onward.journey.development.models.focus import Focus, Review, WeekTime
from onward.journey.development.models.practice_days import Drill
from onward.journey.development.models.voices import Heard, Placing

__all__ = ["Drill", "Focus", "Heard", "Placing", "Review", "WeekTime"]
