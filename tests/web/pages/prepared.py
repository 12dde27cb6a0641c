"""What several tests about getting ready share: an advert, an interview, cards."""

from typing import Any

from django.test import Client

from onward.domain.applications.events import EventKind
from onward.journey.applications.models import Application
from onward.journey.preparation.cards import Told, write_card
from onward.journey.preparation.models import Criterion, EvidenceCard
from tests.builders import application, event, person

ADVERT = """Data Analyst, Hallam & Rowe

What you will bring
- Experience of SQL and reporting
- Confidence in explaining figures to people who do not like them
- A driving licence would be nice to have

What we offer
- 28 days of holiday
"""


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().split())


def planned(employer: str = "Hallam & Rowe") -> Application:
    about = application(employer)
    event(about, EventKind.INTERVIEW_SCHEDULED, ago=-5, has_time=True)
    return about


def at(about: Application, rest: str = "") -> str:
    return f"/applications/{about.pk}/prepare/{rest}"


def with_advert(client: Client) -> Application:
    about = planned()
    client.post(at(about, "advert/"), {"text": ADVERT})
    return about


def told(headline: str = "Seven shops, one sheet", **further: Any) -> Told:
    return Told(headline=headline, actions=("I built the report in SQL",), **further)


def card(headline: str = "Seven shops, one sheet", **further: Any) -> EvidenceCard:
    return write_card(person=person(), told=told(headline, **further))


def line(words: str) -> Criterion:
    return next(row for row in Criterion.objects.all() if words in row.words)
