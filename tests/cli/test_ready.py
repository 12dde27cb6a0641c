import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import get_ready_in


def _database(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(folder / "onward.sqlite3")


def _do(folder: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(_database(folder)) as database, database:
        return database.execute(statement).fetchall()


def _copies(folder: Path) -> list[Path]:
    return sorted((folder / "before-updates").glob("*"))


def _forget_the_last_migration(folder: Path) -> None:
    _do(folder, "DROP TABLE today_notnow")
    _do(folder, "DELETE FROM django_migrations WHERE app = 'today'")


def test_a_new_folder_gets_its_tables_and_no_copy(new: Path) -> None:
    assert _do(new, "SELECT count(*) FROM today_notnow") == [(0,)]
    assert _copies(new) == []


def test_the_second_time_nothing_is_written(folder: Path) -> None:
    before = (folder / "onward.sqlite3").read_bytes()
    assert get_ready_in(folder).returncode == 0
    assert (folder / "onward.sqlite3").read_bytes() == before


def test_before_a_change_the_database_is_copied_for_its_owner_alone(
    folder: Path,
) -> None:
    _forget_the_last_migration(folder)
    assert get_ready_in(folder).returncode == 0
    (copy,) = _copies(folder)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy)) as kept:
        names = kept.execute("SELECT name FROM sqlite_master").fetchall()
    assert ("today_notnow",) not in names
    assert ("applications_application",) in names


def test_only_the_latest_copies_stay(folder: Path) -> None:
    old = folder / "before-updates"
    old.mkdir()
    for year in range(2020, 2024):
        (old / f"onward-{year}0101-000000.sqlite3").touch()
    _forget_the_last_migration(folder)
    get_ready_in(folder)
    names = [copy.name[:11] for copy in _copies(folder)]
    assert len(names) == 3
    assert names[:2] == ["onward-2022", "onward-2023"]


def test_data_of_a_later_onward_is_left_alone(folder: Path) -> None:
    _do(
        folder,
        "INSERT INTO django_migrations (app, name, applied) "
        "VALUES ('today', '0999_from_the_future', '2030-01-01')",
    )
    said = get_ready_in(folder)
    assert said.returncode == 1
    assert said.stderr.startswith("A newer Onward wrote this data.")


def test_an_update_that_does_not_work_is_told_in_one_line(folder: Path) -> None:
    _do(folder, "DELETE FROM django_migrations WHERE app = 'today'")
    said = get_ready_in(folder)
    assert said.returncode == 1
    assert "The database could not be brought up to date." in said.stderr
    assert len(_copies(folder)) == 1
