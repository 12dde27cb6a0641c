"""Where things stand in this project, for the rules about them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "onward"
TEMPLATES = SOURCE / "web" / "templates"
DOCS = ROOT / "docs"
CODE = (ROOT / "src", ROOT / "tests", ROOT / "tools", ROOT / "bench")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    """Return the path as one says it, from the project's root."""
    return path.relative_to(ROOT).as_posix()


def files(*folders: Path, kinds: tuple[str, ...]) -> list[Path]:
    """Return our own files of these kinds; what others wrote or made is left out."""
    found = (path for folder in folders for path in folder.rglob("*"))
    return sorted(path for path in found if path.suffix in kinds and _is_ours(path))


def _is_ours(path: Path) -> bool:
    return not {"migrations", "vendor"} & set(path.parts) and path.is_file()


def modules(*folders: Path) -> list[Path]:
    """Return our Python modules under these folders; under none: under all."""
    return files(*(folders or CODE), kinds=(".py",))


@cache
def tree(path: Path) -> ast.Module:
    """Return the module as Python reads it."""
    return ast.parse(path.read_text())


def functions(path: Path) -> Iterator[Function]:
    """Return every function and method of the module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            yield node


def classes(path: Path) -> Iterator[ast.ClassDef]:
    """Return every class of the module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef):
            yield node


def pages() -> list[Path]:
    """Return every page of the documents."""
    return sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
