import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.domain.interview.answers.reading import quotes_of, review_answer
from onward.domain.interview.answers.review import (
    Around,
    Band,
    Gap,
    PartName,
    QuestionKind,
    Review,
    Side,
    Told,
)
from tools.answer_examples import OWN, examples_in
from tools.answer_figures import Agreement, band_pairs, kappa, parts_agree

COMPLAINT = "Can you tell me about a time you dealt with a complaint?"
MISTAKE = "Tell me about a mistake you made."
WHY = "Why do you want to work here?"
TOLD = (
    "In May a woman rang our shop because her bed had come without its legs. "
    "I apologised, looked in the store and drove the legs over myself. "
    "She had her bed by six and sent us a card."
)


def _parts(review: Review) -> list[PartName]:
    return [part.part for part in review.parts]


def test_the_parts_of_a_story_are_found_where_they_stand() -> None:
    review = review_answer(COMPLAINT, TOLD)
    assert _parts(review) == [PartName.SITUATION, PartName.ACTION, PartName.RESULT]
    for part in review.parts:
        assert TOLD[part.place.start : part.place.end] == part.place.quote


def test_what_we_did_is_not_what_i_did() -> None:
    told = (
        "Our stand was late. We painted it and we carried it in. It was ready by ten."
    )
    review = review_answer(COMPLAINT, told)
    assert review.band(Side.ACTION) is Band.EMERGING
    assert Gap.NO_OWN_ACTION in [gap for gap, _ in review.gaps]
    assert (review.own.i, review.own.we) == (0, 3)


def test_a_story_that_stops_is_asked_for_its_end() -> None:
    told = (
        "A guest could not sleep at midnight. I moved her bags and gave her a new room."
    )
    review = review_answer("Tell me about a difficult guest you had.", told)
    assert review.band(Side.RESULT) is Band.EMERGING
    assert review.attempt
    assert "gave her a new room" in review.attempt.said


