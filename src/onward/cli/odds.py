"""`onward odds`: how likely each step is, by the person's own numbers or given ones."""

import json
from collections.abc import Iterator, Mapping
from typing import Annotated

import typer

from onward.domain.errors import OnwardError
from onward.domain.odds.spoken import printed
from onward.domain.statistics.frequencies import spoken_range
from onward.domain.statistics.priors import PRIORS, Prior, Step
from onward.domain.statistics.standing import Tally, odds_of

_STEPS = {
    Step.INTERVIEW: "Application to first interview",
    Step.ROUND: "One interview to the next",
    Step.OFFER: "Interviewed to offer",
    Step.FEEDBACK: "Asking to something specific",
    Step.NEVER_TOLD: "Interviewed and never told",
}


class ImpossibleCountError(OnwardError):
    """These numbers cannot be: each must be at most as large as the one before it."""


Number = Annotated[int | None, typer.Option(min=0)]


def odds(
    applications: Number = None,
    interviews: Number = None,
    offers: Number = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Tell the odds of each step, with the doubt about them.

    With --interviews (and --offers, --applications) it counts what you give; without,
    what Onward knows of your search, beside what you take as usual.
    """
    if (applications, interviews, offers) == (None, None, None):
        tallies, priors = _own()
    else:
        tallies, priors = given(applications, interviews, offers), PRIORS
    if as_json:
        typer.echo(json.dumps(printed(tallies, priors), indent=2))
    else:
        typer.echo("\n".join(_lines(tallies, priors)))


def given(
    applications: int | None, interviews: int | None, offers: int | None
) -> dict[Step, Tally]:
    """Return the tallies of numbers that were given; raises what cannot be."""
    found: dict[Step, Tally] = {}
    if applications is not None:
        found[Step.INTERVIEW] = _tally(interviews or 0, applications)
    if interviews is not None or offers is not None:
        found[Step.OFFER] = _tally(offers or 0, interviews or 0)
    return found


def _tally(passes: int, cases: int) -> Tally:
    if passes > cases:
        raise ImpossibleCountError
    return Tally(passes, cases)


def _own() -> tuple[dict[Step, Tally], dict[Step, Prior]]:
    from onward.cli.ready import get_ready  # noqa: PLC0415 - brings all of Django

    get_ready()
    from onward.background.clock import now  # noqa: PLC0415 - needs Django
    from onward.journey.insights import queries  # noqa: PLC0415 - needs Django
    from onward.journey.people.models import Person  # noqa: PLC0415 - needs Django

    person = Person.objects.local()
    return queries.tallies(person, now()), queries.priors(person)


def _lines(
    tallies: Mapping[Step, Tally], priors: Mapping[Step, Prior]
) -> Iterator[str]:
    for step, tally in tallies.items():
        told = odds_of(tally, priors[step])
        waiting = f", {tally.pending} still open" if tally.pending else ""
        yield (
            f"{_STEPS[step]}: {spoken_range(told.rate)} ({tally.passes} of"
            f" {tally.resolved}{waiting}; {told.standing})"
        )
