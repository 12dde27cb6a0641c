"""How generated mail is understood: meanings, employers and roles, message by message.

Run as `python -m bench.made_mailbox [--seed 123] [--count 4000]`. The mail is that of
`../shared/make_mbox.py`: eight in a hundred are about a job, from few templates, in
English, German and French; the rest are newsletters, notices, lists and private mail.
It says what a mailbox as a whole comes to; of voices `bench.mail_quality` tells.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from onward.domain.mail.context import Context
from onward.domain.mail.details.employer.names import squeezed
from onward.domain.mail.parsing.parse import parse
from onward.domain.mail.reading import read_many
from onward.domain.mail.verdict import Meaning, Reading

GENERATOR = Path(__file__).resolve().parents[2] / "shared" / "make_mbox.py"
MEANS = {
    "applied": Meaning.ACKNOWLEDGEMENT,
    "rejected": Meaning.REJECTION,
    "interview": Meaning.INTERVIEW_INVITATION,
    "assessment": Meaning.ASSESSMENT,
    "offer": Meaning.OFFER,
    "outreach": Meaning.RECRUITER_OUTREACH,
}
AT_ONCE, MEAN_KB = 200, 20


def generator() -> ModuleType:
    """Return the program that makes the mail, as a module."""
    if not GENERATOR.exists():
        sys.exit("This needs ../shared/make_mbox.py.")
    spec = spec_from_file_location("make_mbox", GENERATOR)
    if spec is None or spec.loader is None:
        sys.exit("../shared/make_mbox.py cannot be read.")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def understood(
    made: ModuleType, seed: str, count: int
) -> Iterator[tuple[str, Reading]]:
    """Yield the kind of each message, and how it is read."""
    for first in range(0, count, AT_ONCE):
        numbers = range(first, min(count, first + AT_ONCE))
        some = [made.make(number, seed, MEAN_KB) for number in numbers]
        readings = read_many([parse(raw) for raw, *_ in some], Context())
        yield from zip((label for _, label, *_ in some), readings, strict=True)


def told(found: str, known: set[str]) -> str:
    """Return whether a name is one of those there are, none, or another."""
    if not found:
        return "left open"
    return "right" if squeezed(found) in known else "wrong"


def lines(made: ModuleType, seed: str, count: int) -> Iterator[str]:
    """Yield what was counted, as tables."""
    companies, roles = set(map(squeezed, made.CO)), set(map(squeezed, made.ROLES))
    meant: Counter[tuple[str, bool, bool]] = Counter()
    named: Counter[tuple[str, str]] = Counter()
    for kind, reading in understood(made, seed, count):
        verdict, about = reading.verdict, kind.removeprefix("job:")
        right = verdict.meaning is MEANS.get(about, Meaning.NOT_JOB_RELATED)
        row = about if about in MEANS else "ordinary"
        meant[row, right, verdict.needs_asking] += 1
        if about in MEANS:
            details = reading.details
            # Somebody who writes "for my client" is read as an agency.
            writes = details.employer or details.agency
            named["employer", told(writes, companies)] += 1
            named["role", told("".join(details.roles[:1]), roles)] += 1
    yield "| mail | there | right, sure | right, asked | wrong, asked | wrong, sure |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    ways = ((True, False), (True, True), (False, True), (False, False))
    for row in ("ordinary", *MEANS):
        counts = [meant[row, *way] for way in ways]
        yield f"| {row} | {sum(counts)} | {' | '.join(map(str, counts))} |"
    yield ""
    yield "| detail | right | left open | wrong |"
    yield "| --- | ---: | ---: | ---: |"
    for detail in ("employer", "role"):
        counts = [named[detail, way] for way in ("right", "left open", "wrong")]
        yield f"| {detail} | {' | '.join(map(str, counts))} |"


def main() -> None:
    """Make the mail, read it, and print the tables."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seed", default="123")
    asked.add_argument("--count", type=int, default=4_000)
    given = asked.parse_args()
    for line in lines(generator(), given.seed, given.count):
        print(line)


if __name__ == "__main__":
    main()
