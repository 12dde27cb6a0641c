from onward.domain.mail.portions import portions


def test_a_portion_ends_at_its_number_or_its_size() -> None:
    words = ["a", "bb", "c", "dddd", "e", "f", "g"]
    assert list(portions(words, len, 3, 4)) == [
        ["a", "bb", "c"],
        ["dddd"],
        ["e", "f", "g"],
    ]


def test_of_things_too_large_each_stands_alone() -> None:
    assert list(portions([b"x" * 9] * 3, len, 100, 5)) == [[b"x" * 9]] * 3


def test_nothing_makes_no_portion() -> None:
    assert list(portions([], len, 3, 3)) == []


def test_no_more_is_taken_than_a_portion_needs() -> None:
    row = iter(range(10))
    assert next(portions(row, bool, 4, 100)) == [0, 1, 2, 3]
    assert next(row) == 4
