"""`onward work`: what is done beside the pages, such as reading mail."""

from typing import Annotated

import typer

Beside = Annotated[
    bool, typer.Option("--beside", hidden=True, help="End when the starter does.")
]


def work(*, beside: Beside = False) -> None:
    """Do what waits to be done, until told to stop. `onward` starts this by itself."""
    from onward.cli.working import work_until_told  # noqa: PLC0415 - slow to import

    work_until_told(beside=beside)
