"""Makes a no with a letter, and goes through the screens of taking it in."""

from typing import Any

from django.test import Client

from onward.domain.applications.events import EventKind as Kind
from onward.domain.applications.events import Source
from onward.domain.landing.walk import Screen
from onward.journey.applications.models import Application
from onward.journey.outcome.models import Landing, Outcome
from tests import builders

SAID = "The panel felt you would do well here."
LETTER = f"""Thank you for coming to see us. We interviewed six people for this post.
{SAID} In the end we chose somebody with more experience of housing data.
You are on our reserve list until 1 June 2027.
If you would like feedback, get in touch within ten days."""
WHY = "In the end we chose somebody with more experience of housing data."
ADVERT = """What you will need
- Experience of cleaning survey data
- SQL
"""


def rejected(ago: float = 0.1, talks: int = 1, **further: Any) -> Application:
    made = builders.application(**further)
    builders.event(made, Kind.APPLIED, ago=46)
    for number in range(talks):
        builders.event(made, Kind.INTERVIEW_HELD, ago=19 - number)
    no = builders.message(made, "Your interview", LETTER, ago=ago)
    builders.event(
        made,
        Kind.REJECTED,
        ago=ago,
        source=Source.MESSAGE,
        quote=SAID,
        message_key=no.key,
    )
    Outcome.objects.filter(application=made).update(reason=WHY)
    return made


def url(of: Application, screen: str = "") -> str:
    return f"/applications/{of.pk}/land/{screen}{'/' if screen else ''}"


def go(client: Client, of: Application, screen: Screen, **given: Any) -> Any:
    return client.post(url(of, screen), {"go": "next"} | given, follow=True)


def at(response: Any) -> str:
    """Return the screen that an answer ended on."""
    return str(response.redirect_chain[-1][0]).rstrip("/").rpartition("/")[2]


def kept() -> Landing:
    return Landing.objects.get()
