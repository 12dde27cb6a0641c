"""A bar in the terminal that shows how far a mailbox is read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)


@contextmanager
def bar(name: str) -> Iterator[Callable[[int, int, str], None]]:
    """Lend what shows how much is done of how much, and a few words beside."""
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[told]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    ) as shown:
        task = shown.add_task(name, total=1, told="")

        def show(done: int, most: int, told: str) -> None:
            shown.update(task, completed=done, total=max(1, most), told=told)

        yield show
