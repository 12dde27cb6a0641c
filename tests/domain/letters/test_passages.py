from onward.domain.letters.flags import Kind
from onward.domain.letters.tone import check

BEGGING = "I am desperate. We could lose the house. Please give me one more chance."


def test_whole_sentences_in_a_row_become_one_passage() -> None:
    flags = check(f"Dear Ana,\n\n{BEGGING}\n\nJo").flags
    assert [(flag.kind, flag.quote) for flag in flags] == [(Kind.PLEADING, BEGGING)]


def test_a_sentence_between_keeps_them_apart() -> None:
    text = "I am desperate. Thank you for the tour. We could lose the house."
    assert len(check(text).flags) == 2


def test_a_new_paragraph_keeps_them_apart() -> None:
    assert len(check("I am desperate.\n\nWe could lose the house.").flags) == 2
