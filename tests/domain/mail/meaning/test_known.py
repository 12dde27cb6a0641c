from onward.domain.mail.meaning.known import PADDING, Known
from onward.domain.mail.meaning.words import Sentence, terms_of

WORDS = ("we", "have", "given", "the", "job", "to", "another")
TERMS = ("", "we", "have", "we have", "given", "have given", "we have given", "to")


def test_what_a_model_does_not_know_is_left_out_early_and_nothing_else() -> None:
    known = Known([*TERMS, "a", "=a"])
    places = [n for n, term in enumerate(TERMS) if term in terms_of(WORDS)]
    assert known.told("", Sentence(0, 0, WORDS)).places == tuple(places)


def test_a_triple_needs_both_its_pairs() -> None:
    known = Known(["", "a", "a b", "a b c", "b", "c"])
    assert known.runs_in(("a", "b", "c")) == [1, 4, 2, 5]


def test_a_sentence_without_a_known_word_has_the_term_that_stands_for_it() -> None:
    known = Known(["", "we"])
    assert known.told("They", Sentence(0, 4, ("they",))).places == (PADDING,)


def test_terms_of_a_subject_are_terms_of_their_own() -> None:
    known = Known(["", "we", "s:we", "they"])
    assert known.in_title([1, 3]) == {2}
