from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.today.steps import (
    MOST_STEPS,
    Candidate,
    Kind,
    Standing,
    choose,
    of_application,
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


def test_a_talk_just_held_is_written_down_before_what_can_wait_another_day() -> None:
    old_no = Candidate(Kind.ANSWER, "1", NOW - timedelta(days=10), depth=1)
    held = Candidate(Kind.REFLECT, "2", NOW - timedelta(hours=5))
    words = Candidate(Kind.FEEDBACK, "3", NOW)
    next_week = Candidate(Kind.INTERVIEW, "4", NOW + timedelta(days=6))
    found = _kinds(words, next_week, old_no, held)
    assert found == [Kind.ANSWER, Kind.REFLECT, Kind.INTERVIEW]


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


def _kind(**known: Any) -> Kind | None:
    found = of_application(Standing(1, **known), NOW)
    return found.kind if found else None


def _key(standing: Standing, now: datetime) -> str:
    found = of_application(standing, now)
    assert found
    return found.key


def _ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


@pytest.mark.parametrize(
    ("hours", "kind"),
    [(-1, None), (1, Kind.SOON), (36, Kind.SOON), (37, Kind.INTERVIEW), (169, None)],
)
def test_an_interview_is_soon_when_it_is_today_or_tomorrow(
    hours: int, kind: Kind | None
) -> None:
    assert _kind(next_at=NOW + timedelta(hours=hours)) is kind


@pytest.mark.parametrize(
    ("depth", "days", "kind"),
    [
        (0, 7, Kind.EARLY_ANSWER),
        (0, 8, None),
        (1, 8, Kind.ANSWER),
        (2, 14, Kind.ANSWER),
        (2, 15, None),
    ],
)
def test_a_no_is_brought_up_for_two_weeks_and_without_a_talk_for_one(
    depth: int, days: int, kind: Kind | None
) -> None:
    assert _kind(depth=depth, rejected_at=_ago(days)) is kind


def test_what_has_been_quiet_for_months_is_left_in_peace() -> None:
    assert _kind(quiet_since=_ago(40)) is Kind.QUIET
    assert _kind(quiet_since=_ago(61)) is None


def test_a_talk_ahead_comes_before_an_offer_of_the_same_employer() -> None:
    ahead = NOW + timedelta(days=2)
    assert _kind(next_at=ahead, offered_at=_ago(1)) is Kind.INTERVIEW
    assert _kind(offered_at=_ago(1)) is Kind.OFFER


def test_an_application_that_runs_its_course_needs_nothing() -> None:
    assert _kind() is None


def test_the_same_no_has_the_same_key_and_a_second_one_another() -> None:
    first, second = Standing(1, rejected_at=_ago(1)), Standing(1, rejected_at=_ago(0))
    assert _key(first, NOW) == _key(first, NOW + timedelta(hours=5))
    assert _key(first, NOW) != _key(second, NOW)


@given(st.lists(CANDIDATES), st.sets(st.sampled_from(Kind).map(str)))
def test_the_order_of_asking_does_not_matter_and_kinds_do_not_repeat(
    candidates: list[Candidate], resting: set[str]
) -> None:
    chosen = choose(candidates, resting)
    kinds = [step.kind for step in chosen]
    assert len(set(kinds)) == len(kinds) <= MOST_STEPS
    assert [step.kind for step in choose(candidates[::-1], resting)] == kinds
    assert not {str(kind) for kind in kinds} & resting
