"""Fine-tunes the encoder that reads again what the linear model leaves in doubt.

Needs an environment of its own with `torch` and `safetensors`, on which neither Onward
nor its tests depend. BASE is the folder with the base's weights out of the package
named in `weights/encoder/NOTICE`. Each step is a run of its own, the same every time:

  python -m tools.train_encoder part NUMBER --base BASE     three times, 0 to 2
  python -m tools.train_encoder whole --base BASE

`part` teaches without a third of our files and of the public sources, so that
`tools.blend_encoder` can learn how far to trust it; `whole` teaches with everything and
writes into the package. Run `tools.blend_encoder` afterwards.
"""

import argparse
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import torch

from onward.domain.mail.encoder_words import Vocabulary
from tools.encoder_export import store
from tools.encoder_lessons import fit_to_teach, taught_of
from tools.encoder_model import encoder_from
from tools.encoder_parts import KEPT, parted
from tools.encoder_training import Course, teach
from tools.mail_examples import (
    HOUSE,
    OWN,
    PUBLIC,
    Example,
    own_examples,
    public_examples,
)

WEIGHTS = HOUSE / "src" / "onward" / "domain" / "mail" / "weights" / "encoder"
BASE_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS = 6


def teach_into(folder: Path, base: Path, examples: Sequence[Example]) -> None:
    """Teach an encoder with examples and write it into a folder."""
    encoder, pieces = encoder_from(base, LAYERS)
    taught = [taught_of(example) for example in fit_to_teach(examples)]
    print(f"{len(taught)} messages to teach with", flush=True)
    teach(encoder, Vocabulary(pieces), taught, Course())
    print(f"{store(encoder, pieces, folder) / 1e6:.1f} MB in {folder}")


def check(base: Path) -> None:
    """End with a clear line unless the base is the one that the docs name."""
    found = sha256((base / "model.safetensors").read_bytes()).hexdigest()
    if found != BASE_DIGEST:
        sys.exit(f"{base} holds other weights than expected: {found}")


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
    if told.step == "part":
        kept = told.kept / f"encoder-{told.number}"
        teach_into(kept, told.base, parted(told.number)[0])
    else:
        everything = [*public_examples(PUBLIC), *own_examples(OWN / "build")]
        teach_into(told.into, told.base, everything)


if __name__ == "__main__":
    main()
