"""Fine-tunes the encoder that reads feedback before it is cut into notes.

Needs an environment of its own with `torch` and `safetensors`, on which neither Onward
nor its tests depend. BASE is the folder with the base's weights out of the package
named in `adapters/encoding/weights/NOTICE`. Each step is a run of its own:

  python -m tools.train_feedback_encoder part NUMBER --base BASE     three times, 0 to 2
  python -m tools.train_feedback_encoder whole --base BASE

`part` teaches without a third of the texts, which `python -m bench.feedback held` then
asks about; `whole` teaches with everything and writes into the package.
"""

from tools.encoder_steps import asked_for
from tools.feedback_encoder_lessons import parted, rows_of
from tools.feedback_encoder_training import Course, store, tagger_from, teach
from tools.feedback_examples import HOUSE, OWN, examples_in

KEPT = HOUSE / "build" / "feedback-encoder"
WEIGHTS = HOUSE / "src" / "onward" / "adapters" / "encoding" / "weights"


def main() -> None:
    """Carry out one step."""
    told = asked_for(__doc__, kept=KEPT, into={"en": WEIGHTS})
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
