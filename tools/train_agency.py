"""Trains what tells whether an agency writes.

Run as `python -m tools.train_agency [--measure]`. Our letters to build with teach it:
the scene of a letter says when an agency writes it. The same letters give the same
numbers. `--measure` holds out a fifth of the files in turn, and says what the mails
whose details were noted by hand come to.
"""

import argparse
import json
import re
from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score, recall_score, roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from onward.domain.mail.details_between import BETWEEN, chance_between
from onward.domain.mail.details_employer import agency_signs_in
from onward.domain.mail.details_roles import roles_in
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.verdict import Meaning
from tools.detail_examples import DETAILS, noted_mail
from tools.encoder_lessons import taught_of
from tools.mail_examples import HOUSE, OWN, Example, own_examples

INTO = HOUSE / "src" / "onward" / "domain" / "mail" / "weights" / "between.json"
_FREELY, _MOST_STEPS, _FOLDS = 0.3, 400, 5
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
Signs = dict[str, float]


def lessons() -> list[tuple[Example, bool]]:
    """Return letters about the search, and whether an agency writes; none unclear."""
    asked = [
        example
        for example in own_examples(OWN / "build")
        if example.language == "en" and example.label not in _NOT_ASKED
    ]
    told = [(example, _is_told(example.scene)) for example in asked]
    return [
        (example, is_agency)
        for example, is_agency in told
        if is_agency or not _PERHAPS.search(example.scene)
    ]


def _is_told(scene: str) -> bool:
    return bool(_AGENCY.search(scene)) and not _OTHER_AGENCY.search(scene)


def signs_of(mail: ParsedMail, text: str) -> Signs:
    """Return the signs of one mail, as its reader finds them."""
    return agency_signs_in(text, mail.sender, roles_in(text, ""))


def trained(rows: Sequence[Signs], answers: Sequence[bool]) -> dict[str, float]:
    """Return how much each sign counts."""
    names = sorted(rows[0])
    model = _model().fit(_table(rows, names), answers)
    weights = dict(zip(names, model.coef_[0], strict=True))
    weights["always"] = model.intercept_[0]
    return {name: round(float(much), 3) for name, much in weights.items()}


def _model() -> LogisticRegression:
    return LogisticRegression(C=_FREELY, max_iter=_MOST_STEPS, solver="liblinear")


def _table(rows: Sequence[Signs], names: Sequence[str]) -> np.ndarray:
    return np.array([[row[name] for name in names] for row in rows])


def measured(rows: Sequence[Signs], told: Sequence[tuple[Example, bool]]) -> None:
    """Print how well agencies are told among letters and mails held out."""
    files = [example.origin for example, _ in told]
    answers = [is_agency for _, is_agency in told]
    table = _table(rows, sorted(rows[0]))
    chances = cross_val_predict(
        _model(),
        table,
        answers,
        groups=files,
        cv=GroupKFold(_FOLDS),
        method="predict_proba",
    )[:, 1]
    _print("letters, their file held out", answers, chances)
    noted = [
        one for one in noted_mail(DETAILS / "build") if one.label not in _NOT_ASKED
    ]
    texts = [f"{one.mail.subject}\n\n{one.mail.text}" for one in noted]
    signs = [signs_of(one.mail, text) for one, text in zip(noted, texts, strict=True)]
    agencies = ["agency" in one.told for one in noted]
    _print(
        "mails with details noted", agencies, np.array(list(map(chance_between, signs)))
    )


def _print(what: str, answers: Sequence[bool], chances: np.ndarray) -> None:
    said = chances >= BETWEEN
    area = roc_auc_score(answers, chances)
    precision, recall = precision_score(answers, said), recall_score(answers, said)
    print(
        f"{what}: {len(answers)}, area {area:.3f}, precision {precision:.2f}, ", end=""
    )
    print(f"recall {recall:.2f} of {sum(answers)}")


def main() -> None:
    """Train, or measure."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--measure", action="store_true")
    is_measured = asked.parse_args().measure
    told = lessons()
    rows = [signs_of(one.mail, taught_of(one).letter.text) for one, _ in told]
    if is_measured:
        measured(rows, told)
        return
    weights = trained(rows, [is_agency for _, is_agency in told])
    INTO.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
