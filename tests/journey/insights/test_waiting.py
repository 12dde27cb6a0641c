import pytest

from onward.domain.applications.events import EventKind
from onward.domain.odds.silence import ANSWER
from onward.domain.statistics.waiting_times import Wait
from onward.journey.insights.waiting import NO, OFFER, WITHDREW, silent_for, waits
from tests.builders import NOON, application, event, person

pytestmark = pytest.mark.django_db


def applied(ago: float, *later: tuple[EventKind, float]) -> None:
    one = application(f"Employer {ago}")
    event(one, EventKind.APPLIED, ago)
    for kind, days in later:
        event(one, kind, days)


def test_what_is_still_open_counts_as_open_and_a_machine_s_word_as_none() -> None:
    applied(30, (EventKind.ACKNOWLEDGED, 29))
    applied(20, (EventKind.INVITED, 12), (EventKind.REJECTED, 2))
    found = waits(person(), NOON)
    assert sorted(found.first_word, key=repr) == sorted(
        [Wait(30), Wait(8, ANSWER)], key=repr
    )
    assert sorted(found.over, key=repr) == sorted([Wait(30), Wait(18, NO)], key=repr)
    assert found.answered == [8]


def test_silence_that_was_closed_goes_on_and_what_was_withdrawn_stops() -> None:
    applied(50, (EventKind.CLOSED_SILENT, 10))
    applied(40, (EventKind.WITHDRAWN, 30))
    found = waits(person(), NOON)
    assert set(found.first_word) == {Wait(50), Wait(10)}
    assert set(found.over) == {Wait(50), Wait(10, WITHDREW)}


def test_an_offer_ends_the_wait_on_the_day_it_came() -> None:
    applied(30, (EventKind.OFFER, 10), (EventKind.OFFER_DECLINED, 3))
    assert waits(person(), NOON).over == (Wait(20, OFFER),)


def test_the_longest_silences_can_be_listed() -> None:
    applied(50)
    applied(5)
    applied(60, (EventKind.HEARD, 40))
    found = silent_for(person(), 14, NOON)
    assert [one.employer.name for one in found] == ["Employer 50"]
