"""Finds mail that others collected to try parsers on; it is no part of the project."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[4] / "shared" / "data" / "mail_fixtures"


def collected_mail(*below: str) -> list[Path]:
    """Return the files of that collection; skips the test where there is none."""
    found = sorted(
        path for path in FOLDER.joinpath(*below).rglob("*") if path.is_file()
    )
    if not found:
        pytest.skip(f"there is no collected mail in {FOLDER}")
    return found
