from pathlib import Path

import pytest

from tools.tone_examples import (
    DOMAINS,
    PUBLIC,
    Expected,
    own_letters,
    own_lines,
    requests,
)


def test_a_letter_comes_with_what_stands_above_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "@@ angry; scene=a baker; hour=23\n% Get lost.\n! late\n! blame: You lied\n\n"
        "Dear Ana,\n\nYou lied.\n\n@@ fine; scene=a cook\n\nThank you.\n",
        encoding="utf-8",
    )
    angry, fine = own_letters(tmp_path)
    assert (angry.manner, angry.hour, angry.angry) == ("angry", 23, ("Get lost.",))
    assert angry.expected == (Expected("late"), Expected("blame", "You lied"))
    assert angry.text == "Dear Ana,\n\nYou lied.\n"
    assert (fine.place, fine.expected) == ("a.txt:2", ())


def test_lines_come_with_their_kinds(tmp_path: Path) -> None:
    (tmp_path / "said.txt").write_text("blame+demand: You owe me: now.\n", "utf-8")
    (tmp_path / "fine.txt").write_text("Thank you.\n", "utf-8")
    said, fine = own_lines(tmp_path)
    assert said.text == "You owe me: now."
    assert [each.kind for each in said.expected] == ["blame", "demand"]
    assert not fine.expected


def test_user_names_and_code_are_left_out_of_requests(tmp_path: Path) -> None:
    head = "Community,Id,Request,Normalized Score\n"
    row = "x,1,@Ana_B: see `x=1` at https://a.example/b ?,0.5\n"
    (tmp_path / DOMAINS["Wikipedia"]).write_text(head + row + row, encoding="utf-8")
    (request,) = requests("Wikipedia", tmp_path)
    assert request.text.split() == ["see", "code", "at", "<url>", "?"]
    assert request.score == 0.5


@pytest.mark.skipif(not PUBLIC.exists(), reason=f"{PUBLIC} is not there")
def test_the_public_requests_are_those_that_were_described() -> None:
    assert len(requests("Wikipedia")) == 4338
    assert len(requests("Stack Exchange")) == 6594
