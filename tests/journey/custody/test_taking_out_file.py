"""The file itself: made as it is read, of one moment, and whole or not there."""

import io
import json
import stat
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection

from onward.journey.applications.models import Application
from onward.journey.custody.taking_out.archive import Part, zipped
from onward.journey.custody.taking_out.whole import (
    Chosen,
    FileThereError,
    kept_as,
    taken_out,
)
from onward.journey.people.models import Lock
from tests.builders import application, person

pytestmark = pytest.mark.django_db


def test_a_file_is_read_no_further_than_it_is_written() -> None:
    made: list[int] = []

    def pieces() -> Iterator[bytes]:
        for number in range(200):
            made.append(number)
            yield sha256(b"%d" % number).digest() * 4_000

    written = zipped(
        [Part("large", pieces())], "all", datetime(2026, 11, 25, tzinfo=UTC)
    )
    next(written)
    assert len(made) < 10


def test_a_file_gets_its_name_once_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "mine.zip"

    def broken() -> Iterator[bytes]:
        yield b"some"
        assert not path.exists()
        message = "the disk is full"
        raise OSError(message)

    with pytest.raises(Exception, match="could not be written"):
        kept_as(path, broken())
    assert list(tmp_path.iterdir()) == []
    assert kept_as(path, [b"all", b" of it"]) == 9
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(FileThereError):
        kept_as(path, [b"another"])
    assert path.read_bytes() == b"all of it"


@pytest.mark.django_db(transaction=True)
def test_others_go_on_writing_and_the_file_is_of_one_moment() -> None:
    application("Acme")
    pieces = taken_out(person(), Chosen())
    told = [next(pieces)]
    _elsewhere(lambda: application("Late Ltd"))
    told += pieces
    assert Application.objects.count() == 2
    with ZipFile(io.BytesIO(b"".join(told))) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith("/employers.json"))
        assert [one["name"] for one in json.loads(archive.read(name))] == ["Acme"]
    Lock.objects.all().delete()


def _elsewhere(doing: Any) -> None:
    """Do something on a connection of its own, as another window would."""

    def there() -> None:
        try:
            doing()
        finally:
            connection.close()

    thread = threading.Thread(target=there)
    thread.start()
    thread.join()
