"""A name says what a thing is, in the words of the trade, not that it is useful."""

import re
from pathlib import Path

from tests.house.tree import CODE, ROOT, SOURCE, classes, functions, modules, name

EMPTY_WORDS = {
    "base", "common", "core", "helper", "helpers", "manager", "managers", "misc",
    "util", "utils",
}  # fmt: skip
EMPTY_ENDINGS = re.compile(r"(Manager|Helper|Util|Utils|Data|Info|Impl)$")
EMPTY_VERBS = re.compile(r"_*(do|handle|manage|perform|process)_")
# Django calls a middleware by these names.
ASKED_OF_US = {
    *("process_view", "process_exception", "process_template_response"),
    "do_GET",
}
TESTS = ROOT / "tests"
FREE = {"browser", "house"}  # these follow pages and rules, not modules


def _words(path: Path) -> set[str]:
    return set(re.split(r"[/._]", name(path)))


def _mirrored(test: Path) -> set[str]:
    """Return the names a test in this place may begin with."""
    folder = test.parent.relative_to(TESTS)
    seen = [side / folder for side in (SOURCE, ROOT) if (side / folder).is_dir()]
    found = {path.stem for side in seen for path in side.rglob("*")}
    return found | {side.name for side in seen}


def test_no_file_or_folder_has_an_empty_name() -> None:
    assert [name(path) for path in modules() if _words(path) & EMPTY_WORDS] == []


def test_no_type_hides_behind_an_empty_ending() -> None:
    named = [node.name for path in modules(SOURCE) for node in classes(path)]
    assert [word for word in named if EMPTY_ENDINGS.search(word)] == []


def test_no_function_begins_with_an_empty_verb() -> None:
    named = {node.name for path in modules(SOURCE) for node in functions(path)}
    assert {word for word in named - ASKED_OF_US if EMPTY_VERBS.match(word)} == set()


def test_every_test_is_named_by_a_sentence() -> None:
    named = {
        node.name
        for path in modules(TESTS)
        for node in functions(path)
        if node.name.startswith("test_")
    }
    assert {word for word in named if word.count("_") < 2} == set()


def test_every_test_file_is_found_from_what_it_tests() -> None:
    tests = [path for path in modules(TESTS) if path.name.startswith("test_")]
    lost = [
        name(path)
        for path in tests
        if path.relative_to(TESTS).parts[0] not in FREE
        and not path.stem.removeprefix("test_").startswith(tuple(_mirrored(path)))
    ]
    assert lost == []


def test_every_folder_of_code_that_is_there_is_looked_at() -> None:
    with_code = {path.parent.name for path in ROOT.glob("*/*.py")}
    assert with_code <= {folder.name for folder in CODE}
