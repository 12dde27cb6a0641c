from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.today.steps import (
    MOST_STEPS,
    Candidate,
    Kind,
    choose,
    interview_kind,
    rests,
)

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)
MOMENTS = st.integers(-9000, 9000).map(lambda hours: NOW + timedelta(hours=hours))
CANDIDATES = st.builds(
    Candidate,
    st.sampled_from(Kind),
    st.integers(1, 40).map(str),
    MOMENTS,
    depth=st.integers(0, 4),
)


def _kinds(*candidates: Candidate, resting: tuple[str, ...] = ()) -> list[Kind]:
    return [step.kind for step in choose(candidates, resting)]


def test_an_interview_tomorrow_comes_before_an_answer_and_a_later_one_after_it() -> (
    None
):
    answer = Candidate(Kind.ANSWER, "1", NOW)
    later = Candidate(Kind.INTERVIEW, "2", NOW + timedelta(days=3))
    soon = Candidate(Kind.SOON, "3", NOW + timedelta(hours=20))
    assert _kinds(later, answer, soon) == [Kind.SOON, Kind.ANSWER, Kind.INTERVIEW]


def test_no_more_than_three_steps_are_shown() -> None:
    assert len(choose([Candidate(kind, "1", NOW) for kind in Kind], ())) == MOST_STEPS


def test_of_two_noes_after_interviews_the_one_that_came_further_is_first() -> None:
    near = Candidate(Kind.ANSWER, "1", NOW, depth=1)
    far = Candidate(Kind.ANSWER, "2", NOW - timedelta(days=3), depth=2)
    assert choose([near, far], ()) == (far,)


def test_a_no_before_an_interview_waits_while_another_no_is_there() -> None:
    answer = Candidate(Kind.ANSWER, "1", NOW, depth=1)
    early = Candidate(Kind.EARLY_ANSWER, "2", NOW)
    assert _kinds(answer, early) == [Kind.ANSWER]
    assert _kinds(answer, early, resting=("answer-1",)) == [Kind.EARLY_ANSWER]


def test_of_two_interviews_the_next_one_is_shown() -> None:
    first = Candidate(Kind.INTERVIEW, "1", NOW + timedelta(days=3))
    second = Candidate(Kind.INTERVIEW, "2", NOW + timedelta(days=5))
    assert choose([second, first], ()) == (first,)


def test_what_rests_makes_room_for_the_next() -> None:
    mail, quiet = Candidate(Kind.MAIL, "7", NOW), Candidate(Kind.QUIET, "3", NOW)
    assert _kinds(mail, quiet, resting=("mail-7",)) == [Kind.QUIET]


def test_something_new_ends_a_rest() -> None:
    assert _kinds(Candidate(Kind.MAIL, "8", NOW), resting=("mail-7",)) == [Kind.MAIL]


def test_most_steps_come_back_tomorrow() -> None:
    answer = Candidate(Kind.ANSWER, "5", NOW)
    assert rests(answer, TODAY) == {"answer-5": date(2026, 11, 24)}


def test_no_other_quiet_application_takes_the_place_of_one_put_off() -> None:
    first, second = Candidate(Kind.QUIET, "1", NOW), Candidate(Kind.QUIET, "2", NOW)
    put_off = rests(first, TODAY)
    assert choose([first, second], put_off) == ()
    assert put_off["quiet-1"] > put_off["quiet"] == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("hours", "kind"), [(1, Kind.SOON), (36, Kind.SOON), (37, Kind.INTERVIEW)]
)
def test_an_interview_is_soon_when_it_is_today_or_tomorrow(
    hours: int, kind: Kind
) -> None:
    assert interview_kind(NOW + timedelta(hours=hours), NOW) is kind


@given(st.lists(CANDIDATES), st.sets(st.sampled_from(Kind).map(str)))
def test_the_order_of_asking_does_not_matter_and_kinds_do_not_repeat(
    candidates: list[Candidate], resting: set[str]
) -> None:
    chosen = choose(candidates, resting)
    kinds = [step.kind for step in chosen]
    assert len(set(kinds)) == len(kinds) <= MOST_STEPS
    assert [step.kind for step in choose(candidates[::-1], resting)] == kinds
    assert not {str(kind) for kind in kinds} & resting
