"""Fine-tunes the encoder that reads feedback before it is cut into notes.

Needs an environment of its own with `torch` and `safetensors`, on which neither Onward
nor its tests depend. BASE is the folder with the base's weights out of the package
named in `adapters/encoding/weights/NOTICE`. Each step is a run of its own:

  python -m tools.train_feedback_encoder part NUMBER --base BASE     three times, 0 to 2
  python -m tools.train_feedback_encoder whole --base BASE

`part` teaches without a third of the texts, which `python -m bench.feedback held` then
asks about; `whole` teaches with everything and writes into the package.
"""

import argparse
from pathlib import Path

import torch

from tools.feedback_encoder_lessons import parted, rows_of
from tools.feedback_encoder_training import Course, store, tagger_from, teach
from tools.feedback_examples import HOUSE, OWN, examples_in
from tools.train_encoder import check

KEPT = HOUSE / "build" / "feedback-encoder"
WEIGHTS = HOUSE / "src" / "onward" / "adapters" / "encoding" / "weights"


def main() -> None:
    """Carry out one step."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("step", choices=["part", "whole"])
    asked.add_argument("number", nargs="?", type=int, default=0, choices=range(3))
    asked.add_argument("--base", type=Path, required=True)
    asked.add_argument("--kept", type=Path, default=KEPT)
    asked.add_argument("--into", type=Path, default=WEIGHTS)
    told = asked.parse_args()
    torch.set_num_threads(1)
    check(told.base)
    examples, into = examples_in(OWN / "build"), told.into
    if told.step == "part":
        examples, into = parted(examples, told.number)[0], told.kept / str(told.number)
    tagger, vocabulary = tagger_from(told.base)
    rows = rows_of(examples, vocabulary)
    print(f"{len(examples)} texts and lines, {len(rows)} windows", flush=True)
    teach(tagger, rows, Course())
    print(f"{store(tagger, into) / 1e6:.1f} MB in {into}")


if __name__ == "__main__":
    main()
