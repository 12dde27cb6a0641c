"""`onward practice`: what is made of one practised answer."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from onward.cli import reviewed
from onward.domain.errors import OnwardError
from onward.domain.speech.heard import Heard

app = typer.Typer(no_args_is_help=True)

_MEGABYTE = 1_000_000
_LONGEST = 60_000  # characters
_PART = 20 * 16_000 * 2  # bytes: 20 seconds of sound


class AnswerNotThereError(OnwardError):
    """There is no file of that name to review."""


class FolderGivenError(OnwardError):
    """This is a folder. Name one file in it."""


class AnswerTooLongError(OnwardError):
    """This text is longer than anybody talks in an hour. Keep the answer alone."""


class AnswerLockedError(OnwardError):
    """This file may not be read by you. Look at whom it belongs to."""


class RecordingNeedsAFileError(OnwardError):
    """Only typed answers come in this way. Name the file of a recording instead."""


class NotAnAnswerError(OnwardError):
    """This is no answer that can be read: a recording (wav, flac, ogg, mp3) or text."""


class SpeechNotReadyError(OnwardError):
    """Recordings cannot be turned into words here yet. Typed answers always work."""


FileOrInput = Annotated[
    str,
    typer.Argument(help="A recording, a text file, or - for a typed answer."),
]
Question = Annotated[str, typer.Option(help="The question that was answered.")]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON object, for programs.")
]
Fetch = Annotated[
    bool,
    typer.Option(help="Yes, fetch the speech model (146 MB) once if it is not here."),
]


@app.callback()
def practice() -> None:
    """Review a practised answer. Nothing is stored, nothing leaves this machine."""


@app.command("review")
def review(
    file: FileOrInput,
    *,
    question: Question = "",
    as_json: AsJson = False,
    fetch: Fetch = False,
) -> None:
    """Say what an answer holds: its parts, one thing to keep, one to try."""
    told = _reviewed(file, question, fetch=fetch)
    if as_json:
        typer.echo(json.dumps(reviewed.as_json(told), ensure_ascii=False))
        return
    for line in reviewed.in_lines(told):
        typer.echo(line)


def _reviewed(file: str, question: str, *, fetch: bool) -> reviewed.Reviewed:
    from onward.adapters.audio.decoding import is_sound  # noqa: PLC0415 - brings numpy

    if file == "-":
        return reviewed.typed(question, _text(sys.stdin.buffer.read()))
    path = Path(file)
    try:
        if file and path.is_dir():
            raise FolderGivenError
        if not path.is_file():
            raise AnswerNotThereError
        if is_sound(path):
            return reviewed.spoken(question, _heard(path, fetch=fetch))
        return reviewed.typed(question, _text(path.read_bytes()))
    except PermissionError as problem:
        raise AnswerLockedError from problem


def _text(content: bytes) -> str:
    from onward.adapters.audio.decoding import begins_as_sound  # noqa: PLC0415 - numpy
    from onward.adapters.documents.reading import (  # noqa: PLC0415 - seldom
        UnreadableDocumentError,
        text_of,
    )

    if begins_as_sound(content):
        raise RecordingNeedsAFileError
    try:
        text = text_of(content)
    except UnreadableDocumentError as problem:
        raise NotAnAnswerError from problem
    if len(text) > _LONGEST:
        raise AnswerTooLongError
    return text


def _heard(path: Path, *, fetch: bool) -> Heard:
    """Listen to a file, in this process: it ends right after."""
    from onward.adapters.audio.decoding import samples_of  # noqa: PLC0415 - numpy
    from onward.adapters.transcription.hearing import (  # noqa: PLC0415 - numpy
        Hearing,
        pcm_of,
    )
    from onward.adapters.transcription.whisper import Whisper  # noqa: PLC0415 - numpy

    with _silently():
        samples = samples_of(path)
    hearing = Hearing(Whisper(_model_folder(fetch=fetch)))
    for part in told_on_the_way(pcm_of(samples)):
        hearing.feed(part)
    return hearing.finish()


def told_on_the_way(pcm: bytes) -> Iterator[bytes]:
    """Yield a recording in parts, and tell who waits at a terminal how far it is."""
    parts = [pcm[at : at + _PART] for at in range(0, len(pcm), _PART)]
    if len(parts) == 1 or not sys.stderr.isatty():
        yield from parts
        return
    with typer.progressbar(parts, label="Listening", file=sys.stderr) as told:
        yield from told


@contextmanager
def _silently() -> Iterator[None]:
    """Keep quiet what a decoder prints by itself of a file that is not quite right."""
    sys.stderr.flush()
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _model_folder(*, fetch: bool) -> Path:
    from onward.adapters.transcription.model import (  # noqa: PLC0415 - seldom needed
        FOLDER,
        NO_PACKAGE,
        WhisperModel,
    )
    from onward.settings.environment import environment  # noqa: PLC0415 - no Django

    settings = environment()
    place = settings.data_dir / FOLDER
    model = WhisperModel(place, settings.speech_folder, is_offline=settings.offline)
    if model.missing == NO_PACKAGE:
        raise SpeechNotReadyError(NO_PACKAGE)
    if fetch:
        model.fetch()
    if model.missing:
        size = f"{model.size_bytes / _MEGABYTE:.0f} MB"
        message = (
            f"The speech model ({size}) is not on this machine yet: add --fetch to "
            "fetch it once, or name its folder in ONWARD_SPEECH_FOLDER."
        )
        raise SpeechNotReadyError(message)
    return model.folder()
