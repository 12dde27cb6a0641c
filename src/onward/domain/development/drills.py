"""Which questions to practise for a focus, and what one could be able to do."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onward.domain.interview.questions.question import Kind, Level, Question

Ranked = tuple[int, int, Question]
_NO_FIT = 2
_USUAL_KINDS = (Kind.PAST_BEHAVIOUR, Kind.SITUATIONAL)


@dataclass(frozen=True, slots=True)
class Aim:
    """What a focus is about: its theme and, where known, a competency and a trade."""

    theme: str = ""
    competency: str = ""
    sectors: frozenset[str] = frozenset()


def questions_for(aim: Aim, bank: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions that exercise a focus, those that fit best first.

    A question of the competency goes before one that only asks in the right way; what
    belongs to another trade, or to who leads, is left out.
    """
    wanted = _kinds_for(aim.theme)
    ranked = [
        (_misfit(each, aim, wanted), place, each)
        for place, each in enumerate(bank)
        if each.level in {Level.ANY, Level.ENTRY} and _in_trade(each, aim)
    ]
    return tuple(each for _, _, each in _spread(ranked))


def _spread(ranked: list[Ranked]) -> list[Ranked]:
    """Return what fits alike with its competencies in turn, so that practice varies."""
    turns: Counter[tuple[int, str]] = Counter()
    placed = []
    for misfit, place, each in sorted(ranked, key=lambda one: one[:2]):
        turns[misfit, each.competency] += 1
        placed.append((misfit, turns[misfit, each.competency], place, each))
    placed.sort(key=lambda one: one[:3])
    fitting = [one for one in placed if one[0] < _NO_FIT] or placed
    return [(misfit, place, each) for misfit, _, place, each in fitting]


def _misfit(each: Question, aim: Aim, wanted: tuple[Kind, ...]) -> int:
    of_competency = bool(aim.competency) and each.competency == aim.competency
    return (not of_competency if aim.competency else 0) + (each.kind not in wanted)


def _in_trade(each: Question, aim: Aim) -> bool:
    return not each.sectors or bool(aim.sectors & set(each.sectors))


def question_at(number: int, questions: Sequence[Question]) -> str:
    """Return the key of the question for a practice, the first being 1.

    After the last question they come round again; without any it is empty.
    """
    return questions[(number - 1) % len(questions)].key if questions else ""


def _kinds_for(theme: str) -> tuple[Kind, ...]:
    named = _themes().get(theme, {}).get("kinds", ())
    return tuple(Kind(name) for name in named) or _USUAL_KINDS


def ideas_for(theme: str) -> tuple[str, ...]:
    """Return things one could be able to do, each one can be seen or heard."""
    found = _themes().get(theme) or _themes()["any"]
    return tuple(found["ideas"])


@cache
def _themes() -> dict[str, dict[str, tuple[str, ...]]]:
    content = files(__package__).joinpath("focus.toml").read_text("utf-8")
    return {
        name: {"kinds": tuple(told["kinds"]), "ideas": tuple(told["ideas"])}
        for name, told in tomllib.loads(content).items()
    }
