import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.applications.state import Stage
from onward.domain.landing.explanations import (
    Card,
    Facts,
    Nudge,
    Tray,
    nudge_for,
    suggestions_for,
)


def keys(facts: Facts) -> list[str]:
    return [suggestion.key for suggestion in suggestions_for(facts)]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("We have appointed an internal candidate.", "internal"),
        ("There is a hiring freeze until April.", "money"),
        ("The post has been withdrawn.", "changed"),
        ("Others had more experience with our system.", "closer"),
        ("We had a high volume of replies.", "crowd"),
    ],
)
def test_their_own_words_come_first_and_are_quoted(words: str, key: str) -> None:
    first = suggestions_for(Facts(words=words))[0]
    assert first.key == key
    assert words in first.because


def test_of_a_long_letter_only_the_sentence_that_counts_is_quoted() -> None:
    letter = "Dear Amira,\nThank you for coming. We chose an internal candidate. Best"
    first = suggestions_for(Facts(words=letter))[0]
    assert first.because == "They wrote: “We chose an internal candidate.”"


def test_pay_or_place_counts_only_as_a_reason() -> None:
    said = "Your expected salary was above the budget."
    assert "terms" not in keys(Facts(words="The location is easy to find."))
    assert "terms" in keys(Facts(reason=said))


def test_after_silence_it_may_be_theirs_alone() -> None:
    assert "silence" in keys(Facts(days_silent=40))


def test_one_interviewer_is_not_called_a_panel() -> None:
    texts = [
        one.text
        for one in suggestions_for(Facts(stage=Stage.INTERVIEW, was_panel=False))
    ]
    assert "Another interviewer might have seen it otherwise" in texts


def test_nothing_is_said_about_people_nobody_counted() -> None:
    assert "others" not in keys(Facts())
    assert "others" in keys(Facts(interviewed=5))


def test_a_line_of_the_advert_without_a_story_is_named() -> None:
    facts = Facts(criteria_without_evidence=("use of a reporting system",))
    texts = [suggestion.text for suggestion in suggestions_for(facts)]
    assert any("use of a reporting system" in text for text in texts)


FACTS = st.builds(
    Facts,
    stage=st.sampled_from(Stage),
    words=st.sampled_from(
        ["", "internally", "a freeze, more experience, high volume, on hold"]
    ),
    interviewed=st.sampled_from([None, 1, 4]),
    adjustments_missed=st.booleans(),
    criteria_without_evidence=st.sampled_from([(), ("French",)]),
)


MINE = {"reply", "form", "task", "example", "terms-mine"}


@given(FACTS)
def test_there_is_something_for_each_tray_and_not_too_much(facts: Facts) -> None:
    found = suggestions_for(facts)
    assert 4 <= len(found) <= 8
    assert len({one.text for one in found}) == len(found)
    assert found[-2].key == "unfair"
    assert found[-1].key == "unknown"
    assert {one.key for one in found} & MINE


@pytest.mark.parametrize(
    ("trays", "nudge"),
    [
        ((Tray.MINE, Tray.MINE), Nudge.FRIEND),
        ((Tray.THEIRS, Tray.THEIRS), Nudge.SMALL_THING),
        ((Tray.UNKNOWN, Tray.UNKNOWN), Nudge.NONE),
        ((Tray.MINE, Tray.THEIRS), Nudge.NONE),
        ((Tray.MINE,), Nudge.NONE),
        ((), Nudge.NONE),
        ((Tray.MINE, Tray.MINE, Tray.NONE), Nudge.FRIEND),
    ],
)
def test_only_one_sidedness_is_asked_about(
    trays: tuple[Tray, ...], nudge: Nudge
) -> None:
    assert nudge_for([Card("x", tray) for tray in trays]) is nudge
