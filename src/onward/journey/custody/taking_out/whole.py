"""All of a person's things as one zip, streamed: nothing of it is left behind here."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.errors import OnwardError
from onward.journey.custody.taking_out import mail, private, readme, sheet, sound
from onward.journey.custody.taking_out.archive import Part, zipped
from onward.journey.custody.taking_out.kinds import TABLES
from onward.journey.custody.taking_out.still import standing_still
from onward.journey.custody.taking_out.tables import Table, as_json, schema_of
from onward.journey.people.models import Person
from onward.journey.people.sealing import SealedAwayError, is_sealed_away

_YOU, _SCHEMA = "you.json", "schema.json"


class FileThereError(OnwardError):
    """There is something of that name already. Choose another name for the file."""


class NoRoomError(OnwardError):
    """The file could not be written there. Look whether there is room and that you may write there."""  # noqa: E501 - one line for the person


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goes along only because it was ticked."""

    reflections: bool = False
    recordings: bool = False


def taken_out(person: Person, chosen: Chosen) -> Iterator[bytes]:
    """Return the zip piece by piece.

    Raises SealedAwayError, before there is a first piece, where something was ticked
    that is locked just now.
    """
    is_locked = is_sealed_away(person)
    if is_locked and (chosen.reflections or chosen.recordings):
        raise SealedAwayError
    made_at = clock.now().astimezone(clock.zone_of(person))
    return _zip(person, chosen, made_at, is_locked=is_locked)


def name_on(day: datetime) -> str:
    """Return what the file is called, without its ending."""
    return f"onward-{day:%Y-%m-%d}"


def kept_as(path: Path, pieces: Iterable[bytes]) -> int:
    """Write pieces into a new file and return its size.

    Its name is given to it once it is whole, so that no half of it is taken for it.
    """
    if path.exists():
        raise FileThereError
    try:
        number, name = tempfile.mkstemp(".part", ".onward-", path.absolute().parent)
    except OSError as problem:
        raise NoRoomError from problem
    half = Path(name)
    try:
        return _written(number, pieces, half, path)
    except OSError as problem:
        raise NoRoomError from problem
    finally:
        half.unlink(missing_ok=True)


def _written(number: int, pieces: Iterable[bytes], half: Path, path: Path) -> int:
    with os.fdopen(number, "wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
        size = file.tell()
    half.replace(path)
    return size


def _zip(
    person: Person, chosen: Chosen, made_at: datetime, *, is_locked: bool
) -> Iterator[bytes]:
    with standing_still():
        parts = _parts(person, chosen, made_at, is_locked=is_locked)
        yield from zipped(parts, name_on(made_at), made_at)


def _parts(
    person: Person, chosen: Chosen, made_at: datetime, *, is_locked: bool
) -> Iterator[Part]:
    tables = [
        table
        for table in _tables(chosen, is_locked=is_locked)
        if any(True for _row in table.rows(person))
    ]
    files = _files(person, tables, chosen)
    left = _left(chosen, is_locked=is_locked)
    yield Part(readme.NAME, (readme.readme(files, made_at, left),))
    yield Part(sheet.NAME, sheet.sheet_of(person))
    yield Part(_YOU, as_json([_person(person)]))
    for table in tables:
        yield Part(table.name, as_json(table.rows(person)))
    yield from mail.mail_parts(person)
    if chosen.recordings:
        yield from sound.sound_parts(person)
    yield Part(_SCHEMA, (schema_of(tables),))


def _files(
    person: Person, tables: Iterable[Table], chosen: Chosen
) -> Iterator[tuple[str, str]]:
    """Yield the names of what is in it, each with what it is."""
    yield sheet.NAME, _("Your applications, for a spreadsheet.")
    if mail.has_mail(person):
        said = _("Kept mail, a file a year, and letters you sent, for mail programs.")
        yield f"{mail.FOLDER}/", said
    yield _YOU, _("Your own mail addresses and your time zone.")
    yield from ((table.name, table.said) for table in tables)
    if chosen.recordings:
        yield f"{sound.FOLDER}/", _("Recordings of practised answers.")
    yield _SCHEMA, _("For programs: what each field of the .json files is.")


def _tables(chosen: Chosen, *, is_locked: bool) -> Iterator[Table]:
    yield from TABLES
    if is_locked:
        return
    yield private.ANSWERS
    yield private.OPINIONS
    if chosen.reflections:
        yield from (private.REFLECTIONS, private.LETTERS_TO_SELF, private.REASONS)
    else:
        yield private.TICKED_REFLECTIONS


def _person(person: Person) -> dict[str, object]:
    return {
        "addresses": person.addresses,
        "time_zone": person.time_zone,
        "mail_width": person.mail_width,
    }


def _left(chosen: Chosen, *, is_locked: bool) -> Iterator[str]:
    """Yield what is not in it, for who looks for it."""
    if is_locked:
        yield _("Practised answers and other private words: they were locked.")
    if not chosen.reflections:
        yield _(
            "What you wrote when you looked back, and your letters to yourself: you "
            "did not tick them. An interview that you ticked by itself is in."
        )
    if not chosen.recordings:
        yield _("Recordings of your practice: you did not tick them.")
    yield _("Pages for nobody and angry versions. They never leave Onward.")
    yield _("Attachments and pictures of mails. Onward does not keep them.")
    yield _("Passwords, and mail that has nothing to do with your search.")
