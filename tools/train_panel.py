"""Trains what tells who of those a mail names will sit in the interview.

Run as `python -m tools.train_panel [--measure] [--language de]`. The invitations whose
details were noted by hand teach it. The same mails give the same numbers. `--measure`
holds out the files in turn that the rules were not made with, and tells how many of
their panels are right, with the rules alone, with the model and with a close reading
beside it.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from onward.domain.mail.details.chosen.application import named_in
from onward.domain.mail.details.closely.reading import CloseReading
from onward.domain.mail.details.closely.weights import FOLDERS
from onward.domain.mail.details.employer.heard import greeted_in
from onward.domain.mail.details.people.listed import Around
from onward.domain.mail.details.people.panel import panel_by_rules
from onward.domain.mail.details.people.there import (
    ALWAYS,
    BY_SIGNS,
    NONE_TOLD,
    NOT_TOLD,
    READ,
    TAUGHT,
    TOLD,
    is_there,
    odds_by,
    odds_closely,
    odds_read,
    signs_of_people,
)
from onward.domain.mail.details.told import named_by_rules
from onward.domain.mail.language import Language, language_of
from onward.domain.mail.meaning.verdict import certain
from onward.domain.mail.meaning.words import sentences_of
from onward.domain.mail.reading import Draft, clean, show
from onward.domain.mail.verdict import Meaning
from tools.close_readings import readings_of
from tools.detail_examples import DETAILS, Noted, noted_mail
from tools.detail_figures import is_same_person_in_part, same_people
from tools.mail_examples import HOUSE

WEIGHTS = HOUSE / "src" / "onward" / "domain" / "mail" / "weights"
# The rules were not made with these: only there do they err as they do on new mail.
NEW_TO_RULES = frozenset(
    {
        *("fresh-g", "panels-c", "panels-d", "panels-e"),
        *("agency-a", "agency-b", "panels-f", "mixed-t"),
        *("panels-g", "times-a", "agency-c", "agency-d", "doubts-a"),
        *("panels-i", "agency-e", "german-k", "german-l", "german-p"),
        *("german-q", "german-r"),
    }
)
_RULES = frozenset({TOLD, NOT_TOLD, NONE_TOLD})
_SEEN = "seen by the rules"
_FREELY, _MOST_STEPS, _LEAST = 0.1, 400, 3
# How freely what the rules say may count, and a mail that is new to them.
_RULES_COUNT, _NEW_COUNTS = 3.0, 3.0
_SMALLEST = 0.02


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in a mail, the signs of them, and whether they will be there.

    `read` are the log-odds of that by a close reading of mail held out.
    """

    name: str
    signs: frozenset[str]
    read: float
    is_there: bool


@dataclass(frozen=True, slots=True)
class Lesson:
    """An invitation: its file, whom it names, and whom it told of by rules."""

    noted: Noted
    by_rules: tuple[str, ...]
    writer: str
    named: tuple[Named, ...]

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.noted.place.partition(":")[0]

    @property
    def is_new(self) -> bool:
        """Whether the rules were made without it."""
        return self.file in NEW_TO_RULES

    def is_right(self, names: Sequence[str]) -> bool:
        """Tell whether names are those of the panel."""
        told = self.noted.told.get("panel", "")
        if not (told and names):
            return not told and not names
        return same_people(told, (names, self.noted.told.get("writer", "")))


def lessons(language: Language) -> list[Lesson]:
    """Return the invitations in a language of the mail noted by hand."""
    invited = Meaning.INTERVIEW_INVITATION
    noted = [one for one in noted_mail(DETAILS / "build") if one.label is invited]
    shown = [(one, _shown(one)) for one in noted]
    spoken = [(one, text) for one, text in shown if language_of(text) == language]
    read = readings_of([text for _, text in spoken])
    pairs = zip(spoken, read, strict=True)
    return [_lesson(*one, each) for one, each in pairs if each]


def _shown(noted: Noted) -> str:
    return show(clean(Draft(noted.mail, noted.context))).shown_text


def _lesson(noted: Noted, text: str, read: CloseReading) -> Lesson:
    # What reads closely has been taught with this mail, and would be too sure.
    context = replace(noted.context, in_haste=True)
    by_rules = named_by_rules(noted.mail, text, certain(noted.label, ()), context)
    found = named_in(text, by_rules, context).organisations
    names = (found.employer, found.agency)
    around = Around(by_rules.writer[0], greeted_in(text), names)
    rules = panel_by_rules(text, sentences_of(text), around).names
    told = [one for one in noted.told.get("panel", "").split(";") if one.strip()]
    named = tuple(
        Named(
            person.name,
            frozenset(signs),
            odds_read(person, read),
            any(is_same_person_in_part(one, person.name) for one in told),
        )
        for person, signs in signs_of_people(text, rules, around)
    )
    return Lesson(noted, rules, around.writer, named)


