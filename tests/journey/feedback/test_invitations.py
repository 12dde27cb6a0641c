from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from django.utils.timezone import now
from icalendar import Calendar

from onward.domain.applications.events import EventKind
from onward.journey.feedback.answers import (
    End,
    State,
    close_request,
    is_follow_up_due,
    reopen_request,
)
from onward.journey.feedback.invitations import (
    NoTimeAgreedError,
    call_off,
    invite,
    move_call,
    pick_time,
    renew_feed,
    revoke_feed,
)
from onward.journey.feedback.models import FeedbackRequest, MailAccount, Slot
from onward.journey.feedback.rates import ask_rates
from onward.journey.preparation.calendar import feed_content
from tests.builders import application, event, person

pytestmark = pytest.mark.django_db
WEDNESDAY = datetime(2026, 12, 2, 11, 0, tzinfo=UTC)


def asked(days_ago: int = 1) -> FeedbackRequest:
    about = application("Hallam & Rowe", "Data Analyst")
    moment = now() - timedelta(days=days_ago)
    return FeedbackRequest.objects.create(
        person=about.person,
        application=about,
        to_name="Priya Nair",
        to_address="priya@hr.example",
        subject="Re: x",
        text="Dear Priya",
        state=State.ASKED,
        begun_at=moment,
        asked_at=moment,
        follow_up_on=(moment + timedelta(days=9)).date(),
    )


def slot(request: FeedbackRequest, starts_at: datetime = WEDNESDAY) -> Slot:
    return Slot.objects.create(
        person=request.person,
        request=request,
        starts_at=starts_at,
        uid=f"{starts_at.timestamp()}@onward.invalid",
    )


def account(request: FeedbackRequest) -> MailAccount:
    return MailAccount.objects.create(
        person=request.person, address="amira@home.example", host="127.0.0.1"
    )


def calendar_in(raw: bytes) -> Calendar:
    message = message_from_bytes(raw, policy=policy.default)
    part = next(p for p in message.walk() if p.get_content_type() == "text/calendar")
    return Calendar.from_ical(part.get_content())


def test_a_time_the_person_picks_is_agreed_and_the_others_are_dropped() -> None:
    request = asked()
    one, other = slot(request), slot(request, WEDNESDAY + timedelta(days=1))
    pick_time(request=request, slot=one.pk)
    other.refresh_from_db()
    assert other.state == Slot.State.DROPPED
    assert request.state == State.CALL_AGREED


def test_the_invitation_names_both_and_keeps_its_number_until_a_change() -> None:
    request = asked()
    pick_time(request=request, slot=slot(request).pk)
    letter = invite(request=request, account=account(request))
    calendar = calendar_in(bytes(letter.raw))
    (meeting,) = calendar.events
    assert calendar["METHOD"] == "REQUEST"
    assert (meeting["SEQUENCE"], meeting["ATTENDEE"]) == (0, "mailto:priya@hr.example")
    assert "Wednesday 2 December" in letter.text


def test_a_moved_call_is_the_same_one_with_a_higher_number() -> None:
    request = asked()
    sender = account(request)
    pick_time(request=request, slot=slot(request).pk)
    first = invite(request=request, account=sender)
    first.delete()
    move_call(request=request, starts_at=WEDNESDAY + timedelta(hours=2))
    again = calendar_in(bytes(invite(request=request, account=sender).raw)).events[0]
    assert again["SEQUENCE"] == 1
    assert again.start == WEDNESDAY + timedelta(hours=2)


def test_calling_off_tells_who_was_invited_and_nobody_else() -> None:
    request = asked()
    pick_time(request=request, slot=slot(request).pk)
    assert call_off(request=request, account=account(request)) is None
    request.refresh_from_db()
    assert request.state == State.ASKED
    with pytest.raises(NoTimeAgreedError):
        invite(request=request, account=account(request))


def test_a_cancellation_says_so() -> None:
    request = asked()
    sender = account(request)
    pick_time(request=request, slot=slot(request).pk)
    invite(request=request, account=sender).delete()
    letter = call_off(request=request, account=sender)
    assert letter
    assert calendar_in(bytes(letter.raw))["METHOD"] == "CANCEL"


def test_the_calendar_holds_calls_and_interviews_and_a_revoked_one_nothing() -> None:
    request = asked()
    pick_time(request=request, slot=slot(request).pk)
    event(request.application, EventKind.INTERVIEW_SCHEDULED, -3, has_time=True)
    token = renew_feed(person=person()).token
    content = feed_content(token)
    assert content
    titles = {str(one["SUMMARY"]) for one in Calendar.from_ical(content).events}
    assert titles == {"Call about the Data Analyst role", "Interview, Hallam & Rowe"}
    revoke_feed(person=person())
    assert feed_content(token) is None


def test_a_new_address_ends_the_old_one() -> None:
    old = renew_feed(person=person()).token
    new = renew_feed(person=person()).token
    assert feed_content(old) is None
    assert feed_content(new) is not None


def test_the_follow_up_is_due_once_and_not_after_the_end() -> None:
    request = asked(days_ago=12)
    assert is_follow_up_due(request)
    close_request(request=request, end=End.NO_REPLY)
    assert not is_follow_up_due(request)
    reopen_request(request=request)
    assert request.state == State.ASKED


def test_one_s_own_rates_count_every_ask() -> None:
    for end in (End.SPECIFIC, End.NO_REPLY, End.NO_REPLY):
        close_request(request=asked(), end=end)
    asked()
    rates = ask_rates(person())
    assert (rates.asked, rates.specific, rates.silent, rates.waiting) == (4, 1, 2, 1)
    assert rates.odds.tally.resolved == 3
