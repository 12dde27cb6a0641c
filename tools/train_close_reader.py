"""Teaches what reads a mail closely, and keeps what it says of mail held out.

Needs an environment of its own with `torch`, as `tools.train_encoder` does. Run as

    python -m tools.train_close_reader half 0
    python -m tools.train_close_reader half 1
    python -m tools.train_close_reader newer
    python -m tools.train_close_reader whole

each but `newer` a quarter of an hour or so; several may run at once. For German add
`--language de`: English mail then teaches beside it. A half is held out
from what reads it, and `newer` keeps what the shipped reader says of mail that neither
half has seen, before `whole` teaches it. `tools.train_names`, `tools.train_panel` and
`tools.train_stages` learn from these how much a close reading is worth. The mail is
that of `tools.names_lessons` with the noes whose stage was noted; the same mail gives
about the same weights. It begins with the upper layers of the mail encoder, and need
not be run again when that changes.
"""

import argparse
from collections.abc import Sequence

import numpy as np
import torch

from onward.domain.mail.details.closely.weights import (
    FOLDERS,
    SHARED,
    close_weights_from,
    shipped_close_weights,
)
from onward.domain.mail.encoder.weights import shipped_encoder
from onward.domain.mail.language import Language
from tools.close_lessons import Taught, foreign_mail, rows_of, taught_mail
from tools.close_model import CloseReader
from tools.close_readings import (
    HALVES,
    KEPT,
    NEWER,
    digest_of_shared,
    half_of,
    keep,
    readings_of,
)
from tools.close_training import Course, taught_reader
from tools.mail_examples import HOUSE
from tools.names_lessons import lessons
from tools.saving import save_arrays

WEIGHTS = HOUSE / "src" / "onward" / "domain" / "mail" / "weights"


def main() -> None:
    """Teach a half or the whole, as asked."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("step", choices=["half", NEWER, "whole"])
    asked.add_argument("number", nargs="?", type=int, default=0, choices=range(HALVES))
    asked.add_argument("--language", choices=sorted(SHARED), default="en")
    told = asked.parse_args()
    torch.set_num_threads(1)
    language: Language = told.language
    mail = taught_mail(lessons(language), language)
    if told.step == "whole":
        reader = _taught([*mail, *foreign_mail(language)], language)
        _store(reader, language)
    elif told.step == NEWER:
        _keep_newer(mail, language)
    else:
        _hold_out(mail, told.number, language)


def _taught(mail: Sequence[Taught], language: Language) -> CloseReader:
    return taught_reader(rows_of(mail, language), Course(), language)


def _keep_newer(mail: Sequence[Taught], language: Language) -> None:
    """Keep what the shipped reader, not taught with it, says of mail unread so far."""
    # What it was taught since it was kept must not be read again.
    before = len([*KEPT.glob(f"{FOLDERS[language]}-{NEWER}*.npz")])
    name = f"{FOLDERS[language]}-{NEWER}-{before}"
    read = readings_of([one.text for one in mail])
    newer = [
        (one.text, one.sender)
        for one, each in zip(mail, read, strict=True)
        if each is None
    ]
    keep(newer, name, shipped_encoder(language), shipped_close_weights(language))
    print(f"{len(newer)} mails read that neither half has seen")


def _hold_out(mail: Sequence[Taught], number: int, language: Language) -> None:
    """Teach with one half, and keep what is read of the other."""
    taught = [one for one in mail if half_of(one.file) != number]
    reader = _taught([*taught, *foreign_mail(language)], language)
    weights = close_weights_from(reader.arrays(), SHARED[language])
    held = [(one.text, one.sender) for one in mail if half_of(one.file) == number]
    name = f"{FOLDERS[language]}-{number}"
    keep(held, name, shipped_encoder(language), weights)


def _store(reader: CloseReader, language: Language) -> None:
    path = WEIGHTS / FOLDERS[language] / "layers.npz"
    path.parent.mkdir(parents=True, exist_ok=True)
    digest = digest_of_shared(shipped_encoder(language), SHARED[language])
    shared = np.frombuffer(digest, np.uint8)
    save_arrays(path, shared=shared, **reader.arrays())


if __name__ == "__main__":
    main()
