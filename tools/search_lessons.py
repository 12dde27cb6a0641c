"""Whole job searches as mail that teaches what a message means."""

from collections.abc import Iterator
from pathlib import Path

from onward.domain.mail.parsing.parse import parse
from tools.detail_examples import HOME, Noted
from tools.search_examples import SEARCHES, letters_of


def noted_searches() -> list[Noted]:
    """Return the mail of the searches to build with, noted by those who wrote it."""
    return [one for path in sorted(SEARCHES.glob("build/*/")) for one in _noted(path)]


def _noted(folder: Path) -> Iterator[Noted]:
    person = (folder / "person.txt").read_text(encoding="utf-8").strip()
    for number, one in enumerate(letters_of(folder), 1):
        told = {name: value for name, value in one.told.items() if value}
        place = f"search-{folder.name}:{number}"
        yield Noted(place, one.label, parse(one.content), HOME, told, person)
