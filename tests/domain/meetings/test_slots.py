from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from onward.domain.meetings.busy import Span
from onward.domain.meetings.slots import (
    next_working_morning,
    slots_to_offer,
    working_days_after,
)

LONDON = ZoneInfo("Europe/London")
BERLIN = ZoneInfo("Europe/Berlin")
# A Tuesday evening.
NOW = datetime(2026, 11, 24, 22, 15, tzinfo=UTC)
MOMENTS = st.datetimes(
    min_value=datetime(2026, 1, 1),  # noqa: DTZ001 - the zone comes from hypothesis
    max_value=datetime(2027, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)


def test_a_letter_of_tonight_goes_tomorrow_morning() -> None:
    assert next_working_morning(NOW, LONDON) == datetime(
        2026, 11, 25, 9, 0, tzinfo=LONDON
    )


def test_friday_s_letter_goes_on_monday() -> None:
    friday = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
    assert next_working_morning(friday, LONDON).date() == date(2026, 11, 30)


def test_seven_working_days_are_a_week_and_two_days() -> None:
    assert working_days_after(date(2026, 11, 25), 7) == date(2026, 12, 4)


def test_two_days_a_morning_and_an_afternoon() -> None:
    found = [f"{slot:%a %d %H:%M}" for slot in slots_to_offer(NOW, LONDON)]
    assert found == ["Thu 26 11:00", "Fri 27 15:00"]


def test_the_hours_are_those_of_the_employer() -> None:
    (slot,) = slots_to_offer(NOW, BERLIN, count=1)
    assert slot.hour == 11
    assert slot.utcoffset() == timedelta(hours=1)


def test_a_day_that_is_full_is_passed_over() -> None:
    full = Span(
        datetime(2026, 11, 26, 8, 0, tzinfo=LONDON),
        datetime(2026, 11, 26, 18, 0, tzinfo=LONDON),
    )
    first = slots_to_offer(NOW, LONDON, [full])[0]
    assert first.date() == date(2026, 11, 27)


@given(
    MOMENTS,
    st.lists(st.tuples(st.integers(0, 20 * 24), st.integers(1, 30)), max_size=20),
)
def test_times_offered_are_free_in_hours_and_on_different_days(
    now: datetime, taken: list[tuple[int, int]]
) -> None:
    busy = [
        Span(now + timedelta(hours=at), now + timedelta(hours=at + length))
        for at, length in taken
    ]
    slots = slots_to_offer(now, LONDON, busy, count=3)
    assert len({slot.date() for slot in slots}) == len(slots)
    for slot in slots:
        assert slot.weekday() < 5
        assert 10 <= slot.hour <= 16
        assert slot > now + timedelta(days=1)
        call = Span(slot, slot + timedelta(minutes=15))
        assert not any(span.meets(call) for span in busy)
