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

from collections.abc import Sequence
from pathlib import Path

from onward.domain.mail.encoder_words import Vocabulary
from tools.encoder_export import store
from tools.encoder_lessons import fit_to_teach, taught_of
from tools.encoder_model import encoder_from
from tools.encoder_parts import KEPT, parted
from tools.encoder_steps import asked_for
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
LAYERS = 6


def teach_into(folder: Path, base: Path, examples: Sequence[Example]) -> None:
    """Teach an encoder with examples and write it into a folder."""
    encoder, pieces = encoder_from(base, LAYERS)
    taught = [taught_of(example) for example in fit_to_teach(examples)]
    print(f"{len(taught)} messages to teach with", flush=True)
    teach(encoder, Vocabulary(pieces), taught, Course())
    print(f"{store(encoder, pieces, folder) / 1e6:.1f} MB in {folder}")


def main() -> None:
    """Carry out one step."""
    told = asked_for(__doc__, kept=KEPT, into=WEIGHTS)
    if told.step == "part":
        kept = told.kept / f"encoder-{told.number}"
        teach_into(kept, told.base, parted(told.number)[0])
    else:
        everything = [*public_examples(PUBLIC), *own_examples(OWN / "build")]
        teach_into(told.into, told.base, everything)


if __name__ == "__main__":
    main()
