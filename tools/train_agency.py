"""Trains what tells whether an agency writes.

Run as `python -m tools.train_agency [--measure]`. Our letters to build with teach it,
whose scene says when an agency writes, and the mails whose details were noted by hand.
The same letters give the same numbers. `--measure` holds out a fifth of the files in
turn.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score, recall_score, roc_auc_score
from sklearn.model_selection import GroupKFold

from onward.domain.mail.details.employer.between import (
    ABOUT_OTHERS,
    BETWEEN,
    SURELY_BETWEEN,
    chance_by,
    terms_between,
)
from onward.domain.mail.details.employer.employer import agency_signs_in
from onward.domain.mail.details.role.roles import roles_in
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.reading import Draft, clean, show
from onward.domain.mail.verdict import Meaning
from tools.detail_examples import DETAILS, noted_mail
from tools.encoder_lessons import taught_of
from tools.mail_examples import HOUSE, OWN, Example, own_examples

INTO = HOUSE / "src" / "onward" / "domain" / "mail" / "weights" / "between.json"
_FREELY, _MOST_STEPS, _FOLDS = 0.02, 400, 5
# Terms of fewer mails are chance; the strongest tell as much as all.
_LEAST, _MOST_TERMS = 5, 2_000
# How freely a sign may count beside a term, and what was noted by hand beside a letter.
_SIGNS_COUNT, _NOTED = 3.0, 4.0
_NOT_ASKED = frozenset({Meaning.NOT_JOB_RELATED, Meaning.FOLLOW_UP})
_AGENCY = re.compile(
    r"\b(?:agency|agencies|temp desk|headhunter|search firm|recruitment consultant"
    r"|consultant relays)\b",
    re.IGNORECASE,
)
# An agency of another trade, or one that is written to.
_OTHER_AGENCY = re.compile(
    r"\b(?:translation|estate|environment\w*|clean\w*|lettings?|travel|advertising|ad"
    r"|model\w*|news|press|creative|design|digital|marketing|pr|media|care|homecare"
    r"|nanny|interpreters?|insurance|government|tax|border|space|county|state|ticket"
    r"|catering|collection|adoption|foster\w*|talent|casting|rental|security|branding"
    r"|web|public|federal|aid|un|eu|nursing)\b.{0,12}\bagency"
    r"|informs agency|to agency|via agency|agency worker|asks agency|agency invoice"
    r"|agency for",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"recruiter|consultan|headhunt|agen", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lesson:
    """What speaks for and against an agency in a mail, and whether one writes.

    `told` is how much it counts: of what was noted by hand nothing is guessed.
    """

    file: str
    is_agency: bool
    signs: Mapping[str, float]
    terms: frozenset[str]
    told: float = 1.0


def lessons() -> list[Lesson]:
    """Return our letters about the search, none unclear, and the mail noted by hand."""
    letters = [*own_examples(OWN / "build"), *own_examples(OWN / "later")]
    by_scene = [
        _lesson(one.origin, one.mail, taught_of(one).letter.text, is_agency=so)
        for one in letters
        if (so := is_by_agency(one)) is not None
    ]
    return [*by_scene, *noted_lessons("build")]


def noted_lessons(part: str) -> list[Lesson]:
    """Return the mail whose details were noted by hand."""
    noted = [one for one in noted_mail(DETAILS / part) if one.label not in _NOT_ASKED]
    return [
        _lesson(
            one.place.partition(":")[0],
            one.mail,
            show(clean(Draft(one.mail, one.context))).shown_text,
            is_agency="agency" in one.told,
            told=_NOTED,
        )
        for one in noted
    ]


def _lesson(
    file: str, mail: ParsedMail, text: str, *, is_agency: bool, told: float = 1.0
) -> Lesson:
    signs = agency_signs_in(text, mail.sender, roles_in(text, ""))
    return Lesson(file, is_agency, signs, frozenset(terms_between(text)), told)


def is_by_agency(letter: Example) -> bool | None:
    """Tell whether an agency writes, by a letter's scene; None where it is unclear."""
    if letter.language != "en" or letter.label in _NOT_ASKED:
        return None
    if _AGENCY.search(letter.scene) and not _OTHER_AGENCY.search(letter.scene):
        return True
    return None if _PERHAPS.search(letter.scene) else False


