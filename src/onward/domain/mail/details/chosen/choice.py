"""Chooses the employer and the role of a mail among all that may be one.

Rules name one; words and a close reading name more. What speaks for each is added up
as learned by `tools.train_names`.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from math import exp, log

from onward.domain.mail.details.chosen.closely import with_reading
from onward.domain.mail.details.chosen.tags import (
    Kind,
    Span,
    Tagged,
    shipped_in,
    spans_in,
)
from onward.domain.mail.details.closely.reading import CloseReading
from onward.domain.mail.details.employer.labels import domain_label
from onward.domain.mail.details.employer.names import (
    fits_label,
    is_of_people,
    is_organisation,
    squeezed,
    trimmed,
)
from onward.domain.mail.details.employer.side import same
from onward.domain.mail.details.employer.writer import own_domain_of
from onward.domain.mail.details.role.words import (
    cleaned,
    is_headed_by_known_trade,
    is_headed_by_trade,
    may_be_role,
)
from onward.domain.mail.language import Language
from onward.domain.mail.message import Address
from onward.domain.mail.senders import is_system_name, is_tracking_system

ALWAYS = "always"
# From these chances on it is told: what a rule names, and what none does. Below the
# last the mail is read closely.
BY_RULE, TOLD, SURE = 0.2, 0.5, 0.75
_NEVER, _LONG, _SHORTEST = 0.003, 4, 2
_OFTEN, _PART = 3, 3
# "Data &", "Analyst (Band 5": the rest was not tagged. Each is taken off by itself, as
# one pattern for all of them would take hostile names apart in every possible way.
_OPEN_ENDS = (
    re.compile(r"\([^()]*$"),
    re.compile(r"\s(?:(?:&|and)\sI(?:['\u2019]\w+)?|&|and|of|for|in|at|the)$"),
    re.compile(r"[ ,:&-]+$"),
)
# No name is longer; what is longer was tagged by mistake, or by design.
_LONGEST = 90
# What may stand beside a role, and is no part of it.
_NO_PART = re.compile(
    r"\d|\b(?:in|at|for|to|on|from|with|re|ref|post|posting|role|job|position|vacancy)\b"
)
Signs = dict[str, float]
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Known:
    """What rules say: the employer, the agency and the roles; who writes."""

    employer: str
    agency: str
    roles: tuple[str, ...]
    sender: Address
    writer: str = ""

    def of(self, kind: Kind) -> tuple[str, ...]:
        """Return the names of a kind, the likeliest first."""
        if kind is Kind.ROLE:
            return self.roles
        return (self.employer,) if self.employer else ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The name chosen, how likely it is right, and whether that is sure enough."""

    name: str
    chance: float

    @property
    def is_sure(self) -> bool:
        """Whether the mail need not be read closely."""
        return self.chance >= SURE


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen of each kind, and whether all of it is sure."""

    employer: Chosen
    role: Chosen

    @property
    def is_sure(self) -> bool:
        """Whether the mail need not be read closely for either."""
        return self.employer.is_sure and self.role.is_sure


def choose(text: str, known: Known, words: Tagged, language: Language = "en") -> Choice:
    """Return the employer and the role of a mail by its words."""
    return _choice(text, known, words, _weights(language, "words"))


def choose_closely(
    text: str,
    known: Known,
    words: Tagged,
    reading: CloseReading,
    language: Language = "en",
) -> Choice:
    """Return the same of a mail that was read closely."""
    both = with_reading(words.odds, reading, words.tokens, language)
    weights = _weights(language, "closely")
    return _choice(text, known, Tagged(words.tokens, both), weights)


def _choice(
    text: str, known: Known, words: Tagged, weights: Mapping[Kind, Weights]
) -> Choice:
    found: dict[Kind, Chosen] = {}
    for kind in Kind:
        spans = spans_in(words.odds, kind, words.tokens, text)
        named = possible_names(kind, known, spans, text)
        found[kind] = best_of(named, known.of(kind), weights[kind])
    return Choice(found[Kind.EMPLOYER], found[Kind.ROLE])


def best_of(
    many: Sequence[tuple[str, Signs]], told: Sequence[str], weights: Weights
) -> Chosen:
    """Return the likeliest of all names; what rules told needs less to stay."""
    rated = [Chosen(name, chance_by(weights, signs)) for name, signs in many]
    likely = sorted(rated, key=lambda one: -one.chance)
    for one in likely:
        if one.chance >= (BY_RULE if one.name in told else TOLD):
            return one
    return Chosen("", likely[0].chance if likely else 0.0)


def chance_by(weights: Weights, signs: Signs) -> float:
    """Return how likely a name is right by the weights of signs."""
    total = weights[ALWAYS]
    total += sum(weights.get(sign, 0.0) * much for sign, much in signs.items())
    return 1 / (1 + exp(-total))


def possible_names(
    kind: Kind, known: Known, spans: Sequence[Span], text: str
) -> list[tuple[str, Signs]]:
    """Return all that may be the name, each with what speaks for and against it."""
    told = known.of(kind)
    chances: dict[str, float] = dict.fromkeys(told, _NEVER)
    for span in spans:
        fits = len(span.name) <= _LONGEST
        name = _spelled(kind, span.name, told, known) if fits else ""
        if name:
            chances[name] = max(span.chance, chances.get(name, 0.0))
    top, lower = max(chances.values(), default=0.0), text.lower()
    found: list[tuple[str, Signs]] = []
    for name, chance in chances.items():
        signs = dict(_signs(kind, name, chance, known, is_top=chance == top))
        signs |= dict.fromkeys(_places_of(name.lower(), lower), 1.0)
        found.append((name, signs))
    return found


def _places_of(name: str, text: str) -> Iterator[str]:
    """Yield where a text says a name, both in small letters."""
    subject, _, body = text.partition("\n")
    times = body.count(name)
    if name in subject:
        yield "in subject"
    if not times:
        yield "not in body" if name in subject else "said nowhere"
        return
    yield f"said {min(times, _OFTEN)}"
    if name in body[: len(body) // _PART]:
        yield "in first part"
    if name in body[-len(body) // _PART :]:
        yield "in last part"


def _spelled(kind: Kind, raw: str, told: Sequence[str], known: Known) -> str:
    """Return a name without what is no part of it, as rules spell it if they do."""
    name = _closed(cleaned(raw, "") if kind is Kind.ROLE else trimmed(raw))
    if len(name) < _SHORTEST or (kind is Kind.EMPLOYER and _is_another(name, known)):
        return ""
    is_part = _is_part_of_role if kind is Kind.ROLE else _is_part_of_employer
    return next((one for one in told if is_part(name, one)), name)


def _is_another(name: str, known: Known) -> bool:
    """Tell whether a name is that of who stands between: an agency, a system."""
    by_system = is_tracking_system(known.sender.domain) and is_system_name(name)
    return by_system or same(name, known.agency)


def _closed(name: str) -> str:
    """Return a name as far as it is whole."""
    left = name
    while (shorter := reduce(lambda n, end: end.sub("", n), _OPEN_ENDS, left)) != left:
        left = shorter
    return left


def _is_part_of_employer(name: str, told: str) -> bool:
    """Tell whether a name speaks for a longer one: "Paws" for Paws and Hooves."""
    bare = squeezed(name)
    return bool(bare) and squeezed(told).startswith(bare)


def _is_part_of_role(name: str, told: str) -> bool:
    """Tell the same of a role: "data officer" for the Archive and Data Officer.

    "Porter" does not speak for "Posting 25-460 Porter", nor for "porter in June".
    """
    before, found, behind = told.lower().partition(name.lower())
    if found and before.isdigit():  # "nd shift lead" of "2nd shift lead"
        return not behind
    return bool(found) and not _NO_PART.search(f"{before} {behind}")


def _signs(
    kind: Kind, name: str, chance: float, known: Known, *, is_top: bool
) -> Iterator[tuple[str, float]]:
    much = log((chance + _NEVER) / (1 - chance + _NEVER))
    yield "tagged", much
    for sign in _beside_rules(name.lower(), known.of(kind)):
        yield sign, 1.0
        yield f"tagged and {sign}", much
    marks = _of_role(name, known) if kind is Kind.ROLE else _of_employer(name, known)
    for mark, holds in marks:
        if holds:
            yield mark, 1.0
            yield f"tagged and {mark}", much
    if is_top:
        yield "top", 1.0
    if len(name.split()) > _LONG:
        yield "long", 1.0


def _beside_rules(lower: str, told: Sequence[str]) -> Iterator[str]:
    """Yield how a name stands to what rules told."""
    if not told:
        yield "no rule"
        return
    first, *others = (one.lower() for one in told)
    if lower == first:
        yield "rule"
        return
    yield "other rule" if lower in others else "not rule"
    if lower in first:
        yield "within"
    elif first in lower:
        yield "holds"


def _of_role(name: str, known: Known) -> Iterator[tuple[str, bool]]:
    yield "known trade", is_headed_by_known_trade(name)
    yield "trade", is_headed_by_trade(name)
    yield "may be", may_be_role(name, known.employer)
    yield "capital", name[:1].isupper()


def _of_employer(name: str, known: Known) -> Iterator[tuple[str, bool]]:
    bare = squeezed(name)
    label = squeezed(domain_label(known.sender.domain))
    sent_by = squeezed(known.sender.name)
    yield "fits label", fits_label(bare, label)
    yield "in sender", bool(bare) and bare in sent_by
    yield "is sender", bool(bare) and bare == sent_by
    yield "writer", bool(bare) and bare in squeezed(known.writer)
    yield "of people", is_of_people(name)
    yield "organisation", is_organisation(name)
    yield "capital", name[:1].isupper()
    yield "one word", " " not in name
    yield "by agency", bool(known.agency)
    yield "role", any(same(name, role) for role in known.roles)
    yield "lone address", not own_domain_of(known.sender)


@cache
def _weights(language: Language, by: str) -> Mapping[Kind, Weights]:
    """Return how much each sign counts for each kind of name."""
    content = shipped_in(language, "json").read_text("utf-8")
    stored: dict[str, dict[str, float]] = json.loads(content)
    return {kind: stored[f"{kind}, {by}"] for kind in Kind}
