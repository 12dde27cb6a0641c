import re
from itertools import pairwise

from onward.domain.feedback.note import Kind
from tools.feedback_examples import OWN, Example, examples_in, unmarked

ALL = [*examples_in(OWN / "build"), *examples_in(OWN / "judge")]


def test_marks_are_taken_out_and_keep_their_places() -> None:
    text, points = unmarked("Hi. {+CO!|You spoke well}, but {-|you were late.}")
    assert text == "Hi. You spoke well, but you were late."
    assert [text[point.start : point.end] for point in points] == [
        "You spoke well",
        "you were late.",
    ]
    assert [point.kind for point in points] == [Kind.STRENGTH, Kind.IMPROVEMENT]
    assert points[0].competency == "Communicating and Influencing"
    assert [point.is_specific for point in points] == [True, False]


def test_no_mark_is_left_in_a_text_and_points_stand_apart() -> None:
    assert [each.place for each in ALL if re.search(r"[{}]", each.text)] == []
    assert [each.place for each in ALL if not _apart(each)] == []


def _apart(example: Example) -> bool:
    return all(one.end <= other.start for one, other in pairwise(example.points))


def test_there_is_enough_to_judge_with_and_nothing_of_it_to_build_with() -> None:
    judged = {
        each.text for each in ALL if each.place.startswith(("one", "two", "other"))
    }
    judge = {each.text for each in examples_in(OWN / "judge")}
    build = {each.text for each in examples_in(OWN / "build")}
    assert len(judge) > 100
    assert judge & build == set()
    assert judged
