from datetime import UTC, datetime, timedelta

from onward.domain.reflection.passes import has_paused, is_enough, is_new_sitting

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)


def test_after_a_rest_one_sits_down_anew() -> None:
    assert is_new_sitting(None, NOW)
    assert not is_new_sitting(NOW - timedelta(hours=2), NOW)
    assert is_new_sitting(NOW - timedelta(hours=4), NOW)


def test_a_short_break_gives_the_quarter_of_an_hour_anew() -> None:
    assert has_paused(NOW - timedelta(minutes=40), NOW)
    assert not has_paused(NOW - timedelta(minutes=10), NOW)


def test_a_third_pass_is_one_too_many_and_the_second_is_never_cut_short() -> None:
    yesterday = NOW - timedelta(days=1)
    assert not is_enough(1, yesterday, NOW)
    assert is_enough(2, yesterday, NOW)
    assert not is_enough(2, NOW - timedelta(minutes=20), NOW)
