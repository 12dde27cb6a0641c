"""`onward prepare`: an advert, read into what it asks for."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from onward.domain.errors import OnwardError
from onward.domain.interview.adverts.criterion import Criterion

app = typer.Typer(no_args_is_help=True)


class AdvertNotThereError(OnwardError):
    """There is no file of that name to read."""


FileOrInput = Annotated[
    str,
    typer.Argument(help="The advert: text, HTML, PDF or DOCX; - reads the input."),
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON object, for programs.")
]


@app.callback()
def prepare() -> None:
    """Get ready for an interview. Nothing is stored."""


@app.command("criteria")
def read_criteria(file: FileOrInput, *, as_json: AsJson = False) -> None:
    """Say what an advert asks for, each point as a quote of it."""
    from onward.adapters.documents.reading import text_of  # noqa: PLC0415 - seldom
    from onward.domain.interview.adverts.reading import (  # noqa: PLC0415 - slow
        read_advert,
    )

    criteria = read_advert(text_of(_content_of(file)))
    if as_json:
        told = {"criteria": [_told(each) for each in criteria]}
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    for each in criteria:
        typer.echo(_line(each))


def _told(criterion: Criterion) -> dict[str, Any]:
    return {
        "quote": criterion.quote,
        "start": criterion.start,
        "end": criterion.end,
        "kind": criterion.kind.value,
        "skills": [
            {
                "source": skill.source,
                "identifier": skill.identifier,
                "label": skill.label,
                "said": skill.said,
            }
            for skill in criterion.skills
        ],
        "must_have": criterion.must_have,
    }


def _line(criterion: Criterion) -> str:
    need = "must" if criterion.must_have else "nice"
    quote = " ".join(criterion.quote.split())
    return f"{criterion.kind.value:<13} {need}  {quote}"


def _content_of(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as problem:
        raise AdvertNotThereError from problem
