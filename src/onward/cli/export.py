"""`onward export`: everything of the search in one zip, for reading and elsewhere."""

import sys
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from onward.journey.people.models import Person

_KB, _MB = 1_000, 1_000_000


class Along(StrEnum):
    """What goes along only when it is named."""

    REFLECTIONS = "reflections"
    RECORDINGS = "recordings"


File = Annotated[Path, typer.Argument(help="Where to put it, such as onward.zip.")]
With = Annotated[
    list[Along] | None,
    typer.Option("--with", help="What else goes along; may be given twice."),
]


def export(file: File, with_: With = None) -> None:
    """Put everything Onward knows into one zip of plain files.

    What you wrote when you looked back, and recordings, go along only if you name them
    with --with. The zip is not locked: who has it can read it.
    """
    from onward.cli.ready import get_ready  # noqa: PLC0415 - brings all of Django

    get_ready()
    from onward.journey.custody.taking_out import whole  # noqa: PLC0415 - needs Django
    from onward.journey.people.models import Person  # noqa: PLC0415 - needs Django

    person, wanted = Person.objects.local(), with_ or []
    chosen = whole.Chosen(Along.REFLECTIONS in wanted, Along.RECORDINGS in wanted)
    with _opened(person, needed=bool(wanted)):
        size = whole.kept_as(file, whole.taken_out(person, chosen))
    typer.echo(f"{file}: {_size(size)}. It is not locked; keep it safe.")


def _opened(person: "Person", *, needed: bool) -> AbstractContextManager[None]:
    """Open private words with the passphrase, for this command alone."""
    from onward.journey.people import sealing  # noqa: PLC0415 - needs Django

    if not sealing.is_sealed_away(person):
        return nullcontext()
    if not needed:
        sys.stderr.write("Private words are locked, so practised answers stay out.\n")
        return nullcontext()
    return sealing.opened_here(person=person, passphrase=_passphrase())


def _passphrase() -> str:
    """Ask for the passphrase unseen, or take the first line of what is piped in."""
    if sys.stdin.isatty():
        return getpass("Your passphrase: ")
    return sys.stdin.readline().rstrip("\r\n")


def _size(count: int) -> str:
    return f"{count / _MB:.1f} MB" if count >= _MB else f"{count / _KB:.0f} KB"
