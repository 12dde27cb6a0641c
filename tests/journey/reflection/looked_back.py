"""Makes an interview of some days ago, to look back on."""

from onward.domain.applications.events import EventKind
from onward.domain.reflection.asked import Asked
from onward.domain.reflection.walk import Screen
from onward.journey.applications.models import Application, Round
from onward.journey.people.models import Person
from onward.journey.reflection.services import keep_facts, keep_meaning
from tests.builders import application, event

ADVERT = """What you will need
- Experience of cleaning survey data
- SQL
"""


def interviewed(
    employer: str = "Acme", *, ago: float = 1, of: Person | None = None
) -> tuple[Application, Round]:
    """Return an application with one interview, planned for some days ago."""
    applied = application(employer, of=of, advert=ADVERT)
    event(applied, EventKind.APPLIED, ago=ago + 20)
    event(applied, EventKind.INTERVIEW_SCHEDULED, ago=ago, has_time=True)
    return applied, Round.objects.get(application=applied)


def told(of: Round, *questions: str) -> None:
    """Write down what was asked."""
    asked = tuple(Asked(text=text, example="the survey") for text in questions)
    keep_facts(of=of, screen=Screen.QUESTIONS, questions=asked)


def kept(of: Round, keep: str, change: str = "") -> None:
    """Write down one thing to keep, and one to do differently."""
    keep_meaning(of=of, screen=Screen.KEEP, keep=keep, change=change)
