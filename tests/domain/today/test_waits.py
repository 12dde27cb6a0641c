from onward.domain.today.waits import FEWEST_TO_TELL, usual_wait


def test_a_handful_of_answers_says_nothing_about_the_usual_wait() -> None:
    assert usual_wait([5.0] * (FEWEST_TO_TELL - 1)) is None


def test_half_of_the_answers_came_between_the_two_days() -> None:
    days = [3.0, 9.0, 9.0, 12.0, 15.0, 24.0, 24.0, 80.0]
    assert usual_wait(days) == (9, 24)


def test_one_very_late_answer_does_not_move_the_usual_wait() -> None:
    assert usual_wait([10.0] * 9 + [400.0]) == (10, 10)
