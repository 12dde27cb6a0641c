"""After asking: the wait, the end, what follows an answer, and the calendar."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import now
from icalendar import Calendar

from onward.journey.feedback.invitations import renew_feed
from onward.journey.feedback.models import (
    BusyCalendar,
    FeedbackRequest,
    OutgoingLetter,
    Slot,
)
from tests.adapters.calendars.serving import event
from tests.builders import person
from tests.journey.feedback.test_invitations import account, asked, slot
from tests.web.pages.pages import words, words_of

pytestmark = pytest.mark.django_db
End = FeedbackRequest.End


def address(request: FeedbackRequest, rest: str = "") -> str:
    return f"/applications/{request.application_id}/ask/after/{rest}"


def page(client: Client, request: FeedbackRequest, rest: str = "") -> str:
    answer = client.get(address(request, rest))
    assert answer.status_code == 200
    return answer.content.decode()


def post(client: Client, request: FeedbackRequest, rest: str, **said: Any) -> None:
    assert client.post(address(request, rest), said).status_code == 302
    request.refresh_from_db()


def test_while_waiting_the_page_says_since_when(client: Client) -> None:
    assert "You have asked" in page(client, asked())


@pytest.mark.parametrize("end", [End.DECLINED, End.NO_REPLY])
def test_an_ask_is_closed_and_opened_again(client: Client, end: str) -> None:
    request = asked()
    post(client, request, f"close/{end}/")
    assert request.end == end
    page(client, request)
    post(client, request, "reopen/")
    assert request.end != end
    assert "You have asked" in page(client, request)


def test_an_end_that_is_none_is_not_found(client: Client) -> None:
    assert client.post(address(asked(), "close/never/")).status_code == 404


@pytest.mark.parametrize("purpose", ["follow-up", "thanks"])
def test_a_letter_after_the_ask_is_drafted(client: Client, purpose: str) -> None:
    assert "Priya" in page(client, asked(days_ago=12), f"{_slug(purpose)}/")


def _slug(purpose: str) -> str:
    found = {"follow-up": OutgoingLetter.Purpose.FOLLOW_UP}
    return str(found.get(purpose, OutgoingLetter.Purpose.THANKS))


def test_a_follow_up_goes_through_the_account(client: Client) -> None:
    request = asked(days_ago=12)
    account(request)
    rest = f"{OutgoingLetter.Purpose.FOLLOW_UP}/"
    post(client, request, rest, text="Dear Priya, one line.", go="send")
    letter = OutgoingLetter.objects.get()
    assert letter.purpose == OutgoingLetter.Purpose.FOLLOW_UP
    assert letter.text.strip() == "Dear Priya, one line."


def test_a_follow_up_can_be_sent_by_oneself(client: Client) -> None:
    request = asked(days_ago=12)
    rest = f"{OutgoingLetter.Purpose.FOLLOW_UP}/"
    post(client, request, rest, text="Dear Priya, one line.", go="mine")
    assert request.followed_up_at is not None
    assert not OutgoingLetter.objects.exists()


def test_an_answer_is_rated_from_one_to_five(client: Client) -> None:
    request = asked()
    post(client, request, "rate/", usefulness="4")
    assert request.usefulness == 4
    post(client, request, "rate/", usefulness="x")
    assert request.usefulness == 4


def test_an_agreed_time_is_invited_to_had_as_a_file_and_called_off(
    client: Client,
) -> None:
    request = asked()
    account(request)
    offered = slot(request, now() + timedelta(days=3))
    post(client, request, f"time/{offered.pk}/")
    offered.refresh_from_db()
    assert offered.state == Slot.State.AGREED
    assert "A call is agreed" in page(client, request)
    file = client.get(address(request, "call.ics")).content
    assert len(Calendar.from_ical(file).walk("VEVENT")) == 1
    post(client, request, "invite/")
    assert OutgoingLetter.objects.count() == 1
    post(client, request, "move/", day="2031-02-03", hour="14:30")
    offered.refresh_from_db()
    assert offered.starts_at.isoformat() == "2031-02-03T14:30:00+00:00"
    post(client, request, "off/")
    assert OutgoingLetter.objects.get().state == OutgoingLetter.State.CANCELLED
    offered.refresh_from_db()
    assert offered.state != Slot.State.AGREED


def test_a_time_that_is_none_is_told_beside_it(client: Client) -> None:
    request = asked()
    slot(request, now() + timedelta(days=3))
    answer = client.post(address(request, "move/"), {"day": "x", "hour": "25:00"})
    assert "field" in answer.content.decode()
    assert answer.status_code == 200


def test_a_calendar_has_an_address_until_it_is_taken_back(client: Client) -> None:
    client.post("/settings/calendar/", {"go": "renew"})
    token = renew_feed(person=person()).token
    path = f"/calendar/{token}.ics"
    assert Calendar.from_ical(client.get(path).content).walk("VCALENDAR")
    client.post("/settings/calendar/", {"go": "revoke"})
    assert client.get(path).status_code == 404


def test_a_file_that_is_no_calendar_is_said(client: Client, tmp_path: Path) -> None:
    (tmp_path / "x.ics").write_text("hello")
    answer = client.post(
        "/settings/calendar/busy/", {"address": str(tmp_path / "x.ics")}
    )
    assert "What is there is not a calendar" in words_of(answer)


def test_a_calendar_is_named_read_again_and_let_go_of(
    client: Client, tmp_path: Path
) -> None:
    file = tmp_path / "me.ics"
    file.write_text(event())
    client.post("/settings/calendar/busy/", {"address": str(file)})
    assert str(file) in words(client, "/settings/calendar/")
    calendar = BusyCalendar.objects.of(person()).get()
    at = f"/settings/calendar/busy/{calendar.pk}/"
    file.unlink()
    client.post(f"{at}again/")
    assert "Not read last time" in words(client, "/settings/calendar/")
    client.post(f"{at}drop/")
    assert str(file) not in words(client, "/settings/calendar/")


def test_another_persons_calendar_is_not_found(client: Client) -> None:
    theirs = BusyCalendar.objects.create(person=person("sam"), kind="file", place="x")
    for do in ("again", "drop"):
        at = f"/settings/calendar/busy/{theirs.pk}/{do}/"
        assert client.post(at).status_code == 404
