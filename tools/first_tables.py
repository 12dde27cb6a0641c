"""Write the tables of a new database down, as the migrations leave them.

`python -m tools.first_tables`, after each new migration. What it writes is laid out by
`onward.cli.first_tables`, and a test compares the two ways.
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

STATEMENTS = Path(__file__).parents[1] / "src" / "onward" / "cli" / "first_tables.sql"
_MIGRATED = """
import django
from django.core.management import call_command
django.setup()
call_command("migrate", interactive=False, verbosity=0)
"""
# The moment of being laid out is told, not that of writing this down.
_NOW = "strftime('%Y-%m-%d %H:%M:%f', 'now')"


def statements() -> str:
    """Return what makes a new database, a statement after the other."""
    with TemporaryDirectory() as folder:
        surroundings = os.environ | {
            "ONWARD_DATA_DIR": folder,
            "DJANGO_SETTINGS_MODULE": "onward.settings",
        }
        surroundings.pop("ONWARD_DATABASE_URL", None)
        subprocess.run([sys.executable, "-c", _MIGRATED], env=surroundings, check=True)
        with closing(sqlite3.connect(Path(folder) / "onward.sqlite3")) as database:
            return "".join(f"{statement};\n" for statement in dumped(database))


def dumped(database: sqlite3.Connection) -> Iterator[str]:
    """Yield the statements that make a database with the same tables and rows."""
    kinds = dict(database.execute("SELECT name, type FROM pragma_table_list"))
    made = database.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        " ORDER BY type = 'trigger', type = 'index', name"
    ).fetchall()
    for name, sql in made:
        if kinds.get(name) != "shadow" and not name.startswith("sqlite_"):
            yield sql
    for name, kind in sorted(kinds.items()):
        if kind == "table" and not name.startswith("sqlite_"):
            yield from _rows(database, name)


def _rows(database: sqlite3.Connection, table: str) -> Iterator[str]:
    asked = database.execute("SELECT name FROM pragma_table_info(?)", [table])
    columns = [name for (name,) in asked]
    quoted = ", ".join(f'quote("{name}")' for name in columns)
    for row in database.execute(f'SELECT {quoted} FROM "{table}" ORDER BY rowid'):  # noqa: S608 - names of our own tables
        told = [
            _NOW if name == "applied" else value
            for name, value in zip(columns, row, strict=True)
        ]
        yield f'INSERT INTO "{table}" VALUES({",".join(told)})'


def main() -> None:
    """Write the statements where the package looks for them."""
    STATEMENTS.write_text(statements(), encoding="utf-8")


if __name__ == "__main__":
    main()
