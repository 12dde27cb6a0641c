"""`onward feedback`: what an employer said, read into notes."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from onward.domain.errors import OnwardError
from onward.domain.feedback.frameworks import CIVIL_SERVICE, NAMES, framework
from onward.domain.feedback.note import Note

app = typer.Typer(no_args_is_help=True)


class FeedbackNotThereError(OnwardError):
    """There is no file of that name to read."""


class FrameworkNotThereError(OnwardError):
    """Onward has no framework of that name. It has civil_service and onet."""


FileOrInput = Annotated[str, typer.Argument(help="A text file; - reads the input.")]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON object, for programs.")
]
By = Annotated[
    str, typer.Option(help=f"Whose competencies to name: {' or '.join(NAMES)}.")
]


@app.callback()
def feedback() -> None:
    """Read feedback into notes. Nothing is stored."""


@app.command("read")
def read_notes(
    file: FileOrInput, *, as_json: AsJson = False, by: By = CIVIL_SERVICE
) -> None:
    """Say which points a feedback text makes, each as a quote of it."""
    if by not in NAMES:
        raise FrameworkNotThereError
    notes = _notes(_text_of(file), by)
    if as_json:
        told = {"notes": [asdict(note) for note in notes]}
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    for note in notes:
        typer.echo(_line(note))


def _notes(text: str, by: str) -> tuple[Note, ...]:
    # Not by way of `wiring`, which needs settings, and with them a data folder.
    from onward.adapters.encoding.feedback import (  # noqa: PLC0415 - slow to import
        SmallEncoder,
    )
    from onward.domain.feedback.reading import read  # noqa: PLC0415 - slow to import

    encoded = SmallEncoder().encoded(text)
    return read(text, by=framework(by), encoded=encoded)


def _line(note: Note) -> str:
    doubt = "?" if note.needs_asking else " "
    quote = " ".join(note.quote.split())
    return f"{note.kind.value:<13} {note.confidence:.2f}{doubt} {quote}"


def _text_of(file: str) -> str:
    """Return the text as it stands, so that places in it can be trusted."""
    if file == "-":
        return sys.stdin.buffer.read().decode("utf-8", "replace")
    try:
        return Path(file).read_bytes().decode("utf-8", "replace")
    except OSError as problem:
        raise FeedbackNotThereError from problem