@dataclass(frozen=True, slots=True)
class Taught:
    """How much each sign and each term counts; the sign "always" stands for itself."""

    signs: dict[str, float]
    terms: dict[str, float]

    def chance(self, lesson: Lesson) -> float:
        """Return how likely an agency writes."""
        return chance_by(self.signs, self.terms, lesson.signs, lesson.terms)


def trained(many: Sequence[Lesson]) -> Taught:
    """Return a model of the terms that count most, taught twice: to find them first."""
    seen = Counter(term for lesson in many for term in lesson.terms)
    terms = sorted(term for term, count in seen.items() if count >= _LEAST)
    strengths = np.abs(_fitted(many, terms)[-len(terms) :])
    kept = sorted(terms[place] for place in np.argsort(-strengths)[:_MOST_TERMS])
    names = sorted(many[0].signs)
    *weights, always = _fitted(many, kept, is_whole=True)
    signs = dict(zip(names, weights, strict=False)) | {"always": always}
    by_term = dict(zip(kept, weights[len(names) :], strict=True))
    return Taught(_rounded(signs), _rounded(by_term))


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    return {name: round(float(much), 3) for name, much in weights.items()}


def _fitted(
    many: Sequence[Lesson], terms: Sequence[str], *, is_whole: bool = False
) -> list[float]:
    """Return the weights of signs, then terms; of a whole model last what is always."""
    names = sorted(many[0].signs)
    places = {term: place for place, term in enumerate(terms)}
    signs = csr_matrix([[one.signs[name] for name in names] for one in many])
    held = [[places[term] for term in one.terms if term in places] for one in many]
    ends = np.cumsum([0, *map(len, held)])
    flat = np.fromiter(chain.from_iterable(held), dtype=np.int32)
    ones = csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(many), len(terms)))
    model = LogisticRegression(C=_FREELY, max_iter=_MOST_STEPS, solver="liblinear")
    table = hstack([signs * _SIGNS_COUNT, ones]).tocsr()
    told = [one.told for one in many]
    model.fit(table, [one.is_agency for one in many], sample_weight=told)
    row = [float(number) for number in model.coef_[0]]
    row[: len(names)] = [number * _SIGNS_COUNT for number in row[: len(names)]]
    return [*row, float(model.intercept_[0])] if is_whole else row


def measured(many: Sequence[Lesson]) -> None:
    """Print how well agencies are told in files held out, a fifth of them in turn."""
    files = [one.file for one in many]
    chances = np.zeros(len(many))
    for taught, asked in GroupKFold(_FOLDS).split(many, groups=files):
        model = trained([many[place] for place in taught])
        chances[asked] = [model.chance(many[place]) for place in asked]
    noted = np.array([one.told > 1 for one in many])
    answers = np.array([one.is_agency for one in many])
    for what, some in (("letters", ~noted), ("mails noted by hand", noted)):
        _print(what, answers[some], chances[some])


def _print(what: str, answers: np.ndarray, chances: np.ndarray) -> None:
    area = roc_auc_score(answers, chances)
    print(f"{what}: {len(answers)}, {sum(answers)} of agencies, area {area:.3f}")
    for least in (ABOUT_OTHERS, BETWEEN, SURELY_BETWEEN):
        said = chances >= least
        precision, recall = precision_score(answers, said), recall_score(answers, said)
        print(f"  from {least}: precision {precision:.2f}, recall {recall:.2f}")


def main() -> None:
    """Train, or measure."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--measure", action="store_true")
    if asked.parse_args().measure:
        measured(lessons())
        return
    model = trained(lessons())
    content = json.dumps({"signs": model.signs, "terms": model.terms}, indent=0)
    INTO.write_text(content + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
