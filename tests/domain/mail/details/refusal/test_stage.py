"""How far it had come: by wordings, and by the letter as a whole."""

import numpy as np
import pytest

from onward.domain.mail.details.refusal.feedback import said_in
from onward.domain.mail.details.refusal.stage import (
    STAGES,
    both,
    stage_by_wording,
    stage_of,
)
from onward.domain.mail.meaning.words import sentences_of


def stage(text: str, *, in_haste: bool = False) -> str:
    sentences = sentences_of(text)
    return stage_of(text, sentences, said_in(text, sentences, in_haste=in_haste).senses)


MUCKING_IN = (
    "Groom\n\nHi Poppy, thanks for mucking in yesterday! I can't offer you the job as"
    " you were a bit soft with Duchess. Harriet"
)
ALL_THIS_WAY = (
    "Gardener\n\nDear Mr Rowe, it was good of you and your wife to come all this way to"
    " see us. I have written to another man. Hugh Gladwell"
)
SHADOWING = (
    "Tasting Room\n\nThanks again for shadowing with us on Sunday. You have a great way"
    " with people. For this season we went with someone who has a card already. Rosa"
)
SHORTLISTING = (
    "Update\n\nDear Candidate, the shortlisting has been completed. On this occasion"
    " you have not been included in the shortlist."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MUCKING_IN, "first"),
        (ALL_THIS_WAY, "first"),
        (SHADOWING, "first"),
        (SHORTLISTING, "application"),
    ],
)
def test_how_far_it_had_come_is_read_where_no_wording_tells(
    text: str, expected: str
) -> None:
    assert stage(text) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("It was good to talk to you over the phone on Monday.", "screen"),
        ("Your score on the sorting test was 30.", "screen"),
        ("Thank you for meeting us, and then for the task you did for us.", "later"),
        ("Thank you for your two very lively visits.", "later"),
        ("We cannot ask you back for a third interview.", "later"),
        ("After the concluding meeting the board chose another.", "final"),
        ("It was between you and a colleague of hers.", "final"),
        ("I must take back the job we offered you.", "offer"),
        ("We got a mountain of CVs for this one.", "application"),
    ],
)
def test_what_took_place_tells_how_far_it_had_come(said: str, expected: str) -> None:
    assert stage(f"News\n\nDear Ada, {said} It is a no, I am sorry.") == expected


@pytest.mark.parametrize(
    "said",
    [
        "The next step would be a final interview with the owners.",
        "The others will go on to a second interview.",
        "We would rather not take you through a final round.",
    ],
)
def test_a_step_yet_to_come_was_not_reached(said: str) -> None:
    text = f"News\n\nDear Ada, thank you for the talk on Monday. {said}"
    assert stage_by_wording(text, sentences_of(text)) == "first"


def test_words_alone_decide_in_haste() -> None:
    text = "Trial\n\nThank you for your trial shift on Sunday. We took somebody else."
    assert stage(text, in_haste=True) == "first"


def test_a_german_no_is_read_by_its_wordings() -> None:
    text = "Absage\n\nSehr geehrte Frau Ott, leider haben wir uns anders entschieden."
    assert stage(text) == stage_by_wording(text, sentences_of(text))


def test_a_stock_no_does_not_say_that_it_ended_on_the_papers() -> None:
    assert (
        stage("Re: Bob\n\nHi Bob, it's a no I'm afraid. All the best, Jan") != "final"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You met the owner twice.", "later"),
        ("Thank you for coming back on Monday to show it.", "later"),
        ("I put your CV in front of the client.", "application"),
        ("Your file was not forwarded to them.", "application"),
        ("Thank you for coming in to sit the aptitude test.", "screen"),
        ("On the phone you were frank with me.", "screen"),
        ("Since that coffee I have thought about it.", "first"),
    ],
)
def test_a_stage_is_told_by_the_way(text: str, expected: str) -> None:
    text = f"News\n\n{text}"
    assert stage_by_wording(text, sentences_of(text)) == expected


def test_terms_and_a_close_reading_agree_on_one_stage() -> None:
    by_terms, read = np.full((2, len(STAGES)), 0.1, np.float32)
    by_terms[1], read[3] = 0.4, 0.4
    agreed = both(by_terms, by_terms)
    assert agreed.argmax() == 1
    assert agreed.sum() == pytest.approx(1, abs=1e-5)
    assert both(by_terms, read)[1] == pytest.approx(both(by_terms, read)[3], abs=1e-5)


def test_a_close_reading_moves_what_wordings_leave_open() -> None:
    text = "Update\n\nDear Ada, it is a no, I am sorry to say."
    read = np.full(len(STAGES), 1e-4, np.float32)
    read[STAGES.index("first")] = 0.999
    assert stage_of(text, sentences_of(text), None, read) == "first"
