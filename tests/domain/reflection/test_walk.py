from itertools import product

import pytest

from onward.domain.reflection.walk import (
    FACTS,
    MEANING,
    Ground,
    Screen,
    after,
    before,
    screens,
)

GROUNDS = [Ground(*flags) for flags in product((False, True), repeat=4)]


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("sitting", [FACTS, MEANING])
def test_every_way_through_a_sitting_ends_and_back_again(
    sitting: tuple[Screen, ...], ground: Ground
) -> None:
    walked = [screens(sitting, ground)[0]]
    while (follows := after(walked[-1], ground)) not in {Screen.KEPT, Screen.DONE}:
        walked.append(follows)
    assert tuple(walked) == screens(sitting, ground)
    assert [before(screen, ground) for screen in walked] == [None, *walked[:-1]]


def test_nothing_is_asked_about_changing_before_something_is_kept() -> None:
    bare = Ground(has_questions=True, has_criteria=True)
    assert Screen.CHANGE not in screens(MEANING, bare)
    assert after(Screen.KEEP, bare) is Screen.PREPARATION
    assert after(Screen.KEEP, Ground(has_kept=True)) is Screen.CHANGE


def test_a_guess_just_given_does_not_lose_the_way() -> None:
    given = Ground(may_guess=False)
    assert after(Screen.GUESS, given) is Screen.FEELINGS
    assert before(Screen.FEELINGS, given) is Screen.AROUND


def test_how_they_are_leads_into_the_meaning() -> None:
    assert after(Screen.MOOD, Ground(has_questions=True)) is Screen.ANSWERS
    assert after(Screen.STOP, Ground()) is Screen.KEEP
