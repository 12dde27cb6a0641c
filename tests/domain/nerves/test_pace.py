from onward.domain.nerves.pace import LENGTHS, PACE, USUAL_LENGTH


def test_the_pacer_breathes_about_six_times_a_minute() -> None:
    assert PACE.a_minute == 6
    assert PACE.out_seconds > PACE.in_seconds


def test_five_minutes_are_usual_and_every_length_holds_whole_breaths() -> None:
    assert USUAL_LENGTH == 5
    assert all(minutes * PACE.a_minute % 1 == 0 for minutes in LENGTHS)
