"""Takes in files that come from the browser as one stream; goes on after breaks."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from onward.domain.errors import OnwardError
from onward.journey.mail.copies import drop_upload, folder_of
from onward.journey.mail.models import Import, Upload
from onward.journey.mail.services import give_mailbox
from onward.journey.people.models import Person

MOST_FILES = 50_000
_SPARE_BYTES = 200_000_000
_LONGEST_PART = 120
_NOT_ALLOWED = str.maketrans(dict.fromkeys('\x00\\:*?"<>|', "_"))


class NothingSentError(OnwardError):
    """These files are empty, so there is no mail to read."""


class TooManyFilesError(OnwardError):
    """These are more files than the browser can send at once. Make a zip of the folder, or give its path."""  # noqa: E501 - one sentence and what to do


class NoRoomError(OnwardError):
    """There is not enough room on this disk for a copy. Give the path instead."""


class OutOfStepError(Exception):
    """A slice does not begin where the upload stands."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Sent:
    """One file that is to come: its path as the browser knows it, its size and time."""

    path: str
    size: int
    modified: int


@transaction.atomic
def start_upload(*, person: Person, files: Sequence[Sent]) -> Upload:
    """Return the upload of these files: an unfinished one of the same, or a new one."""
    size = sum(file.size for file in files)
    _check(files, size)
    told = [[file.path, file.size, file.modified] for file in files]
    fingerprint = blake2b(repr(told).encode("utf-8", "replace"), digest_size=32)
    mine = Upload.objects.of(person).filter(fingerprint=fingerprint.hexdigest())
    found = mine.filter(reading=None).first()
    if found is not None and (found.offset == 0 or folder_of(found).is_dir()):
        return found
    return Upload.objects.create(
        person=person,
        key=token_hex(16),
        files=list(_named_apart(files)),
        fingerprint=fingerprint.hexdigest(),
        size=size,
        added_at=timezone.now(),
    )


def begin_upload_again(*, upload: Upload) -> Upload:
    """Take what came of an upload for not come: its next byte is the first."""
    upload.offset = 0
    upload.save(update_fields=["offset"])
    return upload


def _check(files: Sequence[Sent], size: int) -> None:
    if len(files) > MOST_FILES:
        raise TooManyFilesError
    if size <= 0 or any(file.size < 0 for file in files):
        raise NothingSentError
    if shutil.disk_usage(settings.DATA_DIR).free < size + _SPARE_BYTES:
        raise NoRoomError


def _named_apart(files: Sequence[Sent]) -> Iterator[list[Any]]:
    """Yield each file's path and size; two that would be one get a number."""
    taken: set[str] = set()
    for number, file in enumerate(files):
        path = safe_path(file.path)
        if path.casefold() in taken:
            path = f"{path}.{number}"
        taken.add(path.casefold())
        yield [path, file.size]


def safe_path(path: str) -> str:
    """Return a path that stays inside its folder, whatever the browser called it."""
    parts = [_safe_part(part) for part in PurePosixPath(path.strip("/")).parts]
    kept = [part for part in parts if part]
    return "/".join(kept[-40:]) or "mail"


def _safe_part(part: str) -> str:
    plain = part.encode("utf-8", "replace").decode().translate(_NOT_ALLOWED)
    plain = "" if plain.strip(" .") == "" else plain
    return plain[:_LONGEST_PART]


@transaction.atomic
def take_slice(*, upload: Upload, offset: int, content: bytes) -> Upload:
    """Put the next stretch of the stream where it belongs; the last one starts reading.

    Raises `OutOfStepError` when the stretch begins elsewhere.
    """
    held = Upload.objects.select_for_update().get(pk=upload.pk)
    if offset != held.offset or held.offset + len(content) > held.size:
        raise OutOfStepError(held.offset)
    folder = folder_of(held)
    for path, start, stretch in _parts(held.files, offset, content):
        _write(folder / path, start, stretch)
    held.offset += len(content)
    held.save(update_fields=["offset"])
    return held


def _parts(
    files: Sequence[Any], offset: int, content: bytes
) -> Iterator[tuple[str, int, bytes]]:
    """Cut a stretch of the stream at the borders of files."""
    begins = 0
    for path, size in files:
        ends = begins + size
        if ends > offset and begins < offset + len(content):
            first = max(offset, begins)
            last = min(offset + len(content), ends)
            yield path, first - begins, content[first - offset : last - offset]
        begins = ends


def _write(path: Path, start: int, stretch: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("r+b" if start else "wb") as stream:
        stream.seek(start)
        stream.write(stretch)


def finish_upload(*, upload: Upload) -> Import:
    """Start reading an upload that is here whole; what cannot be read is dropped."""
    if upload.reading is not None:
        return upload.reading
    try:
        with transaction.atomic():
            reading = give_mailbox(
                person=upload.person, path=_root(upload), is_upload=True
            )
            Upload.objects.filter(pk=upload.pk).update(reading=reading)
    except OnwardError:
        drop_upload(upload=upload)
        raise
    return reading


def _root(upload: Upload) -> Path:
    """Return the one file, or the folder that holds all that was sent."""
    tops = {path.partition("/")[0] for path, _size in upload.files}
    folder = folder_of(upload)
    return folder / tops.pop() if len(tops) == 1 else folder
