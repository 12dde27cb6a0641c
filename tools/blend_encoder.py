"""Learns how far to trust the linear model and the encoder, on mail neither was taught.

  python -m tools.blend_encoder linear NUMBER     three times, 0 to 2
  python -m tools.blend_encoder blend
  python -m tools.blend_encoder calibrate

`linear` teaches the linear model without the third of the mail that
`tools.train_encoder part NUMBER` held out; `blend` hears what both say of it and writes
the blend into the package. `calibrate` moves the English one, as kept in
`training/mail/calibration`, towards what the shipped models say of the letters there,
which teach nothing else. To be run again whenever either model was trained anew.
"""

import argparse
import json
from pathlib import Path

from onward.domain.mail.encoder.cascade import blend_from
from onward.domain.mail.encoder.weights import FOLDERS
from onward.domain.mail.verdict import Meaning
from tools.encoder_blend import calibrated, learned, store_blend
from tools.encoder_parts import KEPT, all_heard, heard_as_shipped, parted
from tools.mail_examples import HOUSE, OWN, own_examples
from tools.mail_training import lesson_of, train
from tools.train_mail import store

CALIBRATION = OWN / "calibration"
WEIGHTS = HOUSE / "src" / "onward" / "domain" / "mail" / "weights"


def main() -> None:
    """Carry out one step."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("step", choices=["linear", "blend", "calibrate"])
    asked.add_argument("number", nargs="?", type=int, default=0, choices=range(3))
    asked.add_argument("--kept", type=Path, default=KEPT)
    asked.add_argument("--language", choices=FOLDERS, default="en")
    asked.add_argument("--into", type=Path)
    told = asked.parse_args()
    if told.step == "linear":
        lessons = [lesson_of(example) for example in parted(told.number)[0]]
        store(train(lessons), told.kept / f"linear-{told.number}")
    elif told.step == "calibrate":
        before = blend_from(
            json.loads((CALIBRATION / "english.json").read_text("utf-8"))
        )
        letters = [one for one in own_examples(CALIBRATION) if one.language == "en"]
        incoming = [one for one in letters if one.label is not Meaning.FOLLOW_UP]
        blend = calibrated(heard_as_shipped(incoming), before)
        store_blend(blend, told.into or WEIGHTS / FOLDERS["en"])
    else:
        parts = all_heard(told.kept, told.language)
        heard = [each for part in parts for each in part]
        store_blend(
            learned(heard, told.language),
            told.into or WEIGHTS / FOLDERS[told.language],
        )


if __name__ == "__main__":
    main()
