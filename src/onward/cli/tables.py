"""Applications as tables in the terminal."""

from typing import Any

from rich.console import Console
from rich.table import Table

Plain = dict[str, Any]
_HEADS = ("id", "role", "employer", "stage", "stands", "last word")


def print_list(rows: list[Plain]) -> None:
    """Print applications as a table."""
    if not rows:
        _console().print("None. Give a mailbox, or add one in a line.")
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    for head in _HEADS:
        table.add_column(head)
    for row in rows:
        role, stands = row["role"] or "-", row["ending"] or row["status"]
        cells = (
            row["id"],
            role,
            row["employer"] or "-",
            row["stage"],
            stands,
            row["last_on"],
        )
        table.add_row(*(str(cell or "") for cell in cells))
    _console().print(table)


def print_one(found: Plain) -> None:
    """Print one application with what happened to it, newest first."""
    console = _console()
    console.print(f"{found['role'] or '-'}, {found['employer'] or '-'}", style="bold")
    console.print(f"{found['stage']}, {found['ending'] or found['status']}")
    table = Table(box=None, pad_edge=False, show_header=False)
    for event in reversed(found["events"]):
        kind = str(event["kind"]).replace("_", " ")
        words = event["quote"] or event["said"]
        style = "" if event["counts"] else "strike dim"
        table.add_row(event["on"], kind, words, style=style)
    console.print(table)


def _console() -> Console:
    """Return a terminal that takes words as they are: no sign in them is a style."""
    return Console(markup=False, emoji=False, highlight=False)
