"""Tells who of those a mail names is likely to be there.

What the rules say of each, and the words around their names, are added up as learned
by `tools.train_panel`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from math import log

from onward.domain.mail.details.closely.reading import CloseReading
from onward.domain.mail.details.closely.weights import folder_of
from onward.domain.mail.details.people.listed import Around, writer_there
from onward.domain.mail.details.people.named import Named, Place, people_named
from onward.domain.mail.details.people.there_signs import Signs
from onward.domain.mail.language import Language, language_of

# From this chance on somebody is told to be there, and from the second where rules
# tell so: mails held out chose them. Read closely, these stay from a lower one on.
THERE, RULED, STAYS = 0.5, 0.3, 0.09
# The languages whose invitations were taught, and the names of their files.
TAUGHT: Mapping[Language, str] = {"en": "panel.json", "de": "panel-german.json"}
# From this chance on who writes is told to be there alone.
WRITER_ALONE: Mapping[Language, float] = {"de": 0.65}
ALWAYS = "always"
PANEL, BY_SIGNS, READ = "panel", "by signs", "read"
_LEAST = 0.001
# "Let me and Ida know": somebody to be told is not said to be there.
_LET_KNOW = re.compile(r"\blet\s(?:me|us)(?:,|\sand|\sor|\s&)\s$", re.IGNORECASE)
_BEFORE = 20
TOLD, NOT_TOLD, NONE_TOLD = "told", "not told", "none told"


def people_there(
    text: str, told: Sequence[str], around: Around, read: CloseReading | None = None
) -> list[Named]:
    """Return who is likely to be there, in the order of the mail, without its writer.

    `told` are those of whom rules say so; `read` is a close reading, if there was one.
    """
    language = language_of(text)
    weights = _weights(language)
    found: list[Named] = []
    for person, signs in signs_of_people(text, told, around):
        odds = odds_by(weights, signs)
        closely = None
        if read and person.places:  # of others it can say nothing
            by_reading = odds_read(person, read)
            closely = odds_closely(_closely(language), odds, by_reading)
        is_told = is_there(odds, closely, is_ruled=TOLD in signs)
        if is_told and not _is_let_know(person, text):
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


def _is_let_know(person: Named, text: str) -> bool:
    """Tell whether a mail names somebody only as who is to be told."""
    said = [text[max(0, at.start - _BEFORE) : at.start] for at in person.places]
    return bool(said) and all(_LET_KNOW.search(before) for before in said)


def is_there(odds: float, closely: float | None, *, is_ruled: bool) -> bool:
    """Tell whether somebody will be there by log-odds, of signs and of both.

    `is_ruled` says that rules tell so.
    """
    stays = is_ruled and odds >= _log_odds(RULED)
    if closely is None:
        return stays or odds >= _log_odds(THERE)
    return closely >= _log_odds(STAYS if stays else THERE)


def odds_by(weights: Mapping[str, float], signs: Iterable[str]) -> float:
    """Return the log-odds that somebody will be there by the weights of signs."""
    return weights[ALWAYS] + sum(weights.get(sign, 0.0) for sign in signs)


def odds_read(person: Named, read: CloseReading) -> float:
    """Return the log-odds of the same where a close reading says so most plainly."""
    chances = (read.chance_named(PANEL, at.start, at.end) for at in person.places)
    return _log_odds(min(max([_LEAST, *chances]), 1 - _LEAST))


def odds_closely(weights: Mapping[str, float], by_signs: float, read: float) -> float:
    """Return both as one."""
    return weights[ALWAYS] + weights[BY_SIGNS] * by_signs + weights[READ] * read


def writer_read_alone(text: str, around: Around, read: CloseReading) -> list[Named]:
    """Return who writes, if they are likely to be there and nobody else is.

    Only of German mail: of English one half of those so told would not be there.
    """
    least = WRITER_ALONE.get(language_of(text))
    writer = writer_there(around)
    if least is None or not writer:
        return []
    person = Named(writer, tuple(_places_of_writer(text, around, writer)))
    return [person] if odds_read(person, read) >= _log_odds(least) else []


def _places_of_writer(text: str, around: Around, writer: str) -> Iterator[Place]:
    """Yield where a mail names its writer, in full or as they sign."""
    for person in people_named(text, around):
        if person.is_named(writer):
            yield from person.places
            return
    for name in (writer, writer.partition(" ")[0]):
        alone = rf"(?<!\w){re.escape(name)}(?!\w)"
        found = [*re.finditer(alone, text, re.IGNORECASE)]
        if found:
            yield from (Place(one.start(), one.end(), name) for one in found)
            return


def is_writer(name: str, around: Around) -> bool:
    """Tell whether a name is that of who writes."""
    return bool(around.writer) and Named(around.writer).is_named(name)


def _fuller(person: Named, told: Sequence[str]) -> Named:
    """Return somebody named by one word as rules know them in full."""
    for name in told:
        if " " in name and " " not in person.name:
            return Named(name, person.places)
    return person


def _log_odds(chance: float) -> float:
    return log(chance / (1 - chance))


@cache
def _weights(language: Language) -> dict[str, float]:
    return _weights_in(files("onward.domain.mail") / "weights" / TAUGHT[language])


@cache
def _closely(language: Language) -> dict[str, float]:
    return _weights_in(folder_of(language) / "panel.json")


def _weights_in(content: Traversable) -> dict[str, float]:
    weights: dict[str, float] = json.loads(content.read_text("utf-8"))
    return weights
