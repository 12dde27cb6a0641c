"""`onward letters`: how a letter will sound; it needs no database."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from onward.domain.errors import OnwardError
from onward.domain.letters.tone import Tone, check

STANDARD_INPUT = "-"
_KIND, _CLEAR = 0.6, 0.4
_UNQUOTED = "the letter as a whole"

app = typer.Typer(help="Check how a letter will sound before it is sent.")


class NoSuchLetterError(OnwardError):
    """There is no such file, or it is not text. Use - to read standard input."""


@app.callback()
def letters() -> None:
    """Check how a letter will sound before it is sent."""


@app.command()
def tone(
    file: Annotated[str, typer.Argument(help="A text file, or - for standard input.")],
    *,
    hour: Annotated[
        int | None, typer.Option(min=0, max=23, help="The local hour of sending.")
    ] = None,
    angry: Annotated[
        list[Path] | None,
        typer.Option(help="A text whose words must not be in the letter."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Tell how polite a letter sounds, and which words deserve a second look."""
    versions = [_read(str(path)) for path in angry or ()]
    told = check(_read(file), hour=hour, angry_versions=versions)
    typer.echo(_printed(told) if as_json else "\n".join(_lines(told)))


def _read(file: str) -> str:
    try:
        if file == STANDARD_INPUT:
            return sys.stdin.buffer.read().decode("utf-8-sig")
        return Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise NoSuchLetterError from error


def _printed(told: Tone) -> str:
    found = asdict(told) | {"politeness": round(told.politeness, 3)}
    return json.dumps(found, ensure_ascii=False, indent=2)


def _lines(told: Tone) -> list[str]:
    asked = f"{told.questions} question{'' if told.questions == 1 else 's'}"
    lines = [f"{_manner(told.politeness)}. {told.words} words, {asked}."]
    for flag in told.flags:
        lines += ["", f"{flag.quote or _UNQUOTED}", f"  {flag.why}"]
        if flag.instead:
            lines.append(f"  Instead: {flag.instead}")
    return lines


def _manner(politeness: float) -> str:
    if politeness >= _KIND:
        return "Polite"
    return "Between polite and blunt" if politeness >= _CLEAR else "Blunt"
