"""The bank of questions, read on first use; other banks join by entry point."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from onward.domain.errors import OnwardError
from onward.domain.interview.questions.question import Anchors, Kind, Level, Question

# A bank of one's own: a package with .toml files, named under this group.
OTHER_BANKS = "onward.question_banks"


class QuestionBankError(OnwardError):
    """One bank of questions cannot be read."""


@cache
def questions() -> tuple[Question, ...]:
    """Return every question there is: those of Onward, then those of other banks."""
    found = {each.key: each for each in _shipped()}
    for bank in entry_points(group=OTHER_BANKS):
        for each in questions_in(_folder(bank.value)):
            found.setdefault(each.key, each)
    return tuple(found.values())


def _folder(package: str) -> Traversable:
    try:
        return files(package)
    except ModuleNotFoundError as problem:
        message = f"The bank of questions {package} is not there."
        raise QuestionBankError(message) from problem


def question(key: str) -> Question | None:
    """Return the question of that key, if there is one."""
    return _by_key().get(key)


def sectors() -> tuple[str, ...]:
    """Return the sectors for which there are questions, in alphabetical order."""
    return tuple(sorted({name for each in questions() for name in each.sectors}))


def questions_in(folder: Traversable) -> Iterator[Question]:
    """Yield the questions of the .toml files in a folder."""
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            yield from _of_file(file.name, file.read_text("utf-8"))


def _shipped() -> Iterator[Question]:
    return questions_in(files(__package__) / "bank")


@cache
def _by_key() -> dict[str, Question]:
    return {each.key: each for each in questions()}


def _of_file(name: str, content: str) -> Iterator[Question]:
    """Yield a file's questions; `sectors` and `level` at its top hold for all."""
    try:
        told = tomllib.loads(content)
        for each in told["question"]:
            yield _question({**told, **each})
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as problem:
        message = f"The bank of questions {name} cannot be read: {problem}."
        raise QuestionBankError(message) from problem


def _question(told: Mapping[str, Any]) -> Question:
    first, second = told["probes"]
    anchors = told["anchors"]
    return Question(
        key=told["key"],
        text=told["text"],
        kind=Kind(told["kind"]),
        competency=told["competency"],
        tests=told["tests"],
        probes=(first, second),
        anchors=Anchors(anchors["1"], anchors["3"], anchors["5"]),
        sectors=tuple(told.get("sectors", ())),
        level=Level(told.get("level", Level.ANY)),
    )
