"""Every number of Insights and of the odds opens a list of exactly so many things."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from onward.background.clock import now, today
from onward.domain.applications.events import EventKind
from onward.domain.nerves.techniques import Technique
from onward.journey.applications.models import Application, Round
from onward.journey.applications.services import record_event
from onward.journey.development.models import Placing
from onward.journey.feedback.models import FeedbackNote, FeedbackRequest, FeedbackText
from onward.journey.insights.models import NewWay
from onward.journey.nerves.models import Use
from onward.journey.outcome.models import Landing, Outcome
from onward.journey.practice.models import Take
from onward.journey.reflection.services import give_guess
from tests.builders import application, person
from tests.journey.practice.made_up import asked

pytestmark = pytest.mark.django_db
FIGURE = re.compile(r'<a class="figure" href="([^"]+)">\s*([^<]+?)\s*<')
THEME = "structure"


def sent(number: int, *events: tuple[EventKind, float]) -> Application:
    one = application(f"Employer {number}")
    for kind, ago in events:
        at = now() - timedelta(days=ago)
        record_event(application=one, kind=kind, happened_at=at)
    return one


def guessed(number: int) -> None:
    """Make an interview whose outcome was guessed, and then a no."""
    one = sent(number, (EventKind.APPLIED, 60), (EventKind.INTERVIEW_HELD, 30))
    give_guess(of=Round.objects.get(application=one), guess=number * 9)
    at = now() - timedelta(days=10)
    record_event(application=one, kind=EventKind.REJECTED, happened_at=at)


def noted(number: int, times: int) -> None:
    """Make feedback of one employer on one theme, in several points."""
    text = FeedbackText.objects.create(
        person=person(),
        application=Application.objects.get(employer__name=f"Employer {number}"),
        source=FeedbackText.Source.PASTED,
        text="Long answers.",
        received_at=now(),
    )
    for _ in range(times):
        note = FeedbackNote.objects.create(
            person=person(), text=text, start=0, end=13, is_confirmed=True,
            kind=FeedbackNote.Kind.IMPROVEMENT,
        )  # fmt: skip
        Placing.objects.create(person=person(), key=f"note:{note.pk}", theme=THEME)


def laid(count: int) -> None:
    """Make so many cards that lie in the tray of what is one's own to change."""
    outcome = Outcome.objects.order_by("pk").first()
    assert outcome
    cards = [{"id": f"{n}", "text": "Too long", "tray": "mine"} for n in range(count)]
    Landing.objects.create(
        person=person(), outcome=outcome, begun_at=now(), cards=cards
    )
    for card in cards:
        key = f"application:{outcome.application_id}:card-{card['id']}"
        Placing.objects.create(person=person(), key=key, theme=THEME)


def practised(count: int) -> None:
    """Make takes of which every other one has a result."""
    question = asked()
    for number in range(count):
        at = now() - timedelta(days=count - number)
        bands = {"result": "clear" if number % 2 else "emerging", "action": "strong"}
        Take.objects.create(
            person=person(),
            asked=question,
            begun_at=at,
            ended_at=at,
            facts={"bands": bands},
        )


def whole_search() -> None:
    for number in range(1, 11):
        guessed(number)
    for number in range(11, 15):
        sent(number, (EventKind.APPLIED, 70))
    sent(15, (EventKind.APPLIED, 9), (EventKind.INVITED, 2))
    sent(16, (EventKind.APPLIED, 80), (EventKind.OFFER, 5))
    noted(1, times=3)
    noted(2, times=1)
    laid(3)
    practised(9)
    for after in (4, None, 3):
        Use.objects.create(
            person=person(), technique=Technique.BREATHING, before=7, after=after,
            begun_at=now(),
        )  # fmt: skip
    ends = ("specific", "generic", "generic")
    for end, one in zip(ends, Application.objects.order_by("pk"), strict=False):
        FeedbackRequest.objects.create(
            person=person(), application=one, begun_at=now(), asked_at=now(), end=end
        )
    NewWay.objects.create(
        person=person(),
        words="I ring first",
        began_on=today(person()) - timedelta(days=45),
        written_at=now(),
    )


def page(client: Client, address: str) -> str:
    answer = client.get(unescape(address))
    assert answer.status_code == 200, address
    return answer.content.decode()


def claimed(text: str) -> int:
    """Return how many things a figure says there are: of "2 of 5" five."""
    found = re.match(r"([\d,]+)(?: of ([\d,]+))?", text)
    assert found, text
    return int((found[2] or found[1]).replace(",", ""))


def listed(client: Client, address: str) -> int:
    shown = page(client, address)
    return shown.count('class="reach"') + shown.count("data-counted")


def test_every_figure_lands_on_exactly_what_it_counts(client: Client) -> None:
    whole_search()
    pages = ("/insights/", "/insights/odds/")
    found = {link for one in pages for link in FIGURE.findall(page(client, one))}
    counts = {link for link in found if not link[0].startswith("/applications/")}
    assert len(counts) > 30
    kinds = {address.split("/")[2] for address, _text in counts}
    assert kinds == {"counted", "silent", "said", "rated", "practised", "guesses"}
    wrong = [
        (text, address, there)
        for address, text in counts
        if (there := listed(client, address)) != claimed(text)
    ]
    assert wrong == []
    check_words_of_a_theme(client)


def check_words_of_a_theme(client: Client) -> None:
    """See that employers are counted once each, and own words each time."""
    theirs = page(client, f"/insights/said/employers/?about={THEME}")
    assert theirs.count("<blockquote>") == 4
    assert theirs.count("data-counted") == 2
    assert page(client, f"/insights/said/self/?about={THEME}").count("Too long") == 3
    assert "None like that" in page(client, "/insights/said/self/?about=nothing")


@pytest.mark.parametrize(
    "address",
    [
        *("said/practice/", "rated/shouting/", "practised/result/middle/"),
        *("practised/charm/first/",),
    ],
)
def test_what_is_counted_nowhere_is_not_found(client: Client, address: str) -> None:
    assert client.get(f"/insights/{address}").status_code == 404
