from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.message import Fault
from onward.domain.mail.parsing.sent import sent_at

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("Tue, 24 Nov 2026 09:00:00 +0000", NOW),
        ("Tue, 24 Nov 2026 10:00:00 +0100", NOW),
        ("24 Nov 2026 09:00 GMT", NOW),
        ("Tue, 24 Nov 2026 09:00:00 -0000 (UTC)", NOW),
        ("Tue, 24 Nov 26 09:00:00", NOW),
        ("Tue, 24 Nov 2026 04:00:00 EST", NOW),
        ("Tue Nov 24 09:00:00 2026", NOW),
        ("Tue, 24 Nov 2026 08:59:60 +0000", NOW - timedelta(seconds=1)),
        ("Wed, 25 Nov 2026 08:00:00 +0000", NOW + timedelta(hours=23)),
    ],
)
def test_a_date_is_read_in_all_its_spellings(value: str, moment: datetime) -> None:
    assert sent_at(value, NOW) == (moment, None)


def test_the_zone_of_the_sender_is_kept() -> None:
    moment, _ = sent_at("Tue, 24 Nov 2026 10:00:00 +0100", NOW)
    assert moment is not None
    assert moment.tzinfo == timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    "value",
    [
        "yesterday",
        "Thu, 01 Jan 1970 00:00:00 +0000",
        "Fri, 31 Dec 9999 23:59:59 -2359",
        "Tue, 24 Nov 2126 09:00:00 +0000",
        "Thu, 26 Nov 2026 09:00:01 +0000",
        "Tue, 99 Nov 2026 09:00:00 +0000",
        "Tue, 24 Foo 2026 09:00:00 +0000",
        "Tue, 24 Nov 2026 99:00:00 +0000",
        "Tue, 24 Nov 2026 09:00:00 +999999999",
        "Tue, 24 Nov " + "9" * 90,
        "()" * 4_000,
    ],
)
def test_an_absurd_date_is_none_and_told(value: str) -> None:
    assert sent_at(value, NOW) == (None, Fault.ABSURD_DATE)


def test_no_date_is_no_fault() -> None:
    assert sent_at("", NOW) == (None, None)


def test_without_a_clock_only_the_century_is_looked_at() -> None:
    assert sent_at("Tue, 24 Nov 2099 09:00:00 +0000", None)[1] is None
    assert sent_at("Tue, 24 Nov 2100 09:00:00 +0000", None)[1] is Fault.ABSURD_DATE


DATES = st.from_regex(
    r"([A-Z][a-z]{2}, )?\d{1,3} [A-Z][a-z]{2} \d{1,5} [0-9:]{1,9} ?[-+]?[0-9A-Z]{0,6}",
    fullmatch=True,
)


@given(DATES | st.text(max_size=60))
def test_whatever_is_written_a_moment_is_aware_and_can_be_compared(value: str) -> None:
    moment, fault = sent_at(value, NOW)
    assert (moment is None) == (fault is not None or not value)
    assert moment is None or moment <= NOW + timedelta(days=1)
