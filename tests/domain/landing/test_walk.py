from datetime import date, timedelta

import pytest

from onward.domain.landing.walk import (
    Screen,
    Today,
    after,
    before,
    leads_to,
    may_ask,
    walk,
)

HEARD = date(2026, 11, 23)


@pytest.mark.parametrize("has_criteria", [True, False])
def test_the_walk_goes_from_the_facts_to_one_thing_for_today(
    *, has_criteria: bool
) -> None:
    passed = [Screen.FACTS]
    while passed[-1] is not Screen.DONE:
        passed.append(after(passed[-1], has_criteria=has_criteria))
    assert tuple(passed[:-1]) == walk(has_criteria=has_criteria)
    assert (Screen.CRITERIA in passed) is has_criteria
    assert passed[-2] is Screen.TODAY


@pytest.mark.parametrize("has_criteria", [True, False])
def test_every_step_can_be_gone_back(*, has_criteria: bool) -> None:
    screens = walk(has_criteria=has_criteria)
    for screen in screens[1:]:
        back = before(screen, has_criteria=has_criteria)
        assert back
        assert after(back, has_criteria=has_criteria) is screen
    assert before(screens[0], has_criteria=has_criteria) is None


def test_the_card_comes_after_the_feeling_and_leads_on() -> None:
    assert before(Screen.TALK, has_criteria=False) is Screen.FEELING
    assert after(Screen.TALK, has_criteria=False) is Screen.MEANING


@pytest.mark.parametrize(
    ("today", "screen"),
    [
        (Today.KIND_NOTE, Screen.KIND_NOTE),
        (Today.PRIVATE_PAGE, Screen.PRIVATE_PAGE),
        (Today.WALK, Screen.DONE),
        (None, Screen.DONE),
    ],
)
def test_only_what_is_written_here_has_a_screen_of_its_own(
    today: Today | None, screen: Screen
) -> None:
    assert leads_to(today) is screen
    assert screen is Screen.DONE or after(screen, has_criteria=True) is Screen.DONE


def test_asking_is_not_offered_on_the_first_day_unless_it_cannot_wait() -> None:
    assert not may_ask(HEARD, HEARD, None)
    assert not may_ask(HEARD, HEARD, HEARD + timedelta(days=2))
    assert may_ask(HEARD, HEARD, HEARD + timedelta(days=1))
    assert may_ask(HEARD, HEARD + timedelta(days=1), None)
