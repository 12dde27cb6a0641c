from tools.speech_examples import plain_words, word_errors


def test_what_counts_is_what_was_said_and_not_how_it_is_written() -> None:
    assert plain_words("OK, 42 lines in 1455!") == plain_words(
        "okay forty two lines in fourteen fifty five"
    )


def test_a_word_left_out_put_in_or_changed_is_one_error() -> None:
    said = ["we", "won", "the", "cup"]
    assert word_errors(said, said) == 0
    assert word_errors(said, ["we", "won", "a", "cup"]) == 1
    assert word_errors(said, said[:-1]) == 1
    assert word_errors([], said) == 4
