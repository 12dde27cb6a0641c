from datetime import date, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from onward import wiring
from onward.domain.meetings.busy import Span
from onward.journey.feedback.busy_calendars import (
    MOST_CALENDARS,
    EnoughCalendarsError,
    busy_of,
    calendars_of,
    name_calendar,
    read_again,
    read_next_due,
    take_calendar_away,
)
from onward.journey.feedback.models import BusyCalendar
from onward.ports.calendar import (
    CalendarLockedError,
    CalendarPlace,
    NotACalendarError,
)
from tests.adapters.calendars.serving import Served, event, serving
from tests.builders import NOON, person

pytestmark = pytest.mark.django_db
NEXT_WEEKS = Span(NOON, NOON + timedelta(days=30))


@pytest.fixture(autouse=True)
def _sealed(settings: Settings, tmp_path: Path) -> None:
    settings.USES_KEY_RING = False
    settings.DATA_DIR = tmp_path
    settings.TODAY = date(2026, 11, 23)
    wiring.vault.cache_clear()


def published(password: str = "") -> Served:
    return Served({("GET", "/key-5/a.ics"): (200, event().encode(), {})}, password)


def named(served: Served) -> BusyCalendar:
    place = CalendarPlace(served.address("/key-5/a.ics"), "amira", served.password)
    return name_calendar(person=person(), place=place)


def test_only_when_one_is_busy_is_kept_and_neither_what_nor_the_address() -> None:
    with serving(published("heron-7")) as served:
        named(served)
    (busy,) = busy_of(person(), NEXT_WEEKS)
    assert f"{busy.start:%d %b %H:%M}" == "27 Nov 10:00"
    kept = str(list(BusyCalendar.objects.values()))
    assert not any(word in kept for word in ("Quinsybramble", "key-5", "heron-7"))
    assert "127.0.0.1" in kept


def test_what_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    with serving(published("heron-7")) as served:
        place = CalendarPlace(served.address("/key-5/a.ics"), "amira", "adder-3")
        with pytest.raises(CalendarLockedError):
            name_calendar(person=person(), place=place)
    with pytest.raises(NotACalendarError):
        name_calendar(person=person(), place=CalendarPlace(str(tmp_path / "x.ics")))
    assert not calendars_of(person()).exists()


def test_an_hour_later_it_is_read_again_and_a_change_is_seen() -> None:
    with serving(published()) as served:
        calendar = named(served)
        later = event(start="20261203T140000Z", end="20261203T150000Z")
        served.answers["GET", "/key-5/a.ics"] = (200, later.encode(), {})
        assert not read_next_due()
        an_hour_ago = NOON - timedelta(hours=1)
        BusyCalendar.objects.filter(pk=calendar.pk).update(tried_at=an_hour_ago)
        assert read_next_due()
        assert not read_next_due()
    (busy,) = busy_of(person(), NEXT_WEEKS)
    assert f"{busy.start:%d %b}" == "03 Dec"


def test_one_that_is_away_keeps_what_was_read_and_says_so() -> None:
    with serving(published()) as served:
        calendar = named(served)
    assert not read_again(calendar=calendar)
    calendar.refresh_from_db()
    assert "Nothing answered" in calendar.problem
    assert not read_next_due()
    assert len(busy_of(person(), NEXT_WEEKS)) == 1


def test_nobody_is_asked_anything_before_a_calendar_is_named() -> None:
    with serving(published()) as served:
        assert not read_next_due()
    assert served.asked == []


def test_letting_go_of_one_takes_its_times_and_its_secret(
    django_capture_on_commit_callbacks: object,
) -> None:
    with serving(published("heron-7")) as served:
        calendar = named(served)
    name = calendar.secret_name
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        take_calendar_away(calendar=calendar)
    assert busy_of(person(), NEXT_WEEKS) == []
    assert wiring.vault().get(name) is None


def test_several_calendars_count_together_up_to_ten(tmp_path: Path) -> None:
    file = tmp_path / "me.ics"
    for number in range(MOST_CALENDARS):
        file.write_text(event(str(number), start=f"202612{number + 1:02}T100000Z"))
        name_calendar(person=person(), place=CalendarPlace(str(file)))
    assert busy_of(person("sam"), NEXT_WEEKS) == []
    with pytest.raises(EnoughCalendarsError):
        name_calendar(person=person(), place=CalendarPlace(str(file)))


def test_where_many_share_a_machine_its_files_are_nobodys_calendar(
    settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "me.ics").write_text(event())
    settings.ONE_PERSON = False
    with pytest.raises(NotACalendarError):
        name_calendar(person=person(), place=CalendarPlace(str(tmp_path / "me.ics")))