@pytest.mark.parametrize(
    "nothing",
    [
        "", " \n", "...", "Fine.", "fine", "Good.", "I don't know", "Pass.", "No clue.",
        "Um, pass.", "Nothing comes to mind, sorry.", "It was okay.", "Yeah.",
        "I can't remember.", "Skip this one please", "Not really.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("question", [COMPLAINT, WHY, "Tell me about yourself.", ""])
def test_an_empty_answer_is_called_so_and_gets_no_praise(
    nothing: str, question: str
) -> None:
    review = review_answer(question, nothing)
    assert review.is_empty
    assert review.keep is None
    assert Band.CLEAR not in {each.band for each in review.bands}
    assert Band.STRONG not in {each.band for each in review.bands}
    assert review.attempt


def test_a_short_answer_with_something_in_it_is_not_empty() -> None:
    review = review_answer(COMPLAINT, "I gave her the money back.")
    assert not review.is_empty
    assert review.keep


@pytest.mark.parametrize(
    "told",
    [
        "Ich habe dem Kunden zugehört und ihm das Geld gegeben, weil er recht hatte.",
        "J'ai écouté la cliente et je lui ai donné un autre billet pour le lendemain.",
        "я выслушал клиента и вернул ему деньги",
    ],
)
def test_another_language_is_not_judged(told: str) -> None:
    review = review_answer(COMPLAINT, told)
    bands = {each.band for each in review.bands}
    assert bands == {Band.CANNOT_TELL, Band.NOT_ASKED}
    assert review.keep is None
    assert not review.is_empty


def test_the_language_that_was_heard_goes_before_the_guess() -> None:
    assert review_answer(COMPLAINT, TOLD, language="de").keep is None


def test_stammering_takes_nothing_away() -> None:
    stammered = TOLD.replace("I apologised", "I, I, um, I a-a-apologised").replace(
        "She had", "She, she h-had"
    )
    plain, other = review_answer(COMPLAINT, TOLD), review_answer(COMPLAINT, stammered)
    assert [each.band for each in plain.bands] == [each.band for each in other.bands]
    assert _parts(plain) == _parts(other)


def test_other_grammar_takes_nothing_away() -> None:
    told = (
        "In May one woman call our shop because bed come without legs. "
        "I say sorry, I look in the store and I drive the legs to her. "
        "She have her bed at six and send us card."
    )
    review = review_answer(COMPLAINT, told)
    assert review.band(Side.ACTION) is Band.STRONG
    assert review.band(Side.RESULT) is not Band.EMERGING


def test_a_motive_is_not_asked_for_a_story() -> None:
    review = review_answer(
        WHY, "I used your map for years and I want to make it better."
    )
    assert review.question_kind is QuestionKind.MOTIVE
    assert review.band(Side.ACTION) is Band.NOT_ASKED
    assert review.parts == ()


def test_what_would_suit_any_employer_is_told_so() -> None:
    review = review_answer(WHY, "I am looking for a new challenge and I work hard.")
    assert review.keep is None
    assert review.attempt
    assert "any employer" in review.attempt.said


def test_an_answer_to_another_question_is_asked_about_kindly() -> None:
    told = "I have a diploma in baking from Hull. I know all the breads by name."
    review = review_answer("Describe a time you disagreed with a colleague.", told)
    assert review.band(Side.RELEVANCE) is Band.EMERGING
    assert review.keep is None
    assert review.gaps[0][0] is Gap.OFF_QUESTION


def test_a_mistake_is_asked_what_was_learned_from_it() -> None:
    told = "In June I sent two parcels to the wrong town. I rang both. They got them."
    assert review_answer(MISTAKE, told).band(Side.LEARNING) is Band.EMERGING
    assert review_answer(COMPLAINT, TOLD).band(Side.LEARNING) is Band.NOT_ASKED


def test_a_card_that_says_another_number_is_pointed_out() -> None:
    card = Told("Bed without legs", "Bed came without legs, woman rang in May, 3 hours")
    told = TOLD.replace("by six", "within 2 hours")
    review = review_answer(COMPLAINT, told, Around(cards=(card,)))
    assert [one.card_says for one in review.contradictions] == ["3 hours"]
    assert review.attempt
    assert "2 hours" in review.attempt.said


def test_a_card_about_something_else_says_nothing() -> None:
    card = Told("Rota", "Made a rota for 3 hours of cover")
    assert review_answer(COMPLAINT, TOLD, Around(cards=(card,))).contradictions == ()


def test_an_answer_told_word_for_word_again_is_shown_as_recited() -> None:
    around = Around(earlier=(Told("take 1", TOLD),))
    (recited,) = review_answer(COMPLAINT, TOLD, around).recited
    assert recited.source == "take 1"
    other = (
        "In May we had a bed without legs, so I took a pair round to her that evening."
    )
    assert review_answer(COMPLAINT, other, around).recited == ()


def test_a_story_told_to_another_question_is_noticed() -> None:
    before = Told(
        "Tell me about a mistake.", TOLD.replace("rang our shop", "called us")
    )
    review = review_answer(COMPLAINT, TOLD, Around(other_answers=(before,)))
    assert Gap.USED_BEFORE in [gap for gap, _ in review.gaps]


def test_a_long_answer_is_asked_to_be_shorter() -> None:
    review = review_answer(COMPLAINT, TOLD, Around(seconds=240))
    assert Gap.TOO_LONG in [gap for gap, _ in review.gaps]
    assert review.attempt
    assert "4 minutes" in review.attempt.said


def test_criteria_of_the_advert_are_looked_for() -> None:
    around = Around(criteria=("Complaints handled calmly", "Forklift licence"))
    assert review_answer(COMPLAINT, TOLD, around).band(Side.CRITERIA) is Band.EMERGING
    said = f"{TOLD} That is how I handle complaints."
    assert review_answer(COMPLAINT, said, around).band(Side.CRITERIA) is Band.CLEAR
    assert review_answer(COMPLAINT, TOLD).band(Side.CRITERIA) is Band.NOT_ASKED


def test_without_a_question_a_story_is_still_read() -> None:
    review = review_answer("", TOLD)
    assert review.band(Side.RELEVANCE) is Band.CANNOT_TELL
    assert PartName.ACTION in _parts(review)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_gets_one_and_the_same_review(text: str, question: str) -> None:
    review = review_answer(question, text)
    assert review == review_answer(question, text)
    assert review.attempt
    for place in [*quotes_of(review), *(part.place for part in review.parts)]:
        assert text[place.start : place.end] == place.quote


def test_answers_to_judge_with_are_read_as_well_as_promised() -> None:
    examples = examples_in(OWN / "judge")
    read = [(each, review_answer(each.question, each.text)) for each in examples]
    agreement = sum(parts_agree(read).values(), Agreement())
    assert agreement.f1 >= 0.8
    assert kappa([pair for side in Side for pair in band_pairs(read, side)]) >= 0.75
    assert [each.scene for each, r in read if each.is_empty and r.keep] == []
    assert [each.scene for each, r in read if each.is_empty != r.is_empty] == []
