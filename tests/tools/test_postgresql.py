"""The server for tests is there for the command, and gone afterwards."""

import os
import sys
from pathlib import Path

import pytest

from tools.postgresql import main
from tools.system import postgresql

pytestmark = pytest.mark.skipif(
    postgresql() is None, reason="there is no PostgreSQL on this machine"
)

ASK = """
import os, pathlib, sys, psycopg
url = os.environ["ONWARD_DATABASE_URL"]
with psycopg.connect(url) as connection:
    encoding = connection.execute("show server_encoding").fetchone()[0]
pathlib.Path(sys.argv[1]).write_text(f"{encoding} {url}")
"""


def test_the_command_finds_an_empty_server_that_is_gone_afterwards(
    tmp_path: Path,
) -> None:
    import psycopg

    told = tmp_path / "told"
    assert main([sys.executable, "-c", ASK, str(told)]) == 0
    encoding, url = told.read_text().split()
    assert encoding == "UTF8"
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_a_command_that_fails_is_not_hidden() -> None:
    assert main([sys.executable, "-c", "raise SystemExit(3)"]) == 3
    assert "ONWARD_DATABASE_URL" not in os.environ
