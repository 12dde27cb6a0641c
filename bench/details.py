"""Measures how well the details of a message are found, on mail noted by hand.

Run as `python -m bench.details [PART ...] [--markdown FILE] [--errors]`.

  build    the mail to build with
  judge    the mail to judge with, which nobody builds with
  german   the same, in German
  readers  how far a second reader of the mail to judge with agrees with its writer
  systems  the employer alone, by the tracking system the mail was sent through

Each part is told twice: with the meaning of the mail known, so that the details alone
are measured, and as really read. `--errors` lists what is wrong in the mail to build
with; it says nothing of the judge's.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from bench.telling import parser_of, tell
from onward.domain.mail.details.told import details_of
from onward.domain.mail.meaning.verdict import certain
from onward.domain.mail.reading import read
from onward.domain.mail.verdict import Reading
from tools.detail_examples import DETAILS, Noted, noted_mail
from tools.detail_figures import FIELDS, Found, rows, share_of, table
from tools.second_readings import agreed, second_readings

Lines = Iterator[str]
Pairs = list[tuple[Noted, Reading]]


def really_read(noted: Sequence[Noted]) -> Pairs:
    """Return each mail as it is read."""
    return [(one, read(one.mail, one.context)) for one in noted]


def meaning_known(pairs: Pairs) -> Pairs:
    """Return each mail as it is read by somebody who knows what it means."""
    return [(noted, _told(noted, reading)) for noted, reading in pairs]


def _told(noted: Noted, reading: Reading) -> Reading:
    verdict = certain(noted.label, reading.verdict.evidence)
    details = details_of(noted.mail, reading.shown_text, verdict, noted.context)
    return replace(reading, verdict=verdict, details=details)


def measured(part: str, said: str) -> Lines:
    """Yield the tables of one part, as it is to be called."""
    pairs = really_read(noted_mail(DETAILS / part))
    for name, some in (
        ("its meaning known", meaning_known(pairs)),
        ("as really read", pairs),
    ):
        yield f"### Details of {len(some)} {said}, {name}"
        yield ""
        yield from rows(some)
        yield ""


def by_system() -> Lines:
    """Yield how often the employer is found, by the system a mail was sent through."""
    noted = [one for part in ("build", "judge") for one in noted_mail(DETAILS / part)]
    sent = [one for one in noted if "system" in one.told]
    field = FIELDS[0]
    came = [
        (one.told["system"], field.outcome(one, reading) is Found.RIGHT)
        for one, reading in really_read(sent)
    ]
    there = Counter(system for system, _ in came)
    right = Counter(system for system, is_right in came if is_right)
    yield "### Employers of mail sent through tracking systems, as really read"
    yield ""
    yield "| system | mails | employer right |"
    yield "| --- | ---: | ---: |"
    for system in sorted(there):
        yield f"| {system} | {there[system]} | {right[system]} |"
    whole = sum(right[system] == count for system, count in there.items())
    yield ""
    yield f"{whole} of {len(there)} systems without a mistake; of {len(came)} mails"
    yield f"{share_of(is_right for _, is_right in came)} right."
    yield ""


def by_readers() -> Lines:
    """Yield how far what a second reader noted is what the writer did."""
    for part, second, said in (
        ("judge", "second", "mails to judge with"),
        ("judge-german", "second-german", "German mails to judge with"),
    ):
        read = second_readings(second)
        pairs = [(one, read[one.place]) for one in noted_mail(DETAILS / part)]
        yield f"### Details of {len(pairs)} {said}, as a second reader noted them"
        yield ""
        yield from table(pairs, agreed)
        yield ""


def errors() -> Lines:
    """Yield what is wrong in the mail to build with, its meaning known."""
    pairs = meaning_known(really_read(noted_mail(DETAILS / "build")))
    for field in FIELDS:
        for noted, reading in pairs:
            if field.meanings and noted.label not in field.meanings:
                continue
            found = field.outcome(noted, reading)
            if found not in {Found.RIGHT, Found.SILENT}:
                told = noted.told.get(field.name, "")
                said = field.said(noted, reading)
                yield f"{field.name} {found} {noted.place}: {told!r} / {said!r}"


PARTS: dict[str, Callable[[], Lines]] = {
    "build": lambda: measured("build", "mails to build with"),
    "judge": lambda: measured("judge", "mails to judge with"),
    "german": lambda: measured("judge-german", "German mails to judge with"),
    "readers": by_readers,
    "systems": by_system,
}


def main() -> None:
    """Measure the parts asked for, print the tables and keep them if asked to."""
    asked = parser_of(__doc__, PARTS)
    asked.add_argument("--errors", action="store_true", help="list those of build")
    told = asked.parse_args()
    lines = [errors()] if told.errors else [PARTS[p]() for p in told.parts or PARTS]
    tell(chain.from_iterable(lines), told.markdown)


if __name__ == "__main__":
    main()
