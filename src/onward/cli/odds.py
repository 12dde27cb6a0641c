"""`onward odds`: how likely each step is, by the person's own numbers or given ones."""

import json
from typing import Annotated

import typer

from onward.domain.errors import OnwardError
from onward.domain.odds.spoken import Printed, printed
from onward.domain.statistics.frequencies import spoken_range
from onward.domain.statistics.priors import Step
from onward.domain.statistics.rates import Rate
from onward.domain.statistics.standing import Tally

_STEPS = {
    Step.INTERVIEW: "Application to first interview",
    Step.ROUND: "One interview to the next",
    Step.OFFER: "Interviewed to offer",
    Step.FEEDBACK: "Asking to something specific",
    Step.NEVER_TOLD: "Interviewed and never told",
}
_STANDINGS = {
    "too_early_to_tell": "too early to tell",
    "within_the_usual_range": "within the usual range",
    "worth_a_look": "worth a look",
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
    what Onward knows of your search.
    """
    if applications is None and interviews is None:
        told = printed(_own())
    else:
        told = printed(given(applications, interviews, offers or 0))
    typer.echo(json.dumps(told, indent=2) if as_json else "\n".join(_lines(told)))


def given(
    applications: int | None, interviews: int | None, offers: int
) -> dict[Step, Tally]:
    """Return the tallies of numbers that were given; raises what cannot be."""
    found: dict[Step, Tally] = {}
    if offers > (interviews if interviews is not None else offers):
        raise ImpossibleCountError
    if applications is not None:
        if (interviews or 0) > applications:
            raise ImpossibleCountError
        found[Step.INTERVIEW] = Tally(interviews or 0, applications)
    if interviews is not None:
        found[Step.OFFER] = Tally(offers, interviews)
    return found


def _own() -> dict[Step, Tally]:
    from onward.cli.ready import get_ready  # noqa: PLC0415 - brings all of Django

    get_ready()
    from onward.background.clock import now  # noqa: PLC0415 - needs Django
    from onward.journey.insights.queries import tallies  # noqa: PLC0415 - needs Django
    from onward.journey.people.models import Person  # noqa: PLC0415 - needs Django

    return tallies(Person.objects.local(), now())


def _lines(told: Printed) -> list[str]:
    lines = []
    for name, one in told.items():
        rate = Rate(
            float(one["mean"] or 0), float(one["low"] or 0), float(one["high"] or 0)
        )
        counted = f"{one['passes']} of {one['n']}"
        waiting = f", {one['pending']} still open" if one["pending"] else ""
        lines.append(
            f"{_STEPS[Step(name)]}: {spoken_range(rate)} ({counted}{waiting};"
            f" {_STANDINGS[str(one['state'])]})"
        )
    return lines
