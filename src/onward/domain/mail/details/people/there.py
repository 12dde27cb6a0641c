"""Tells who of those a mail names is likely to be there.

What the rules say of each, and the words around their names, are added up as learned
by `tools.train_panel`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log

from onward.domain.mail.details.closely.reading import CloseReading
from onward.domain.mail.details.closely.weights import FOLDER
from onward.domain.mail.details.people.listed import Around
from onward.domain.mail.details.people.named import Named, people_named
from onward.domain.mail.details.people.there_signs import Signs

# From this chance on somebody is told to be there: mails held out chose it.
THERE = 0.55
ALWAYS = "always"
PANEL, BY_SIGNS, READ = "panel", "by signs", "read"
_LEAST = 0.001
TOLD, NOT_TOLD, NONE_TOLD = "told", "not told", "none told"


def people_there(
    text: str, told: Sequence[str], around: Around, read: CloseReading | None = None
) -> list[Named]:
    """Return who is likely to be there, in the order of the mail, without its writer.

    `told` are those of whom rules say so; `read` is a close reading, if there was one.
    """
    weights = _weights()
    found: list[Named] = []
    for person, signs in signs_of_people(text, told, around):
        odds = odds_by(weights, signs)
        if read is not None:
            odds = odds_closely(_closely(), odds, odds_read(person, read))
        if 1 / (1 + exp(-odds)) >= THERE:
            found.append(person)
    return found


def signs_of_people(
    text: str, told: Sequence[str], around: Around
) -> list[tuple[Named, set[str]]]:
    """Return everybody whom a mail names, but its writer, with what speaks of them."""
    named = people_named(text, around)
    signs = Signs(text, named)
    others = [one for one in told if not is_writer(one, around)]
    found: list[tuple[Named, set[str]]] = []
    for rank, person in enumerate(named):
        if not (around.writer and person.is_named(around.writer)):
            so = [one for one in others if person.is_named(one)]
            said = TOLD if so else NOT_TOLD if others else NONE_TOLD
            found.append((_fuller(person, so), {*signs.of(person, rank), said}))
    alone = [one for one in others if not any(each.is_named(one) for each in named)]
    return [*found, *((Named(one), {TOLD, "unplaced"}) for one in alone)]


def odds_by(weights: Mapping[str, float], signs: Iterable[str]) -> float:
    """Return the log-odds that somebody will be there by the weights of signs."""
    return weights[ALWAYS] + sum(weights.get(sign, 0.0) for sign in signs)


def odds_read(person: Named, read: CloseReading) -> float:
    """Return the log-odds of the same where a close reading says so most plainly."""
    chances = (read.chance_named(PANEL, at.start, at.end) for at in person.places)
    most = min(max(chances, default=_LEAST), 1 - _LEAST)
    return log(max(most, _LEAST) / (1 - max(most, _LEAST)))


def odds_closely(weights: Mapping[str, float], by_signs: float, read: float) -> float:
    """Return both as one."""
    return weights[ALWAYS] + weights[BY_SIGNS] * by_signs + weights[READ] * read


def is_writer(name: str, around: Around) -> bool:
    """Tell whether a name is that of who writes."""
    return bool(around.writer) and Named(around.writer).is_named(name)


def _fuller(person: Named, told: Sequence[str]) -> Named:
    """Return somebody named by one word as rules know them in full."""
    for name in told:
        if " " in name and " " not in person.name:
            return Named(name, person.places)
    return person


@cache
def _weights() -> dict[str, float]:
    content = files("onward.domain.mail") / "weights" / "panel.json"
    weights: dict[str, float] = json.loads(content.read_text("utf-8"))
    return weights


@cache
def _closely() -> dict[str, float]:
    weights: dict[str, float] = json.loads((FOLDER / "panel.json").read_text("utf-8"))
    return weights
