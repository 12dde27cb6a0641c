"""`onward applications`: list them, show one, add one in a line.

Django has to be ready before this is imported; `cli.main` sees to it.
"""

import json
from enum import StrEnum
from typing import Annotated

import typer

from onward.cli import application_values as values
from onward.cli import tables

app = typer.Typer(no_args_is_help=True)


class Status(StrEnum):
    """Where an application may stand."""

    OPEN = "open"
    QUIET = "quiet"
    CLOSED = "closed"


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Words = Annotated[
    str, typer.Option("--search", help="Words of role, employer or mail.")
]
WithStatus = Annotated[Status | None, typer.Option(help="Only those that stand so.")]
PutAway = Annotated[bool, typer.Option("--all", help="Also those put away.")]
Number = Annotated[int, typer.Argument(help="Its id, as the list tells it.")]
Line = Annotated[
    str, typer.Argument(help='Such as "Acme, Data Analyst, applied 3 Nov, referral".')
]


@app.command("list")
def list_all(
    *,
    as_json: AsJson = False,
    status: WithStatus = None,
    search: Words = "",
    also_put_away: PutAway = False,
) -> None:
    """List the applications, the one with the latest word first."""
    found = values.listed(status or "", search, also_put_away=also_put_away)
    if as_json:
        _print_json(found)
    else:
        tables.print_list(found)


@app.command()
def show(number: Number, *, as_json: AsJson = False) -> None:
    """Show one application with its whole history."""
    found = values.whole(number)
    if as_json:
        _print_json(found)
    else:
        tables.print_one(found)


@app.command()
def add(line: Line, *, as_json: AsJson = False) -> None:
    """Add an application in one line, in any sensible order."""
    found = values.add(line)
    if as_json:
        _print_json(found)
    else:
        tables.print_one(found)


def _print_json(found: object) -> None:
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
