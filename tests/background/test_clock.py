from datetime import UTC, date, datetime

import time_machine
from pytest_django import Settings

from onward.background import clock
from onward.journey.people.models import Person


def test_time_passes_unless_it_is_told_to_stand_still(settings: Settings) -> None:
    moment = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    with time_machine.travel(moment, tick=False):
        assert clock.now() == moment
        settings.TODAY = date(2026, 6, 1)
        assert clock.now() == datetime(2026, 6, 1, 11, tzinfo=UTC)


def test_the_day_is_that_of_the_place_the_person_lives_in() -> None:
    with time_machine.travel(datetime(2026, 11, 23, 23, 30, tzinfo=UTC), tick=False):
        assert clock.today(Person(time_zone="Asia/Tokyo")) == date(2026, 11, 24)
        assert clock.today(Person()) == date(2026, 11, 23)