def trained(many: Sequence[Lesson]) -> dict[str, float]:
    """Return how much each sign counts."""
    rows = [(one.is_new, each) for one in many for each in one.named]
    signs = [_taught(each.signs, is_new=is_new) for is_new, each in rows]
    seen = Counter(chain.from_iterable(signs))
    names = sorted(sign for sign, count in seen.items() if count >= _LEAST)
    counts = np.array([_RULES_COUNT if name in _RULES else 1.0 for name in names])
    model = LogisticRegression(C=_FREELY, max_iter=_MOST_STEPS, solver="liblinear")
    told = [_NEW_COUNTS if is_new else 1.0 for is_new, _ in rows]
    there = [each.is_there for _, each in rows]
    model.fit(_table(signs, names, counts), there, sample_weight=told)
    weights = dict(zip(names, model.coef_[0] * counts, strict=True))
    weights[ALWAYS] = model.intercept_[0]
    return {
        name: round(float(much), 3)
        for name, much in weights.items()
        if (abs(much) >= _SMALLEST or name == ALWAYS) and name != _SEEN
    }


def trained_closely(many: Sequence[Lesson]) -> dict[str, float]:
    """Return how much signs and a close reading count together, on mail held out."""
    rows: list[tuple[float, float, bool]] = []
    for file in sorted(NEW_TO_RULES):
        weights = trained([one for one in many if one.file != file])
        named = (each for one in many if one.file == file for each in one.named)
        rows += [(odds_by(weights, n.signs), n.read, n.is_there) for n in named]
    model = LogisticRegression(max_iter=_MOST_STEPS)
    model.fit([row[:2] for row in rows], [row[2] for row in rows])
    by_signs, read = model.coef_[0]
    found = {BY_SIGNS: by_signs, READ: read, ALWAYS: model.intercept_[0]}
    return {name: round(float(much), 3) for name, much in found.items()}


def _taught(signs: Iterable[str], *, is_new: bool) -> set[str]:
    """Leave out what rules say of mail that they were made with."""
    return {*signs} if is_new else {*signs, _SEEN} - _RULES


def _table(
    signs: Sequence[set[str]], names: Sequence[str], counts: np.ndarray
) -> csr_matrix:
    places = {name: place for place, name in enumerate(names)}
    held = [sorted(places[sign] for sign in one if sign in places) for one in signs]
    ends = np.cumsum([0, *map(len, held)])
    flat = np.fromiter(chain.from_iterable(held), dtype=np.int32)
    return csr_matrix((counts[flat], flat, ends), shape=(len(held), len(names)))


def measured(many: Sequence[Lesson]) -> Iterator[str]:
    """Yield how many panels are right in files held out, by rules and by the model."""
    closely = trained_closely(many)
    asked: list[tuple[Lesson, Mapping[str, float]]] = []
    for file in sorted(NEW_TO_RULES):
        weights = trained([one for one in many if one.file != file])
        asked += [(one, weights) for one in many if one.file == file]
    yield f"rules: {_share([one.is_right(one.by_rules) for one, _ in asked])}"
    by_signs = [one.is_right(_panel(one, weights)) for one, weights in asked]
    both = [one.is_right(_panel(one, weights, closely)) for one, weights in asked]
    yield f"by signs: {_share(by_signs)}"
    yield f"read closely: {_share(both)}"


def _share(right: Sequence[bool]) -> str:
    return f"{sum(right)} of {len(right)}, {np.mean(right):.3f}"


def _panel(
    lesson: Lesson,
    weights: Mapping[str, float],
    closely: Mapping[str, float] | None = None,
) -> list[str]:
    writer = [name for name in lesson.by_rules if name == lesson.writer]
    found = list[str]()
    for each in lesson.named:
        odds = odds_by(weights, each.signs)
        both = odds_closely(closely, odds, each.read) if closely else None
        if is_there(odds, both, is_ruled=TOLD in each.signs):
            found.append(each.name)
    return [*writer, *found]


def main() -> None:
    """Train, or measure."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--measure", action="store_true")
    asked.add_argument("--language", choices=sorted(TAUGHT), default="en")
    told = asked.parse_args()
    many = lessons(told.language)
    if told.measure:
        print("\n".join(measured(many)))
        return
    _write(WEIGHTS / TAUGHT[told.language], trained(many))
    closely = WEIGHTS / FOLDERS[told.language] / "panel.json"
    _write(closely, trained_closely(many))


def _write(path: Path, weights: Mapping[str, float]) -> None:
    content = json.dumps(weights, indent=0, ensure_ascii=False)
    path.write_text(content + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
