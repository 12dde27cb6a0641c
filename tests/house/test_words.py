"""Words on screen are calm, plain, and the ones the glossary chose."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import (
    ROOT,
    SOURCE,
    TEMPLATES,
    classes,
    files,
    modules,
    name,
    tree,
)

MARKERS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext"}
IN_TEMPLATE = re.compile(
    r"\{% translate (?:\"([^\"]*)\"|'([^']*)')|"
    r"\{% blocktranslate[^%]*%\}(.*?)\{% endblocktranslate %\}",
    re.DOTALL,
)
NO_WORDS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|%\([a-z_]+\)[a-z]|\{[a-z_.]*\}|<[^>]*>")
LOUD = re.compile(
    r"!|\b(oops|sorry|great job|well done|failure|failed)\b", re.IGNORECASE
)


def _in_module(path: Path) -> Iterator[str]:
    """Return what a module shows: marked strings, and the docstrings of errors."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKERS:
            for word in node.args:
                if isinstance(word, ast.Constant) and isinstance(word.value, str):
                    yield word.value
    for kind in classes(path):
        if kind.name.endswith("Error"):
            yield ast.get_docstring(kind) or ""


def _in_template(path: Path) -> Iterator[str]:
    for parts in IN_TEMPLATE.findall(path.read_text()):
        yield "".join(parts)


def _shown() -> Iterator[tuple[str, str]]:
    """Return every string a person may see, with the file it stands in."""
    for path in modules(SOURCE):
        yield from ((name(path), NO_WORDS.sub(" ", text)) for text in _in_module(path))
    for path in files(TEMPLATES, kinds=(".html",)):
        yield from (
            (name(path), NO_WORDS.sub(" ", text)) for text in _in_template(path)
        )


def _avoided() -> list[str]:
    """Return the words that the glossary says not to use on screen."""
    glossary = (ROOT / "CONTEXT.md").read_text()
    columns = re.findall(
        r"^\| (?!word|---).+ \| .+ \| (.+) \|$", glossary, re.MULTILINE
    )
    return [word for column in columns for word in column.split(", ")]


def test_there_are_words_to_look_at() -> None:
    assert len(list(_shown())) > 100
    assert len(_avoided()) > 50


def test_no_word_on_screen_is_loud_or_hard() -> None:
    assert [(place, text) for place, text in _shown() if LOUD.search(text)] == []


def test_no_word_on_screen_is_one_the_glossary_avoids() -> None:
    avoided = re.compile(rf"\b({'|'.join(_avoided())})s?\b", re.IGNORECASE)
    found = [(place, avoided.findall(text)) for place, text in _shown()]
    assert [(place, words) for place, words in found if words] == []
