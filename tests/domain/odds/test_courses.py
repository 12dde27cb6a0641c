from datetime import UTC, datetime, timedelta

from onward.domain.applications.events import EventKind, Happened
from onward.domain.applications.state import Ending, state_of
from onward.domain.odds.courses import Course, Fate, course_of

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def course(*events: tuple[EventKind, int], channel: str = "") -> Course | None:
    history = [
        Happened(number, kind, NOW - timedelta(days=ago), NOW)
        for number, (kind, ago) in enumerate(events, start=1)
    ]
    return course_of(state_of(history, NOW), NOW, channel)


def test_a_course_is_read_from_its_history() -> None:
    found = course(
        (EventKind.APPLIED, 60),
        (EventKind.INVITED, 50),
        (EventKind.INTERVIEW_SCHEDULED, 40),
        (EventKind.REJECTED, 30),
    )
    assert found
    assert (found.rounds, found.ending, found.fate) == (1, Ending.REJECTED, Fate.NO)
    assert found.was_invited
    assert found.was_answered


def test_an_old_application_without_a_word_is_silent() -> None:
    old, young = course((EventKind.APPLIED, 40)), course((EventKind.APPLIED, 20))
    assert old
    assert young
    assert (old.fate, young.fate) == (Fate.SILENT, Fate.OPEN)


def test_with_a_talk_ahead_nothing_is_silent() -> None:
    found = course((EventKind.INVITED, 45), (EventKind.INTERVIEW_SCHEDULED, -3))
    assert found
    assert found.fate is Fate.OPEN


def test_an_advert_that_was_only_found_is_no_application() -> None:
    assert course((EventKind.FOUND, 60)) is None


def test_a_referral_is_an_introduction_and_a_board_is_none() -> None:
    referral = course((EventKind.APPLIED, 1), channel="referral")
    board = course((EventKind.APPLIED, 1), channel="board")
    assert referral
    assert board
    assert (referral.was_introduced, board.was_introduced) == (True, False)
