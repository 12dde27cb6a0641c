"""How much job mail a look at headings and first lines lets through.

Run with `python -m bench.first_sight`. A connected mailbox fetches only what passes
here: what does not is missed, unless its conversation or its writer is known. Of a
large file the first look reads at once what passes, and the rest a little later. The
mail is that of `bench.mail_quality`; nothing was tuned on the judge's.
"""

from collections.abc import Sequence
from dataclasses import replace

from onward.domain.mail.context import Context
from onward.domain.mail.reading import read_many
from onward.domain.mail.triage.first_look import worth_opening, worth_reading
from onward.domain.mail.triage.first_sight import Glance, glances, worth_whole
from onward.domain.mail.verdict import Meaning
from tools.mail_examples import (
    OWN,
    PUBLIC,
    Example,
    judge_examples,
    own_examples,
    public_examples,
)

_BEGINNING = 7_500
_KEPT_FROM = 0.5  # as `journey.mail.width` has it
_NOT_DECISIVE = {Meaning.NOT_JOB_RELATED, Meaning.OTHER, Meaning.RECRUITER_OUTREACH}


def passed(examples: Sequence[Example]) -> tuple[list[bool], list[bool]]:
    """Return which messages are looked into, and which of them are then fetched."""
    told = glances([replace(example.mail, text="") for example in examples])
    beginnings = [replace(e.mail, text=e.mail.text[:_BEGINNING]) for e in examples]
    worth = worth_whole(beginnings)
    looked = [glance is not Glance.NOTHING for glance in told]
    fetched = [
        glance is Glance.WHOLE or (glance is Glance.BEGINNING and is_worth)
        for glance, is_worth in zip(told, worth, strict=True)
    ]
    return looked, fetched


def read_at_once(examples: Sequence[Example]) -> list[bool]:
    """Return which messages the first look at a large file reads whole."""
    mails = [example.mail for example in examples]
    opened = worth_opening([replace(mail, text="", calendars=()) for mail in mails])
    both = zip(opened, worth_reading(mails)[0], strict=True)
    return [is_opened and is_worth for is_opened, is_worth in both]


def kept_in_the_end(examples: Sequence[Example]) -> list[bool]:
    """Return which messages are kept once they are read whole."""
    found = read_many([example.mail for example in examples], Context())
    return [reading.chance >= _KEPT_FROM for reading in found]


def _share(flags: Sequence[bool], chosen: Sequence[bool]) -> str:
    some = [flag for flag, is_in in zip(flags, chosen, strict=True) if is_in]
    return f"{sum(some) / max(1, len(some)):.3f} of {len(some)}"


def main() -> None:
    """Print a table of what passes."""
    sets = {
        "judge": judge_examples(),
        "judge, German": judge_examples("de"),
        "judge, French": judge_examples("fr"),
        "build": own_examples(OWN / "build"),
    }
    if PUBLIC.exists():
        public = [e for e in public_examples() if e.mail.subject.strip()]
        sets["public, real"] = [e for e in public if e.kind == "real"]
    print("| mail | which | looked into | fetched | first look |")
    print("| --- | --- | ---: | ---: | ---: |")
    for name, examples in sets.items():
        looked, fetched = passed(examples)
        at_once, kept = read_at_once(examples), kept_in_the_end(examples)
        about = [e.label is not Meaning.NOT_JOB_RELATED for e in examples]
        kinds = {
            "kept in the end, rightly": [
                is_kept and is_about
                for is_kept, is_about in zip(kept, about, strict=True)
            ],
            "decides something": [e.label not in _NOT_DECISIVE for e in examples],
            "rejections": [e.label is Meaning.REJECTION for e in examples],
            "all about the search": about,
            "ordinary": [e.label is Meaning.NOT_JOB_RELATED for e in examples],
        }
        for kind, chosen in kinds.items():
            told = (_share(flags, chosen) for flags in (looked, fetched, at_once))
            print(f"| {name} | {kind} | {' | '.join(told)} |", flush=True)


if __name__ == "__main__":
    main()
