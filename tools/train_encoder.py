"""Fine-tunes the encoder that reads again what the linear model leaves in doubt.

Needs an environment of its own with `torch` and `safetensors`, on which neither Onward
nor its tests depend. BASE is the folder with the base's weights out of the package
named in `weights/encoder/NOTICE`. Each step is a run of its own, the same every time:

  python -m tools.train_encoder part NUMBER --base BASE     three times, 0 to 2
  python -m tools.train_encoder whole --base BASE
  python -m tools.train_encoder further

German has an encoder of its own: `--language de`, BASE made by `tools.encoder_german`.

`part` teaches without a third of our files and of the public sources, so that
`tools.blend_encoder` can learn how far to trust it; `whole` teaches with everything and
writes into the package. `further` begins with the shipped encoder and teaches it what
was written later, with a part of what it knows already so that it keeps that; it takes
minutes where `whole` takes hours. Run `tools.blend_encoder` afterwards.
"""

import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from onward.domain.mail.encoder.weights import FOLDERS, SPELLINGS
from onward.domain.mail.encoder.words import Vocabulary
from onward.domain.mail.language import Language
from tools.encoder_export import store
from tools.encoder_lessons import fit_to_teach, taught_of
from tools.encoder_model import SEED, encoder_from
from tools.encoder_parts import KEPT, parted
from tools.encoder_shipped import encoder_as_shipped
from tools.encoder_steps import asked_for
from tools.encoder_training import Course, teach
from tools.mail_examples import (
    HOUSE,
    PUBLIC,
    Example,
    public_examples,
)
from tools.taught_mail import first_letters, later_letters, taught_examples

WEIGHTS = HOUSE / "src" / "onward" / "domain" / "mail" / "weights"
INTO = {language: WEIGHTS / folder for language, folder in FOLDERS.items()}


@dataclass(frozen=True, slots=True)
class School:
    """How the encoder of one language is taught, and with letters of which ones."""

    layers: int
    languages: Collection[str]
    course: Course


# The lower layers of the multilingual base do not yet know that words of two languages
# mean the same, so that it needs all of them to learn German from English letters.
SCHOOLS: Mapping[Language, School] = {
    "en": School(6, {"en"}, Course()),
    "de": School(
        12,
        {"de", "en"},
        Course(passings=6, rate=1e-4, resting=4, lower=0.9, foreign={"en": 0.4}),
    ),
}


# What is taught later: gently, with a share of what was taught before.
_AGAIN = 0.2
_LATER_PASSINGS, _LATER_RATE, _LATER_HEAD_RATE = 4, 6e-5, 2e-4


def teach_into(
    folder: Path, base: Path, examples: Sequence[Example], language: Language
) -> None:
    """Teach an encoder with examples and write it into a folder."""
    school = SCHOOLS[language]
    encoder, pieces = encoder_from(base, school.layers)
    fit = fit_to_teach(examples, school.languages)
    taught = [taught_of(example) for example in fit]
    print(f"{len(taught)} messages to teach with", flush=True)
    teach(encoder, Vocabulary(pieces, SPELLINGS[language]), taught, school.course)
    print(f"{store(encoder, pieces, folder) / 1e6:.1f} MB in {folder}")


def teach_further(folder: Path, language: Language) -> None:
    """Teach the shipped encoder what was written later, and write it into a folder."""
    school = SCHOOLS[language]
    encoder, pieces = encoder_as_shipped(language)
    known = fit_to_teach([*public_examples(PUBLIC), *first_letters()], school.languages)
    chance = random.Random(SEED)  # noqa: S311 - to be repeated
    again = chance.sample(known, round(len(known) * _AGAIN))
    fit = [*again, *fit_to_teach(later_letters(), school.languages)]
    print(f"{len(fit)} messages, {len(again)} of them again", flush=True)
    taught = [taught_of(example) for example in fit]
    course = replace(
        school.course,
        passings=_LATER_PASSINGS,
        rate=_LATER_RATE,
        head_rate=_LATER_HEAD_RATE,
    )
    teach(encoder, Vocabulary(pieces, SPELLINGS[language]), taught, course)
    print(f"{store(encoder, pieces, folder) / 1e6:.1f} MB in {folder}")


def main() -> None:
    """Carry out one step."""
    told = asked_for(__doc__, kept=KEPT, into=INTO, further=["further"])
    if told.step == "further":
        teach_further(told.into, told.language)
    elif told.step == "part":
        kept = told.kept / f"{FOLDERS[told.language]}-{told.number}"
        teach_into(kept, told.base, parted(told.number)[0], told.language)
    else:
        teach_into(told.into, told.base, taught_examples(), told.language)


if __name__ == "__main__":
    main()
