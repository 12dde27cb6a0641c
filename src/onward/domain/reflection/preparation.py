"""What one had looked up before the interview, and what one had to show for each line.

Reasons employers give in polls are no measure of anything; as a list to tick off they
are of use.
"""

from dataclasses import dataclass
from enum import StrEnum


class Item(StrEnum):
    """One thing that can be found out or made ready beforehand."""

    PURPOSE = "purpose"
    CUSTOMERS = "customers"
    MONEY = "money"
    NEWS = "news"
    OTHERS = "others"
    VALUES = "values"
    TEAM = "team"
    OPENING = "opening"
    DUTIES = "duties"
    MUST_HAVES = "must_haves"
    HALF_A_YEAR = "half_a_year"
    LANGUAGE = "language"
    INTERVIEWERS = "interviewers"
    FORMAT = "format"
    LOGISTICS = "logistics"
    ADJUSTMENTS = "adjustments"
    QUESTIONS = "questions"
    SALARY = "salary"


class Ready(StrEnum):
    """How ready one was."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of the advert, what the person had to show for it, and how strong."""

    criterion: str
    evidence: str = ""
    strength: str = ""
