import numpy as np
import pytest

from onward.domain.mail.meaning.scores import (
    Letter,
    Scores,
    count,
    counted_in,
    meanings,
    take_apart,
)
from onward.domain.mail.meaning.weights import MEANINGS, shipped_weights
from onward.domain.mail.verdict import Meaning

STOCK = {
    Meaning.REJECTION: "Your application\n\nThank you for your interest. After careful"
    " consideration we have decided not to move forward with your application.",
    Meaning.ACKNOWLEDGEMENT: "Thank you for applying\n\nWe have received your"
    " application for the role of analyst and will review it shortly.",
    Meaning.INTERVIEW_INVITATION: "Interview invitation\n\nWe would like to invite you"
    " to an interview next Tuesday at 10am. Please confirm your availability.",
    Meaning.OFFER: "Job offer\n\nWe are delighted to offer you the position of baker."
    " Your start date is 1 March and the salary is 30,000.",
    Meaning.NOT_JOB_RELATED: "Re: kernel panic\n\nThe patch applies cleanly on top of"
    " the stable branch, but the driver still crashes at boot.",
}


def likeliest(scores: Scores) -> Meaning:
    return MEANINGS[int(scores.chances.argmax())]


@pytest.mark.parametrize("meaning", STOCK, ids=str)
def test_a_stock_letter_is_understood(meaning: Meaning) -> None:
    assert likeliest(meanings([Letter(STOCK[meaning])])[0]) is meaning


def test_chances_add_up_to_one() -> None:
    for scores in meanings([Letter(text) for text in STOCK.values()]):
        assert scores.chances.sum() == pytest.approx(1, abs=1e-4)


def test_many_letters_at_once_give_what_each_gives_alone() -> None:
    letters = [Letter(text) for text in [*STOCK.values(), "", "???\n\n???"]]
    together = meanings(letters)
    alone = [meanings([item])[0] for item in letters]
    for first, second in zip(together, alone, strict=True):
        assert np.allclose(first.chances, second.chances, atol=1e-5)


def test_no_letters_give_no_scores() -> None:
    assert meanings([]) == []


def test_every_sentence_has_its_share_in_the_decision() -> None:
    scores = meanings([Letter(STOCK[Meaning.REJECTION])])[0]
    assert scores.moved.shape == (len(scores.sentences), len(MEANINGS))


def test_the_shipped_weights_hold_no_addresses_and_few_bytes() -> None:
    places = shipped_weights().places
    assert 5_000 < len(places) < 200_000
    assert not [term for term in places if "@" in term[1:]]


@pytest.mark.parametrize("text", [*STOCK.values(), "", "Only a subject", "\n\nwords"])
def test_a_letter_is_counted_at_once_as_when_it_is_taken_apart(text: str) -> None:
    known = shipped_weights().known
    letter = Letter(text, ("@bulk", "@never-heard-of"))
    assert counted_in(letter, known) == count(take_apart(letter), known.places)
