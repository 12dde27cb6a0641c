"""`onward`: everything on, and the browser open."""

from typing import Annotated

import typer

Port = Annotated[
    int | None, typer.Option(min=0, max=65535, help="0 takes any that is free.")
]
NoOpen = Annotated[
    bool, typer.Option("--no-open", help="Leave the browser closed; only say where.")
]


def serve(port: Port = None, *, no_open: NoOpen = False) -> None:
    """Start Onward and open it in the browser; so does `onward` alone."""
    from onward.cli.serving import serve_until_told  # noqa: PLC0415 - slow to import

    serve_until_told(port=port, may_open=not no_open)
