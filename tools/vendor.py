"""Bring in what pages need from others: pinned, hashed, with its licence beside it.

`python tools/vendor.py` fetches every package with `npm pack`, writes the files and
the lists (`VENDORED.toml`); the files are committed, so nobody else needs npm.
`python tools/vendor.py --check` compares the files with the lists and fetches nothing.
"""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "src" / "onward" / "web" / "static" / "vendor"
FOR_TESTS = ROOT / "tests" / "browser" / "vendor"
LIST_NAME = "VENDORED.toml"

_ICON_NAMES = """
archive arrow-right book-open briefcase building-2 calendar chart-line check
chevron-down chevron-right circle circle-question-mark clipboard-list clock
columns-3 download ellipsis feather file folder hourglass inbox info keyboard
layers leaf list lock mail merge message-circle mic monitor moon notebook-pen
pause pencil phone play plus printer rotate-ccw search settings share-2 sprout
square sun sunrise target trash-2 undo-2 upload users volume-2 wind x
"""
ICONS = _ICON_NAMES.split()


@dataclass(frozen=True, slots=True)
class Package:
    """One package, what is taken from it (inside: outside) and where it goes."""

    name: str
    version: str
    licence: str
    folder: Path
    files: dict[str, str]
    icons: bool = False


def _fonts(stem: str) -> dict[str, str]:
    """Name the four files of a font: Latin letters, upright and slanted."""
    names = [
        f"{stem}-{script}-wght-{slant}.woff2"
        for script in ("latin", "latin-ext")
        for slant in ("normal", "italic")
    ]
    return {f"files/{name}": name for name in names} | {"LICENSE": "LICENSE"}


PACKAGES = (
    Package(
        "@fontsource-variable/atkinson-hyperlegible-next",
        "5.3.0",
        "OFL-1.1",
        SHIPPED / "atkinson-hyperlegible-next",
        _fonts("atkinson-hyperlegible-next"),
    ),
    Package(
        "@fontsource-variable/source-serif-4",
        "5.3.1",
        "OFL-1.1",
        SHIPPED / "source-serif-4",
        _fonts("source-serif-4"),
    ),
    Package(
        "lucide-static",
        "1.62.0",
        "ISC",
        SHIPPED / "lucide",
        {"LICENSE": "LICENSE"},
        icons=True,
    ),
    Package(
        "axe-core",
        "4.14.1",
        "MPL-2.0",
        FOR_TESTS / "axe-core",
        {
            "axe.min.js": "axe.min.js",
            "LICENSE": "LICENSE",
            "LICENSE-3RD-PARTY.txt": "LICENSE-3RD-PARTY.txt",
        },
    ),
)


def sha256(path: Path) -> str:
    """Return the file's SHA-256 in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def wrong_files(folder: Path) -> list[str]:
    """Name every file under the folder that differs from its list, lacks or is new."""
    entries = tomllib.loads((folder / LIST_NAME).read_text())["file"]
    listed = {entry["file"]: entry["sha256"] for entry in entries}
    present = {
        path.relative_to(folder).as_posix(): sha256(path)
        for path in folder.rglob("*")
        if path.is_file() and path.name != LIST_NAME
    }
    return sorted(
        name
        for name in listed.keys() | present.keys()
        if listed.get(name) != present.get(name)
    )


def _unpacked(package: Package, into: Path) -> Path:
    """Fetch one package and return the folder its files are in."""
    packed = subprocess.run(
        ["npm", "pack", "--silent", f"{package.name}@{package.version}"],
        cwd=into,
        check=True,
        capture_output=True,
        text=True,
    )
    with tarfile.open(into / packed.stdout.split()[-1]) as archive:
        archive.extractall(into, filter="data")
    return into / "package"


def _sprite(icons: Path) -> str:
    """Draw the chosen icons into one file, each a symbol under its own name."""
    symbols = []
    for name in ICONS:
        _, _, drawing = (icons / f"{name}.svg").read_text().partition("<svg")
        _, _, body = drawing.partition(">")
        shapes = " ".join(body.removesuffix("</svg>\n").split())
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{shapes}</symbol>')
    lines = "\n".join(symbols)
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{lines}\n</svg>\n'


def _put(package: Package, source: Path) -> Iterator[Path]:
    """Copy what is wanted into its folder, and tell each file written."""
    package.folder.mkdir(parents=True, exist_ok=True)
    for inside, outside in package.files.items():
        target = package.folder / outside
        target.write_bytes((source / inside).read_bytes())
        yield target
    if package.icons:
        target = package.folder / "icons.svg"
        target.write_text(_sprite(source / "icons"))
        yield target


def _entry(package: Package, path: Path, folder: Path) -> str:
    """Write the lines of the list that stand for one file."""
    told = {
        "file": path.relative_to(folder).as_posix(),
        "name": package.name,
        "version": package.version,
        "licence": package.licence,
        "sha256": sha256(path),
    }
    return "[[file]]\n" + "".join(f'{key} = "{told[key]}"\n' for key in told)


def fetch() -> None:
    """Fetch every package and write the files and both lists anew."""
    entries: dict[Path, list[str]] = {SHIPPED: [], FOR_TESTS: []}
    for package in PACKAGES:
        folder = package.folder.parent
        with tempfile.TemporaryDirectory() as name:
            for path in _put(package, _unpacked(package, Path(name))):
                entries[folder].append(_entry(package, path, folder))
    for folder, lines in entries.items():
        (folder / LIST_NAME).write_text(
            "# Written by tools/vendor.py; the licence of each file is beside it.\n\n"
            + "\n".join(lines)
        )


if __name__ == "__main__":
    if "--check" not in sys.argv:
        fetch()
    wrong = [
        f"{folder.name}/{name}"
        for folder in (SHIPPED, FOR_TESTS)
        for name in wrong_files(folder)
    ]
    print("\n".join(wrong) or "Every vendored file is as listed.")
    sys.exit(bool(wrong))
