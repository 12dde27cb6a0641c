"""The files that `bench.fuzz_mail` reads; each is made when its turn comes."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.domain.mail.mutated import mutations
from tests.domain.mail.parsing.bombs import BOMBS
from tests.domain.mail.posted import LETTERS

COLLECTED = Path(__file__).resolve().parents[2] / "shared" / "data" / "mail_fixtures"
FROM = b"From jo@post.example Mon Nov 23 10:00:00 2026\n"
SEED = 4
_MB, _GB = 1 << 20, 1 << 30
_ZEROS = bytes(_MB)


def letter(number: int) -> bytes:
    """Return a plain no."""
    return (
        b"From: Jo Lund <jo@post.example>\nTo: Sam <sam@home.example>\n"
        b"Subject: Your application, %d\nDate: Mon, 23 Nov 2026 10:00:00 +0000\n"
        b"Message-ID: <%d@post.example>\n\nDear Sam,\n\nWe have decided not to take"
        b" your application for the role of analyst further.\n" % (number, number)
    )


def write(path: Path, content: bytes) -> Path:
    """Write a file and return where it is."""
    path.write_bytes(content)
    return path


def letters() -> list[bytes]:
    """Return what is damaged: our own letters, and the collected mail if it is here."""
    paths = sorted(path for path in COLLECTED.rglob("*") if path.is_file())
    return [*LETTERS, letter(1), *(path.read_bytes() for path in paths)]


def collected_in(folder: Path) -> Path:
    """Return a folder of the collected mail, one message a file."""
    folder.mkdir()
    for place, content in enumerate(letters()):
        write(folder / f"{place:05}.eml", content)
    return folder


def mutations_in(folder: Path, count: int) -> Path:
    """Return a folder of damaged letters, one a file."""
    folder.mkdir()
    for place, content in enumerate(mutations(letters(), count, SEED)):
        write(folder / f"{place:05}.eml", content)
    return folder


def bombs_in(folder: Path) -> Iterator[Path]:
    """Yield mail made to exhaust a parser, each as a file."""
    for name, content in BOMBS.items():
        yield write(folder / f"{name}.eml", content)


def huge_in(folder: Path) -> Iterator[Path]:
    """Yield files made to fill the machine."""
    yield _sparse(folder / "10 GB with holes.mbox", [0, 5 * _GB], 10 * _GB)
    places = [place * _GB for place in range(10)]
    yield _sparse(folder / "ten letters of 1 GB.mbox", places, 10 * _GB)
    yield _long_line(folder / "a line of 1 GB.mbox", FROM)
    yield _long_line(folder / "a line of 1 GB.eml", b"")
    yield _zip_bomb(folder / "5 GB of zeros.zip")
    yield _zip_in_zip(folder / "zips in a zip.zip")
    yield _gzip_bomb(folder / "2 GB of zeros.mbox.gz")


def _sparse(path: Path, places: list[int], size: int) -> Path:
    with path.open("wb") as stream:
        for number, place in enumerate(places):
            stream.seek(place)
            stream.write((b"\n" if place else b"") + FROM + letter(number))
        stream.truncate(size)
    return path


def _long_line(path: Path, before: bytes) -> Path:
    with path.open("wb") as stream:
        stream.write(before + letter(1))
        for _ in range(1_000):
            stream.write(b"x" * _MB)
        stream.write(b"\n\n" + before + letter(2) if before else b"\n")
    return path


def _zip_bomb(path: Path) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        with archive.open("box.mbox", "w", force_zip64=True) as stream:
            stream.write(FROM + letter(1))
            for _ in range(5_000):
                stream.write(_ZEROS)
        archive.writestr("beside.eml", letter(2))
    return path


def _zip_in_zip(path: Path) -> Path:
    inner = _zip_bomb(path.with_name("inner"))
    with ZipFile(path, "w") as archive:
        for number in range(20):
            archive.write(inner, f"{number}.zip")
        archive.writestr("beside.eml", letter(3))
    inner.unlink()
    return path


def _gzip_bomb(path: Path) -> Path:
    with path.open("wb") as stream, gzip.open(stream, "wb", 1) as packed:
        packed.write(FROM + letter(1))
        for _ in range(2_000):
            packed.write(_ZEROS)
    return path
