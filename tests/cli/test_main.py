import subprocess
import sys

import pytest

from onward.cli.main import with_command


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ([], ["serve"]),
        (["--no-open"], ["serve", "--no-open"]),
        (["--port", "0"], ["serve", "--port", "0"]),
        (["demo"], ["demo"]),
        (["mail", "import", "box"], ["mail", "import", "box"]),
        (["--help"], ["--help"]),
    ],
)
def test_without_a_command_onward_opens(typed: list[str], meant: list[str]) -> None:
    assert with_command(typed) == meant


def _said(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "onward", *words],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_list_of_commands_names_them_all() -> None:
    said = _said("--help")
    assert said.returncode == 0
    for word in ("serve", "demo", "work", "version"):
        assert f"  {word} " in said.stdout


def test_the_list_of_commands_does_not_wait_for_django() -> None:
    tried = "import sys, onward.cli.main; print('django' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", tried], capture_output=True, text=True, check=True
    )
    assert said.stdout == "False\n"


def test_a_setting_that_makes_no_sense_is_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ONWARD_PORT", "many")
    said = _said("serve", "--no-open")
    assert said.returncode == 1
    assert "ONWARD_PORT" in said.stderr
    assert "Traceback" not in said.stderr


def test_a_word_that_is_no_command_is_one_line() -> None:
    said = _said("nonsense")
    assert said.returncode == 2
    assert "Traceback" not in said.stderr
