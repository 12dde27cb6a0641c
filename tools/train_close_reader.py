"""Teaches what reads a mail closely, and keeps what it says of mail held out.

Needs an environment of its own with `torch`, as `tools.train_encoder` does. Run as

    python -m tools.train_close_reader half 0
    python -m tools.train_close_reader half 1
    python -m tools.train_close_reader newer
    python -m tools.train_close_reader whole

each but `newer` a quarter of an hour or so; several may run at once. A half is held out
from what reads it, and `newer` keeps what the shipped reader says of mail that neither
half has seen, before `whole` teaches it. `tools.train_names`, `tools.train_panel` and
`tools.train_stages` learn from these how much a close reading is worth. The mail is
that of `tools.names_lessons` with the noes whose stage was noted; the same mail gives
about the same weights. It begins with the upper layers of the mail encoder, and need
not be run again when that changes.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from onward.domain.mail.details.closely.weights import (
    close_weights_from,
    shipped_close_weights,
)
from onward.domain.mail.encoder.weights import shipped_encoder
from tools.close_lessons import Row, Taught, rows_of, taught_mail
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

INTO = HOUSE / "src" / "onward" / "domain" / "mail" / "weights" / "close-reader"


def main() -> None:
    """Teach a half or the whole, as asked."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("step", choices=["half", NEWER, "whole"])
    asked.add_argument("number", nargs="?", type=int, default=0, choices=range(HALVES))
    told = asked.parse_args()
    torch.set_num_threads(1)
    mail = taught_mail(lessons())
    if told.step == "whole":
        _store(taught_reader(rows_of(mail), Course()), INTO / "layers.npz")
    elif told.step == NEWER:
        _keep_newer(mail)
    else:
        _hold_out(mail, told.number)


def _keep_newer(mail: Sequence[Taught]) -> None:
    """Keep what the shipped reader, not taught with it, says of mail unread so far."""
    (KEPT / f"{NEWER}.npz").unlink(missing_ok=True)
    read = readings_of([one.text for one in mail])
    newer = [
        (one.text, one.sender)
        for one, each in zip(mail, read, strict=True)
        if each is None
    ]
    keep(newer, NEWER, shipped_encoder(), shipped_close_weights())
    print(f"{len(newer)} mails read that neither half has seen")


def _hold_out(mail: Sequence[Taught], number: int) -> None:
    """Teach with one half, and keep what is read of the other."""
    rows = rows_of(mail)
    taught: list[Row] = [row for row in rows if half_of(row.file) != number]
    reader = taught_reader(taught, Course())
    weights = close_weights_from(reader.arrays())
    held = [(one.text, one.sender) for one in mail if half_of(one.file) == number]
    keep(held, number, shipped_encoder(), weights)


def _store(reader: CloseReader, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shared = np.frombuffer(digest_of_shared(shipped_encoder()), np.uint8)
    save_arrays(path, shared=shared, **reader.arrays())


if __name__ == "__main__":
    main()
