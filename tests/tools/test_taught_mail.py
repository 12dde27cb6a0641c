from collections import Counter

from onward.domain.mail.verdict import Meaning
from tools.encoder_parts import SOURCES, part_of
from tools.mail_examples import judge_examples
from tools.taught_mail import first_letters, later_letters


def test_what_was_noted_by_hand_teaches_what_it_means() -> None:
    later = later_letters()
    meanings = Counter(each.label for each in later)
    assert meanings[Meaning.INTERVIEW_INVITATION] > meanings[Meaning.OFFER] > 0
    assert any(each.origin == "fresh-a.txt" for each in later)


def test_no_letter_to_judge_with_teaches() -> None:
    taught = {each.mail.text for each in [*first_letters(), *later_letters()]}
    assert not [each for each in judge_examples() if each.mail.text in taught]


def test_each_later_letter_has_a_part_in_which_it_is_held_out() -> None:
    parts = {part_of(each) for each in later_letters()}
    assert parts == set(range(len(SOURCES)))
