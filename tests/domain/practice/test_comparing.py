from onward.domain.practice.comparing import Change, Facts, What, changes


def test_what_was_said_comes_before_how_it_was_said() -> None:
    first = Facts(frozenset({"action"}), 0, {"result": "emerging"}, {"wpm": 180.0})
    second = Facts(
        frozenset({"action", "result"}), 2, {"result": "clear"}, {"wpm": 150.0}
    )
    assert changes(first, second) == (
        Change(What.PART_NEW, "result"),
        Change(What.SPECIFICS_MORE, before="0", after="2"),
        Change(What.BAND, "result", "emerging", "clear"),
        Change(What.SLOWER, "wpm", "180", "150"),
    )


def test_a_part_that_fell_away_is_told() -> None:
    found = changes(Facts(frozenset({"learning"})), Facts())
    assert found == (Change(What.PART_GONE, "learning"),)


def test_small_differences_are_left_out() -> None:
    first = Facts(measures={"wpm": 150.0, "seconds": 60.0, "fillers_per_minute": 4.0})
    second = Facts(measures={"wpm": 158.0, "seconds": 70.0, "fillers_per_minute": 5.0})
    assert changes(first, second) == ()


def test_a_typed_take_beside_a_spoken_one_compares_words_alone() -> None:
    assert changes(Facts(measures={"wpm": 150.0}), Facts()) == ()


def test_the_same_words_again_are_named() -> None:
    assert changes(Facts(), Facts(repeats=True)) == (Change(What.SAME_WORDS),)
