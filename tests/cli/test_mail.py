import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.journey.mail.letters import (
    MAILS_OF_ONE_SEARCH,
    no,
    ordinary,
    thanks,
    write_folder,
    write_maildir,
    write_mbox,
)

KEYS = {
    *("message_id", "label", "confidence", "needs_asking", "employer", "role"),
    *("feedback_offered", "feedback_given", "evidence"),
}


def _onward(*words: str | Path, **further: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "onward", "mail", *words],
        capture_output=True,
        text=True,
        check=False,
        **further,
    )


def _lines(said: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in said.stdout.splitlines()]


@pytest.mark.parametrize("write", [write_folder, write_maildir, write_mbox])
def test_mail_of_every_kind_is_told_by_its_meaning(write: Any, tmp_path: Path) -> None:
    path = write(tmp_path / "mail", [no("n"), thanks("t"), ordinary("o")])
    told = {
        line["message_id"]: line for line in _lines(_onward("classify", path, "--json"))
    }
    assert told["<n@made.example>"]["label"] == "rejection"
    assert told["<t@made.example>"]["label"] == "acknowledgement"
    assert told["<o@made.example>"]["label"] == "not_job_related"


def test_a_line_has_exactly_the_keys_that_are_promised(tmp_path: Path) -> None:
    path = tmp_path / "no.eml"
    path.write_bytes(no("n").raw)
    (line,) = _lines(_onward("classify", path, "--json"))
    assert set(line) == KEYS
    assert line["employer"] == "Acme"
    assert line["role"] == "Data Analyst"
    assert {"quote", "meaning"} == set(line["evidence"][0])


def test_a_mail_can_come_by_the_input() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "onward", "mail", "classify", "-", "--json"],
        input=no("n").raw,
        capture_output=True,
        check=True,
    )
    assert json.loads(said.stdout)["label"] == "rejection"


def test_to_classify_nothing_is_written_and_no_database_opened(tmp_path: Path) -> None:
    path = tmp_path / "no.eml"
    path.write_bytes(no("n").raw)
    folder = tmp_path / "data"
    tried = (
        "import sys; from onward.cli.classify import classify_all;"
        f"told = list(classify_all([{str(path)!r}]));"
        "print(len(told), 'django' in sys.modules)"
    )
    surroundings = os.environ | {"ONWARD_DATA_DIR": str(folder)}
    said = subprocess.run(
        [sys.executable, "-c", tried],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "1 False\n"
    assert _onward("classify", path, env=surroundings).returncode == 0
    assert not folder.exists()


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "no.eml"
    path.write_bytes(no("n").raw)
    said = _onward("classify", tmp_path / "nowhere", path, "--json")
    assert said.returncode == 0
    assert len(_lines(said)) == 1
    assert "There is nothing at this place." in said.stderr


def test_where_nothing_can_be_read_it_ends_with_one(tmp_path: Path) -> None:
    said = _onward("classify", tmp_path / "nowhere", "--json")
    assert (said.returncode, said.stdout) == (1, "")


def test_what_the_person_wrote_is_theirs_where_the_mailbox_tells(
    tmp_path: Path,
) -> None:
    mine = thanks("m", sender="Sam Field <sam@field.example>", to="hr@acme.example")
    path = write_mbox(tmp_path / "mail", [*(no(f"n{n}") for n in range(5)), mine])
    told = {
        line["message_id"]: line for line in _lines(_onward("classify", path, "--json"))
    }
    assert told["<m@made.example>"]["label"] == "follow_up"


@pytest.fixture
def surroundings(folder: Path) -> dict[str, str]:
    """Return the environment of a first start that is done."""
    kept = os.environ | {"ONWARD_DATA_DIR": str(folder)}
    kept.pop("ONWARD_DATABASE_URL", None)
    return dict(kept)


def test_a_mailbox_is_read_and_again_adds_nothing(
    tmp_path: Path, surroundings: dict[str, str]
) -> None:
    path = write_mbox(tmp_path / "mail.mbox", MAILS_OF_ONE_SEARCH)
    (first,) = _lines(_onward("import", path, "--json", env=surroundings))
    assert (first["state"], first["kept"], first["ordinary"]) == ("done", 4, 2)
    again = _onward("import", path, env=surroundings)
    assert "Nothing new: all of it was read before." in again.stdout


def test_a_path_without_mail_is_said_and_the_next_is_read(
    tmp_path: Path, surroundings: dict[str, str]
) -> None:
    path = write_mbox(tmp_path / "mail.mbox", MAILS_OF_ONE_SEARCH)
    said = _onward("import", tmp_path / "nowhere", path, "--json", env=surroundings)
    assert said.returncode == 1
    assert "There is nothing at this place." in said.stderr
    assert [line["state"] for line in _lines(said)] == ["done"]


@pytest.mark.slow
def test_interrupted_it_pauses_and_the_same_command_goes_on(
    tmp_path: Path, surroundings: dict[str, str]
) -> None:
    many = [thanks(f"t{n}", f"Role {n}", day=n / 100) for n in range(900)]
    path = write_mbox(tmp_path / "mail.mbox", many)
    process = subprocess.Popen(
        [sys.executable, "-m", "onward", "mail", "import", str(path), "--json"],
        env=surroundings,
        stdout=subprocess.PIPE,
        text=True,
    )
    _wait_for_some(Path(surroundings["ONWARD_DATA_DIR"]))
    process.send_signal(signal.SIGINT)
    told = json.loads(process.communicate()[0])
    assert told["state"] == "paused"
    assert 0 < told["seen"] < len(many)
    (rest,) = _lines(_onward("import", path, "--json", env=surroundings))
    assert (rest["state"], rest["seen"], rest["known"]) == ("done", len(many), 0)


def _wait_for_some(folder: Path) -> None:
    """Wait until a first part of a mailbox was read."""
    import sqlite3
    from contextlib import closing

    while True:
        with closing(sqlite3.connect(folder / "onward.sqlite3")) as database:
            found = database.execute("SELECT seen FROM mail_import").fetchall()
        if found and found[0][0]:
            return
        time.sleep(0.05)
