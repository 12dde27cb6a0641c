"""Run a command with a PostgreSQL of its own: `python -m tools.postgresql COMMAND...`.

The server lives in a temporary folder, listens on a free port of this machine only,
and is gone afterwards. The command finds it in ONWARD_DATABASE_URL.
"""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.ports import free_port
from tools.system import postgresql

# PostgreSQL refuses to run as root; Debian's package brings this account.
ACCOUNT = "postgres" if os.geteuid() == 0 else None
# The data is thrown away: nothing needs to reach the disk.
HASTE = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@contextmanager
def _folder() -> Iterator[Path]:
    """Lend a folder that the server's account may use."""
    folder = Path(tempfile.mkdtemp(prefix="onward-postgresql-"))
    try:
        if ACCOUNT:
            shutil.chown(folder, ACCOUNT)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """Lend the address of an empty server that ends with the block."""
    with _folder() as folder:
        data, port, password = folder / "data", free_port(), secrets.token_hex(16)
        _prepare(programs, data, password)
        options = f"-p {port} -h 127.0.0.1 -k {folder} {HASTE}"
        log = str(folder / "log")
        _run(programs / "pg_ctl", "-D", data, "-o", options, "-l", log, "-w", "start")
        try:
            yield f"postgresql://onward:{password}@127.0.0.1:{port}/postgres"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _prepare(programs: Path, data: Path, password: str) -> None:
    """Make an empty database folder whose owner needs the password."""
    kept = data.with_name("password")
    kept.write_text(password)
    kept.chmod(0o600)
    if ACCOUNT:
        shutil.chown(kept, ACCOUNT)
    who = ("-U", "onward", "--pwfile", kept, "-A", "scram-sha-256")
    _run(programs / "initdb", "-D", data, "-E", "UTF8", "--locale=C.UTF-8", "-N", *who)


def _run(program: Path, *arguments: str | Path) -> None:
    """Run one of the server's programs under its account, silent unless it fails."""
    done = subprocess.run(
        [program, *arguments],
        check=False,
        user=ACCOUNT,
        cwd="/",
        stdin=subprocess.DEVNULL,
        # To a file, not a pipe: the server keeps it open for as long as it lives.
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if done.returncode:
        sys.exit(f"{program.name} failed; PostgreSQL could not be started.")


def main(command: list[str]) -> int:
    """Run the command on a fresh server and return how it ended."""
    programs = postgresql()
    if programs is None:
        print("There is no PostgreSQL on this machine: its part is skipped.")
        return 0
    with server(programs) as url:
        environment = os.environ | {"ONWARD_DATABASE_URL": url}
        return subprocess.run(command, check=False, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
