"""A database with its tables made and nothing in it: made once in a whole run."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile

NAME = "onward.sqlite3"
_MAKE = "from onward.cli.ready import get_ready; get_ready()"


def lend_tables(file: Path) -> None:
    """Put a copy where a new database is wanted, as Onward makes it at its first start.

    Making it takes the processor three seconds; of several runs beside each other the
    first one does it, and the others wait.
    """
    once = _shared() / "tables"
    with _made_once(once) as wanted:
        if wanted:
            _make(once)
    copyfile(once / NAME, file)
    file.chmod(0o600)


def lend_template(server: str) -> str:
    """Return the name of a PostgreSQL database to copy, made once like the file."""
    import psycopg

    name = "with_tables"
    with _made_once(_shared() / name) as wanted:
        if wanted:
            with psycopg.connect(server, autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}")
            _make(_shared() / name, f"{server.rpartition('/')[0]}/{name}")
    return name


def _shared() -> Path:
    return Path(os.environ["SHARED_BY_TESTS"])


@contextmanager
def _made_once(what: Path) -> Iterator[bool]:
    """Tell whether it is to be made; whoever else asks waits until it is."""
    made = what.with_suffix(".made")
    with what.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield not made.exists()
        made.touch()


def _make(folder: Path, server: str = "") -> None:
    surroundings = os.environ | {"ONWARD_DATA_DIR": str(folder)}
    surroundings.pop("ONWARD_DATABASE_URL", None)
    if server:
        surroundings["ONWARD_DATABASE_URL"] = server
    subprocess.run([sys.executable, "-c", _MAKE], env=surroundings, check=True)
