"""`onward demo`: a made-up search of six months, apart from the person's own."""

from typing import Annotated

import typer

from onward.cli.serve import NoOpen, Port

OnlyFill = Annotated[bool, typer.Option("--only-fill", hidden=True)]


def demo(
    port: Port = None, *, no_open: NoOpen = False, only_fill: OnlyFill = False
) -> None:
    """Start Onward with a made-up search. Your own is left alone."""
    from onward.cli.made_up import fill, use_made_up_search  # noqa: PLC0415 - slow

    if only_fill:
        fill()
        return
    use_made_up_search()
    from onward.cli.serving import serve_until_told  # noqa: PLC0415 - slow to import

    serve_until_told(port=port, may_open=not no_open)
