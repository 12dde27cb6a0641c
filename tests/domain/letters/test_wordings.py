import pytest

from onward.domain.letters.tone import check
from onward.domain.letters.wordings import WORDED, Saying, all_sayings

SAYINGS = all_sayings().sayings
each_saying = pytest.mark.parametrize(
    "saying", SAYINGS, ids=[f"{each.kind}-{n}" for n, each in enumerate(SAYINGS)]
)


def better(text: str) -> str:
    for _ in range(8):
        flags = check(text).flags
        if not flags:
            break
        text = text[: flags[0].start] + flags[0].instead + text[flags[0].end :]
    return text


def test_every_kind_that_is_known_by_wordings_has_some() -> None:
    assert {each.kind for each in SAYINGS} == set(WORDED)


@each_saying
def test_what_is_an_example_of_a_kind_is_found(saying: Saying) -> None:
    for text in saying.examples:
        assert saying.kind in {flag.kind for flag in check(text).flags}, text


@each_saying
def test_what_only_looks_like_it_is_left_alone(saying: Saying) -> None:
    for text in saying.fine:
        assert not check(text).flags, text


@each_saying
def test_better_words_need_no_better_words(saying: Saying) -> None:
    for text in saying.instead:
        sentence = f"{text[:1].upper()}{text[1:].rstrip('.')}."
        assert "{" in text or not check(sentence).flags, text


@each_saying
def test_taking_every_better_word_ends_in_a_letter_without_flags(
    saying: Saying,
) -> None:
    for text in saying.examples:
        assert not check(better(text)).flags, text


def test_reasons_are_plain_sentences_without_exclamation_marks() -> None:
    reasons = {each.why for each in SAYINGS}
    assert all(why.endswith(".") and "!" not in why for why in reasons)
