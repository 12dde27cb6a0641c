import pytest

from onward.domain.letters.wording import index_of, wording

GROUPS = {"HURRY": "now|at_once|fast*", "SOON": "HURRY|soon"}


def said(*words: str) -> str:
    return f" {' '.join(words)} "


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("come|go now", "please go now"),
        ("HURRY", "come at once please"),
        ("SOON", "be here faster"),
        ("disappoint*", "how disappointing that is"),
        ("come ~ now", "come here to me right now"),
        ("come ~1 now", "come right now"),
        ("come please? now", "come now"),
        ("come please? now", "come please now"),
        ("^ so|and? why not", "why not"),
        ("you . me", "you owe me"),
        ("go now $", "go now !"),
        ("go|$ now", "go now"),
        ("within 0 days", "within 14 days"),
        ("come|\n  go now", "go now"),
        ("i demand !that", "i demand it"),
    ],
)
def test_a_wording_finds_what_it_stands_for(source: str, text: str) -> None:
    assert wording(source, GROUPS).is_in(said(text))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("come|go now", "going now"),
        ("come ~ now", "come one two three four five six now"),
        ("come ~1 now", "come here right now"),
        ("come ~ now", "come ? now"),
        ("^ why not", "so why not"),
        ("go now $", "go now please"),
        ("i demand !that", "i demand that"),
        ("disappoint*", "an appointment"),
    ],
)
def test_a_wording_leaves_other_words_alone(source: str, text: str) -> None:
    assert not wording(source, GROUPS).is_in(said(text))


def test_only_what_stands_between_the_marks_is_meant() -> None:
    text = said("please", "tell", "me", "why", "now")
    ((start, end),) = wording("tell ~2 < why > now", GROUPS).spans_in(text)
    assert text[start:end] == " why"


def test_a_wording_may_be_said_twice() -> None:
    assert len(list(wording("no", GROUPS).spans_in(said("no and no")))) == 2


def test_only_wordings_whose_needs_are_met_are_tried() -> None:
    rows = ["come ~ now", "go|leave ~ now", "^ why", "0 days"]
    index = index_of(wording(row, GROUPS) for row in rows)
    assert index.worth_trying(["please", "leave", "now"]) == [1]
    assert index.worth_trying(["why"]) == [2]
    assert index.worth_trying(["14", "days"]) == [3]


def test_an_ending_of_fewer_letters_than_a_key_is_always_tried() -> None:
    index = index_of([wording("ly*", GROUPS)])
    assert index.worth_trying(["lying"]) == [0]
