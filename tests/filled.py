"""The made-up search, read once in a whole run; whoever asks gets a copy."""

import fcntl
import os
from pathlib import Path
from shutil import copytree

import pytest

from tests.running import started


def lend_demo(factory: pytest.TempPathFactory, folder: Path) -> Path:
    """Put a data folder with the made-up search, filled already, where it is wanted.

    Reading its mail takes the processor a quarter of a minute; of several that run
    beside each other the first one does it, and the others wait.
    """
    here = factory.getbasetemp()
    shared = here.parent if "PYTEST_XDIST_WORKER" in os.environ else here
    once, read = shared / "made-up", shared / "made-up.read"
    with (shared / "made-up.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not read.exists():
            with started(once, "demo"):
                read.touch()
    return copytree(once, folder)
