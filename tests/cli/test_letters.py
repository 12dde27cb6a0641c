import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onward.cli.letters import NoSuchLetterError, app

WHY = "why I was not chosen"
LETTER = f"Dear Ana,\n\nThank you for the tour. Could you tell me {WHY}?\n"


def told(*words: str, typed: str | None = None) -> str:
    run = CliRunner().invoke(app, ["tone", *words], input=typed, catch_exceptions=False)
    assert run.exit_code == 0
    return run.output


def test_a_file_is_checked_and_told_as_json(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    found = json.loads(told(str(path), "--json"))
    assert list(found) == ["politeness", "words", "questions", "flags"]
    assert 0 < found["politeness"] < 1
    assert (found["words"], found["questions"]) == (16, 1)
    (flag,) = found["flags"]
    assert list(flag) == ["kind", "quote", "start", "end", "why", "instead"]
    assert flag["kind"] == "why_question"
    assert LETTER[flag["start"] : flag["end"]] == flag["quote"] == WHY


def test_a_dash_reads_what_is_typed() -> None:
    found = json.loads(told("-", "--json", typed="I demand an answer."))
    assert [flag["kind"] for flag in found["flags"]] == ["demand"]


def test_the_hour_and_an_angry_version_are_heeded(tmp_path: Path) -> None:
    angry = tmp_path / "angry.txt"
    angry.write_text("Six rounds for a line from a robot.", encoding="utf-8")
    typed = "It was six rounds for a line from a robot."
    found = json.loads(
        told("-", "--json", "--hour", "23", "--angry", str(angry), typed=typed)
    )
    assert {"late", "angry"} <= {flag["kind"] for flag in found["flags"]}


def test_without_json_it_is_told_in_words() -> None:
    said = told("-", "--hour", "23", typed=LETTER)
    assert "16 words, 1 question." in said
    assert "the letter as a whole" in said
    assert "Instead: what would make me a stronger candidate" in said


def test_a_missing_file_is_said_in_a_sentence() -> None:
    with pytest.raises(NoSuchLetterError):
        told("/nowhere/letter.txt")
