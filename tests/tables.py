"""A database with its tables made and nothing in it: made once in a whole run."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path
from shutil import copyfile

NAME = "onward.sqlite3"
_MAKE = "from onward.cli.ready import get_ready; get_ready()"


def lend_tables(file: Path) -> None:
    """Put a copy where a new database is wanted, as Onward makes it at its first start.

    Making it takes the processor three seconds; of several runs beside each other the
    first one does it, and the others wait.
    """
    shared = Path(os.environ["SHARED_BY_TESTS"])
    once, made = shared / "tables", shared / "tables.made"
    with (shared / "tables.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            surroundings = os.environ | {"ONWARD_DATA_DIR": str(once)}
            surroundings.pop("ONWARD_DATABASE_URL", None)
            subprocess.run([sys.executable, "-c", _MAKE], env=surroundings, check=True)
            made.touch()
    copyfile(once / NAME, file)
    file.chmod(0o600)
