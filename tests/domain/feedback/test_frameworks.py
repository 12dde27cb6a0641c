import pytest

from onward.domain.feedback.competencies import competency_of
from onward.domain.feedback.frameworks import NAMES, competencies, framework
from onward.domain.feedback.words import words_in


def test_the_nine_behaviours_are_there_with_their_licence() -> None:
    assert len(competencies()) == 9
    assert "Seeing the Big Picture" in competencies()
    assert framework().credit == (
        "Contains public sector information licensed under the "
        "Open Government Licence v3.0."
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_hint_can_be_found(name: str) -> None:
    for competency in framework(name).competencies:
        for hint in competency.hints:
            spelled = " ".join(words_in(hint.replace("*", "")))
            assert spelled == hint.replace("*", "").replace(",", ""), hint


@pytest.mark.parametrize("name", NAMES)
def test_every_competency_is_found_by_its_own_name(name: str) -> None:
    used = framework(name)
    for competency in used.competencies:
        assert competency_of("", competency.name, used) == competency.name


@pytest.mark.parametrize(
    ("quote", "competency"),
    [
        ("more detail on how you handled stakeholders", "Working Together"),
        ("You rambled and we lost the thread.", "Communicating and Influencing"),
        ("You couldn't name one of our competitors.", "Seeing the Big Picture"),
        ("How you motivate a team was missing.", "Leadership"),
        ("You missed the deadline.", "Delivering at Pace"),
        ("Safeguarding was not mentioned.", "Managing a Quality Service"),
        ("A very good interview.", ""),
    ],
)
def test_a_competency_is_named_where_words_hint_at_it(
    quote: str, competency: str
) -> None:
    assert competency_of(quote, "", framework()) == competency


def test_a_heading_goes_before_what_stands_under_it() -> None:
    quote = "You spoke clearly to the customer."
    assert competency_of(quote, "Leadership", framework()) == "Leadership"
