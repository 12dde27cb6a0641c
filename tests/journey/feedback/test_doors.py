from datetime import date, timedelta

import pytest

from onward.journey.feedback.doors import (
    QUARTER,
    Kept,
    TooSoonError,
    door_of,
    doors_due,
    keep_door,
    say_touched,
)
from tests.builders import TODAY, application, person

pytestmark = pytest.mark.django_db


def due(day: date = TODAY) -> list[str]:
    return [door.employer.name for door in doors_due(person(), day)]


def test_nothing_is_decided_until_the_person_does() -> None:
    assert door_of(application("Tarn").employer) is None


def test_a_touch_is_due_on_its_day() -> None:
    employer = application("Tarn").employer
    keep_door(employer=employer, kept=Kept("yes", next_touch_on=TODAY))
    assert due(TODAY - timedelta(days=1)) == []
    assert due() == ["Tarn"]


def test_a_no_asks_for_nothing_any_more() -> None:
    employer = application("Tarn").employer
    keep_door(employer=employer, kept=Kept("yes", next_touch_on=TODAY))
    keep_door(employer=employer, kept=Kept("no", next_touch_on=TODAY))
    assert due() == []


def test_once_in_touch_the_next_time_is_a_quarter_away() -> None:
    employer = application("Tarn").employer
    door = keep_door(employer=employer, kept=Kept("yes", next_touch_on=TODAY))
    say_touched(door=door, on=TODAY)
    assert due() == []
    assert due(TODAY + QUARTER) == ["Tarn"]
    with pytest.raises(TooSoonError):
        keep_door(employer=employer, kept=Kept("yes", next_touch_on=TODAY))


def test_a_reserve_list_is_named_before_it_ends() -> None:
    employer = application("Tarn").employer
    until = TODAY + timedelta(days=5)
    keep_door(employer=employer, kept=Kept("maybe", reserve_until=until))
    assert due() == ["Tarn"]
    assert due(until + timedelta(days=1)) == []
