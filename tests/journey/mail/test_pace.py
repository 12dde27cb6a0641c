"""When what was read is filed while reading goes on."""

import time

import pytest

from onward.journey.mail.pace import Pace


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands at its only item."""
    at = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: at[0])
    return at


@pytest.mark.parametrize(
    ("at", "share_read", "is_due"),
    [
        (105.0, 0.1, False),  # too soon
        (112.0, 0.1, True),
        (112.0, 0.0, True),  # nobody knows how much is left
        (140.0, 0.9, False),  # four seconds are left: the end files all
        (140.0, 0.7, True),  # seventeen are left
        (700.0, 0.95, True),  # half a minute of a slow disk is left
    ],
)
def test_filing_is_due_after_a_wait_unless_the_end_is_near(
    clock: list[float], at: float, share_read: float, *, is_due: bool
) -> None:
    pace = Pace(started=100.0)
    clock[0] = 101.0
    assert pace.is_filing_due(0.99)  # the first applications always show soon
    pace.note_filing(101.0)
    clock[0] = at
    assert pace.is_filing_due(share_read) is is_due
