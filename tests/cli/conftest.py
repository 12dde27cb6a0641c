"""A data folder as a first start leaves it: making one takes seconds, copying none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_TRIED = """
from onward.cli.ready import get_ready
from onward.domain.errors import OnwardError
try:
    get_ready()
except OnwardError as error:
    raise SystemExit(str(error))
"""


def get_ready_in(folder: Path) -> subprocess.CompletedProcess[str]:
    """Get a data folder ready in a process of its own, as each start does."""
    surroundings = os.environ | {"ONWARD_DATA_DIR": str(folder)}
    surroundings.pop("ONWARD_DATABASE_URL", None)
    return subprocess.run(
        [sys.executable, "-c", _TRIED],
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a data folder once."""
    folder = tmp_path_factory.mktemp("new") / "data"
    said = get_ready_in(folder)
    assert said.returncode == 0, said.stderr
    return folder


@pytest.fixture
def folder(new: Path, tmp_path: Path) -> Path:
    """Lend a copy of it."""
    return shutil.copytree(new, tmp_path / "data")
