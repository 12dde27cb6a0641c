"""What an answer in the mail does to the request it answers, read as any mail is."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onward.domain.applications.events import EventKind
from onward.journey.applications.models import Application, Event
from onward.journey.feedback.answers import close_request
from onward.journey.feedback.models import FeedbackRequest, FeedbackText, Slot
from onward.journey.feedback.sending import mark_asked
from onward.journey.mail.models import Message
from tests.journey.mail.letters import FIRST, Mail, no, write_folder
from tests.journey.mail.reading import read

pytestmark = pytest.mark.django_db
State = FeedbackRequest.State
WEDNESDAY = datetime(2026, 10, 7, 10, tzinfo=UTC)
FRIDAY = WEDNESDAY + timedelta(days=2)
ASKED_ON_DAY = 31
WITH_A_TIME = """Hi Sam,

Happy to. Your example about the stock count was very clear, but you did not tell us
what came of it. Wednesday 7 October at 11:00 works for me if you would like to talk.

Priya
"""
ONLY_A_TIME = (
    "Hi Sam,\n\nHappy to. Wednesday 7 October at 11:00 works for me.\n\nPriya\n"
)
NO_DAY_YET = "Sure, ring me Tuesday."


@pytest.fixture
def request_(tmp_path: Path) -> FeedbackRequest:
    """Lend a request that offered two times, asked after a no in the mail."""
    read(write_folder(tmp_path / "no", [no("n", day=30)]))
    application = Application.objects.get()
    asked = FeedbackRequest.objects.create(
        person=application.person,
        application=application,
        to_address="careers@acme.example",
        begun_at=FIRST + timedelta(days=ASKED_ON_DAY),
    )
    for at in (WEDNESDAY, FRIDAY):
        Slot.objects.create(
            person=asked.person, request=asked, starts_at=at, uid=f"{at:%d}@o.invalid"
        )
    mark_asked(asked, FIRST + timedelta(days=ASKED_ON_DAY))
    return asked


def hear(folder: Path, words: str) -> Message:
    """Read an answer in the thread of the no."""
    answer = Mail("r", "Re: your application", words, day=33, answers=("n",))
    read(write_folder(folder / "answer", [answer]))
    return Message.objects.latest("pk")


def test_feedback_that_takes_a_time_is_kept_and_the_call_is_agreed(
    request_: FeedbackRequest, tmp_path: Path
) -> None:
    hear(tmp_path, WITH_A_TIME)
    request_.refresh_from_db()
    assert request_.state == State.CALL_AGREED
    assert Slot.objects.get(state=Slot.State.AGREED).starts_at == WEDNESDAY
    assert "stock count" in FeedbackText.objects.get().text
    close_request(request=request_, end=FeedbackRequest.End.NO_REPLY)
    assert request_.end == FeedbackRequest.End.SPECIFIC  # the call may still fail


def test_a_time_that_is_taken_leaves_the_application_closed(
    request_: FeedbackRequest, tmp_path: Path
) -> None:
    hear(tmp_path, ONLY_A_TIME)
    request_.refresh_from_db()
    assert request_.state == State.CALL_AGREED
    application = request_.application
    assert application.ending == "rejected"
    kinds = {EventKind.INVITED, EventKind.INTERVIEW_SCHEDULED}
    assert not Event.objects.filter(application=application, kind__in=kinds)
    assert not FeedbackText.objects.exists()


def test_a_short_word_in_a_known_thread_is_filed_without_a_question(
    request_: FeedbackRequest, tmp_path: Path
) -> None:
    said = hear(tmp_path, NO_DAY_YET)
    assert said.state == Message.State.FILED
    told = Event.objects.get(message_key=said.key)
    assert (told.kind, told.application) == (EventKind.HEARD, request_.application)
