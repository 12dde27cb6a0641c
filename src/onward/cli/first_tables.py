"""Gives a new SQLite database its tables at once, as the migrations would leave them.

To go through all migrations takes three seconds, and this a twentieth of one.
`python -m tools.first_tables` writes the statements; migrations that came later, and
other databases, go the usual way.
"""

import re
import sqlite3
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

from django.db import connection

STATEMENTS = Path(__file__).with_suffix(".sql")
_DONE = re.compile(
    r"^INSERT INTO \"django_migrations\" VALUES\(\d+,'(\w+)','(\w+)'", re.MULTILINE
)


def lay_out(known: AbstractSet[tuple[str, str]]) -> bool:
    """Make the tables, all or none; tell whether that was possible.

    It is not where an installed package is older than these statements.
    """
    if connection.vendor != "sqlite" or not set(_DONE.findall(_statements())) <= known:
        return False
    connection.ensure_connection()
    database = connection.connection
    try:
        database.executescript(f"BEGIN IMMEDIATE;\n{_statements()}COMMIT;")
    except sqlite3.Error:  # another process was first, or SQLite is without a part
        database.rollback()
        return False
    return True


@cache
def _statements() -> str:
    return STATEMENTS.read_text(encoding="utf-8")
