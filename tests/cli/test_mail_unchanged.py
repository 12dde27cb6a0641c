import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.journey.mail.letters import MAILS_OF_ONE_SEARCH, no, thanks, write_mbox

_TRIED = """
import sys
from pathlib import Path
from onward.cli.mail_unchanged import unchanged
told = unchanged([Path(word) for word in sys.argv[1:]])
print(*(one["seen"] for one in told), "django" in sys.modules)
"""


def _python(folder: Path, *words: str | Path) -> str:
    surroundings = os.environ | {"ONWARD_DATA_DIR": str(folder)}
    surroundings.pop("ONWARD_DATABASE_URL", None)
    return subprocess.run(
        [sys.executable, *map(str, words)],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


@pytest.fixture(scope="module")
def read(new: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read a mailbox once, from a folder that holds the data too."""
    place = tmp_path_factory.mktemp("read")
    shutil.copytree(new, place / "data")
    path = write_mbox(place / "mail.mbox", MAILS_OF_ONE_SEARCH)
    _python(place / "data", "-m", "onward", "mail", "import", path)
    return place


@pytest.fixture
def data(read: Path, tmp_path: Path) -> Path:
    """Lend a copy of the data."""
    return shutil.copytree(read / "data", tmp_path / "data")


def _change(data: Path, statement: str, *given: str) -> None:
    with closing(sqlite3.connect(data / "onward.sqlite3")) as database:
        database.execute(statement, given)
        database.commit()


def test_what_has_not_changed_is_told_without_django(read: Path, data: Path) -> None:
    path = read / "mail.mbox"
    assert _python(data, "-c", _TRIED, path) == "6 False"
    assert _python(data, "-c", _TRIED, path, path) == "6 6 False"


def test_one_that_is_new_lets_all_take_the_long_way(
    read: Path, data: Path, tmp_path: Path
) -> None:
    other = write_mbox(tmp_path / "other.mbox", [thanks("t")])
    assert _python(data, "-c", _TRIED, read / "mail.mbox", other) == "False"
    assert _python(data, "-c", _TRIED, tmp_path / "nowhere") == "False"


def test_a_mailbox_that_grew_takes_the_long_way(read: Path, tmp_path: Path) -> None:
    place = shutil.copytree(read, tmp_path / "grown")
    path = place / "mail.mbox"
    _change(place / "data", "UPDATE mail_import SET path = ?", str(path))
    with path.open("ab") as box:
        box.write(write_mbox(tmp_path / "more.mbox", [no("more")]).read_bytes())
    assert _python(place / "data", "-c", _TRIED, path) == "False"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE people_person SET mail_width = 'wide'",
        "UPDATE mail_import SET state = 'paused'",
        "UPDATE mail_import SET state = 'stopped'",
        "UPDATE mail_import SET position = ''",
        "ALTER TABLE mail_import RENAME TO mail_reading",
    ],
)
def test_what_is_in_doubt_takes_the_long_way(
    read: Path, data: Path, statement: str
) -> None:
    _change(data, statement)
    assert _python(data, "-c", _TRIED, read / "mail.mbox") == "False"


def test_a_second_look_that_waits_is_no_reason_to_read_again(
    read: Path, data: Path
) -> None:
    _change(data, "UPDATE mail_import SET state = 'waiting', look = 'second'")
    assert _python(data, "-c", _TRIED, read / "mail.mbox") == "6 False"
