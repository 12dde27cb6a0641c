from pathlib import Path

import pytest

from onward.domain.interview.answers.review import Band, PartName, Side
from tools.answer_examples import OWN, examples_in

WRITTEN = """@@ voice=plain; scene=bakery
? Tell me about a mistake you made.
= S=c A=s R=e L=e D=e Q=c
{S|I once sent out the wrong cake.} {A|I drove over.} So there.

@@ voice=empty; scene=anywhere
? Why here?
= empty
Fine.
"""


def test_an_answer_is_read_without_its_marks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRITTEN)
    first, second = examples_in(tmp_path)
    assert first.text == "I once sent out the wrong cake. I drove over. So there."
    assert [(each.part, first.text[each.start : each.end]) for each in first.parts] == [
        (PartName.SITUATION, "I once sent out the wrong cake."),
        (PartName.ACTION, "I drove over."),
    ]
    assert first.bands[Side.ACTION] is Band.STRONG
    assert second.is_empty


def test_an_answer_without_its_head_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("? Why?\n= empty\nFine.\n")
    with pytest.raises(ValueError, match="Why"):
        examples_in(tmp_path)


def test_there_are_enough_answers_and_no_scene_is_in_both_parts() -> None:
    build, judge = examples_in(OWN / "build"), examples_in(OWN / "judge")
    assert len(build) + len(judge) >= 120
    told = [each for each in build if each.bands]
    assert not {each.text for each in told} & {each.text for each in judge}
    assert not {each.question for each in told} & {e.question for e in judge if e.bands}
