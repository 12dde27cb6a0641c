"""Nothing half done lands, and the project speaks of itself alone."""

import re

from tests.house.tree import CODE, DOCS, ROOT, files, name

HERE = "tests/house/test_leftovers.py"  # names what it looks for
TEXT = (".py", ".md", ".html", ".css", ".js", ".toml", ".txt", ".yaml", ".lock")
NOTE_TO_SELF = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
WORKPLACE = re.compile(r"(?<![\w.])/(work|root)/\w")
MEASURED_WITH = re.compile(r"\bshared/")
REGISTRY = re.compile(r"\b(pypi\.org|pythonhosted\.org|npmjs\.(org|com)|debian\.org)")


def _with(words: re.Pattern[str], *left_out: str) -> list[str]:
    """Return the files in which the words stand."""
    ours = files(*CODE, DOCS, ROOT / "requirements", kinds=TEXT)
    top = [*ROOT.glob("*.md"), *ROOT.glob("*.toml"), ROOT / "Makefile"]
    return [
        name(path)
        for path in [*ours, *top]
        if not name(path).startswith((HERE, *left_out))
        and words.search(path.read_text())
    ]


def test_nothing_is_left_for_later_in_a_comment() -> None:
    assert _with(NOTE_TO_SELF, "pyproject.toml") == []


def test_nothing_depends_on_one_persons_machine() -> None:
    assert _with(WORKPLACE) == []


def test_only_checks_may_look_beside_the_project() -> None:
    assert _with(MEASURED_WITH, "bench/", "tests/", "tools/") == []


def test_no_package_registry_is_named() -> None:
    assert _with(REGISTRY) == []


def test_the_lock_files_name_versions_and_hashes_and_no_places() -> None:
    pinned = re.compile(
        r"[a-z0-9._-]+(\[[a-z,-]+\])?==\S+( ; .+)? \\|    --hash=sha256:\w{64}( \\)?"
    )
    locks = sorted((ROOT / "requirements").glob("*.lock"))
    odd = [
        line
        for lock in locks
        for line in lock.read_text().splitlines()
        if not pinned.fullmatch(line)
    ]
    assert len(locks) == 4
    assert odd == []
