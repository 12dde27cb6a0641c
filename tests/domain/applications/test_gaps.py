"""The quiet stretches of a timeline, with numbers only from one's own history."""

from hypothesis import given
from hypothesis import strategies as st

from onward.domain.applications.counting import counting
from onward.domain.applications.events import EventKind as Kind
from onward.domain.applications.events import Happened
from onward.domain.applications.gaps import Gap, gaps, share_of_shorter
from onward.domain.applications.names import alike
from onward.domain.applications.state import state_of
from tests.domain.applications.histories import NOW, histories, history


def gaps_of(made: list[Happened]) -> tuple[Gap, ...]:
    return gaps(counting(made), state_of(made, NOW), NOW)


def test_a_week_without_a_word_is_a_gap() -> None:
    made = history((Kind.APPLIED, 0), (Kind.INVITED, 7), (Kind.REJECTED, 13))
    assert gaps_of(made) == (Gap(after=1, days=7, is_first_wait=True),)


def test_the_last_gap_is_open_while_one_waits() -> None:
    made = history((Kind.APPLIED, 50), (Kind.HEARD, 64))
    assert gaps_of(made)[-1] == Gap(after=2, days=19, is_open=True)


def test_the_time_before_a_talk_is_no_gap() -> None:
    made = history((Kind.INVITED, 60), (Kind.INTERVIEW_SCHEDULED, 75), (Kind.HEARD, 76))
    assert [gap.after for gap in gaps_of(made)] == [3]


def test_nobody_waits_after_the_end_or_with_a_talk_ahead() -> None:
    ended = history((Kind.APPLIED, 50), (Kind.REJECTED, 53))
    planned = history((Kind.APPLIED, 50), (Kind.INTERVIEW_SCHEDULED, 90))
    assert gaps_of(ended) == ()
    assert gaps_of(planned) == ()


@given(histories())
def test_gaps_lie_within_the_history(made: list[Happened]) -> None:
    found = gaps_of(made)
    kept = [event.id for event in counting(made)]
    assert all(gap.days >= 6 and gap.after in kept for gap in found)
    assert [gap.is_open for gap in found[:-1]] == [False] * len(found[:-1])


def test_too_few_answers_tell_nothing() -> None:
    assert share_of_shorter(19, [5] * 7) is None
    assert share_of_shorter(19, [5] * 8) == 1


@given(st.integers(0, 99), st.lists(st.integers(0, 99), min_size=8))
def test_a_share_is_a_share(days: int, waits: list[int]) -> None:
    share = share_of_shorter(days, waits)
    assert share is not None
    assert 0 <= share <= 1


def test_names_are_alike_without_legal_form_and_with_a_slip() -> None:
    others = {1: "Hallam & Rowe Ltd", 2: "Hallam and Row", 3: "Northgate Trust"}
    assert alike("Hallam & Rowe", others) == [1, 2]
    assert alike("Acme", others) == []
