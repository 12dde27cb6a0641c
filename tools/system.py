"""Put what the tests need from the system in place, or say plainly what is missing.

`python -m tools.system` asks Debian's packages for Chromium, PostgreSQL and Dovecot
where this machine allows it without a question; what stays away is named, and its
tests skip.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
DEBIAN_SERVERS = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True)
class Need:
    """Something from the system, its package, and the tests that skip without it."""

    name: str
    package: str
    tests: str
    find: Callable[[], Path | None]


def chromium() -> Path | None:
    """Return the browser for the tests, or None where there is none."""
    found = filter(None, map(shutil.which, CHROMIUM_NAMES))
    return next(map(Path, found), None)


def postgresql() -> Path | None:
    """Return the folder of PostgreSQL's programs, or None where there is no server."""
    # Debian keeps the server's programs off the path; the newest one is taken.
    for folder in sorted(DEBIAN_SERVERS.glob("*/bin"), reverse=True):
        if (folder / "initdb").is_file():
            return folder
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def dovecot() -> Path | None:
    """Return the mail server for the tests, or None where there is none."""
    found = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    return Path(found) if found else None


NEEDS = (
    Need("Chromium", "chromium", "the browser tests", chromium),
    Need("PostgreSQL", "postgresql", "the tests on PostgreSQL", postgresql),
    Need("Dovecot", "dovecot-imapd", "the tests with a mail server", dovecot),
)


def missing() -> list[Need]:
    """Return what this machine lacks."""
    return [need for need in NEEDS if need.find() is None]


def sentence(need: Need) -> str:
    """Say what is missing, what skips for it, and what brings it."""
    return (
        f"{need.name} is not on this machine, so {need.tests} are skipped; "
        f"`sudo apt-get install {need.package}` brings it."
    )


def install(packages: list[str]) -> None:
    """Ask Debian's packages for these, where that needs no question to the person."""
    right = _right_to_install()
    if right is None or not shutil.which("apt-get"):
        return
    quietly = [*right, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    wanted = ["install", "--yes", "--no-install-recommends", *packages]
    for step in (["update"], wanted):
        # A step that fails leaves something missing, which is then named.
        subprocess.run(
            [*quietly, *step],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )


def _right_to_install() -> list[str] | None:
    """Return what stands before a command to run it as root; None: not allowed."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    asked = ["sudo", "--non-interactive", "true"]
    allowed = subprocess.run(asked, check=False, capture_output=True).returncode == 0
    return asked[:-1] if allowed else None


if __name__ == "__main__":
    if lacking := missing():
        install([need.package for need in lacking])
    for need in missing():
        print(sentence(need), file=sys.stderr)
