"""Taking one's things along from the command line."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
import typer
from pytest_django import Settings
from typer.testing import CliRunner, Result

from onward import wiring
from onward.cli.export import export
from onward.journey.custody.taking_out.whole import FileThereError
from onward.journey.people.models import Lock
from onward.journey.people.sealing import (
    WrongPassphraseError,
    is_sealed_away,
    set_passphrase,
)
from tests.builders import person
from tests.journey.reflection.looked_back import interviewed, kept

pytestmark = pytest.mark.django_db
PASSPHRASE = "four plain words here"
app = typer.Typer()
app.command()(export)


def _ran(*words: str, said: str = "") -> Result:
    return CliRunner().invoke(app, words, input=said, catch_exceptions=False)


def _names(path: Path) -> set[str]:
    told = io.BytesIO(path.read_bytes())
    return {name.partition("/")[2] for name in ZipFile(told).namelist()}


def _reflected() -> None:
    _, about = interviewed()
    kept(about, "the herons")


def test_everything_lies_in_one_file_of_that_name(tmp_path: Path) -> None:
    _reflected()
    path = tmp_path / "mine.zip"
    assert "It is not locked; keep it safe." in _ran(str(path)).output
    assert "applications.json" in _names(path)
    assert "private/reflections.json" not in _names(path)


def test_what_is_named_goes_along(tmp_path: Path) -> None:
    _reflected()
    path = tmp_path / "mine.zip"
    _ran(str(path), "--with", "reflections", "--with", "recordings")
    assert "private/reflections.json" in _names(path)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "mine.zip"
    path.write_text("another")
    with pytest.raises(FileThereError):
        _ran(str(path))
    assert path.read_text() == "another"


def test_a_passphrase_opens_for_this_command_alone(
    tmp_path: Path, settings: Settings
) -> None:
    _reflected()
    settings.PASSPHRASE_WORK = 2**4
    set_passphrase(person=person(), passphrase=PASSPHRASE)
    wiring.vault().forget(Lock.objects.get().name)  # as it is once that is stored
    settings.START_SECRET = "another start"
    path = tmp_path / "mine.zip"
    with pytest.raises(WrongPassphraseError):
        _ran(str(path), "--with", "reflections", said="another\n")
    assert not path.exists()
    _ran(str(path), "--with", "reflections", said=f"{PASSPHRASE}\n")
    assert "private/reflections.json" in _names(path)
    assert is_sealed_away(person())
