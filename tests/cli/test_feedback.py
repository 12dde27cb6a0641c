import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from onward.cli.feedback import (
    FeedbackNotThereError,
    FrameworkNotThereError,
    app,
)

TEXT = "Your presentation was excellent.\r\nPlease apply again in 12 months.\r\n"


def notes(*words: str, given: str = "") -> list[dict[str, Any]]:
    said = CliRunner().invoke(
        app, ["read", *words, "--json"], input=given.encode(), catch_exceptions=False
    )
    found: list[dict[str, Any]] = json.loads(said.stdout)["notes"]
    return found


def test_a_file_becomes_notes_with_places_in_it(tmp_path: Path) -> None:
    path = tmp_path / "feedback.txt"
    path.write_bytes(TEXT.encode())
    first, second = notes(str(path))
    assert set(first) == {
        *("quote", "start", "end", "kind", "competency", "specific", "confidence")
    }
    assert (first["kind"], second["kind"]) == ("strength", "reapply")
    assert TEXT[second["start"] : second["end"]] == second["quote"]


def test_a_dash_reads_the_input_and_bytes_that_are_no_text_do_no_harm() -> None:
    assert [note["kind"] for note in notes("-", given=TEXT)] == ["strength", "reapply"]
    said = CliRunner().invoke(
        app, ["read", "-", "--json"], input=b"\xff\xfe good data."
    )
    assert said.exit_code == 0


def test_without_json_each_note_is_a_line() -> None:
    said = CliRunner().invoke(app, ["read", "-"], input=TEXT.encode())
    assert said.stdout.splitlines()[1].startswith("reapply")


def test_another_framework_can_be_asked_for() -> None:
    given = "You listened well."
    assert (
        notes("-", "--by", "onet", given=given)[0]["competency"] == "Active Listening"
    )


def test_what_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FeedbackNotThereError):
        notes(str(tmp_path / "none.txt"))
    with pytest.raises(FrameworkNotThereError):
        notes("-", "--by", "nonsense", given=TEXT)


def test_reading_feedback_does_not_wait_for_django() -> None:
    tried = (
        "import sys, onward.cli.main as m\n"
        "sys.argv = ['onward', 'feedback', 'read', '-']"
        "\ntry: m.main()\nexcept SystemExit: pass\nprint('django' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", tried],
        input=TEXT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.splitlines()[-1] == "False"
