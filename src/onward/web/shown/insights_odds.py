"""Puts together the odds page; it never opens itself after bad news."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.domain.odds.courses import Course
from onward.domain.odds.tallies import Leg, Result, result_of, tallies_of, tally_of
from onward.domain.statistics.noise import BEST_OF_FOUR, PANEL, SEPARATE, best_guess
from onward.domain.statistics.priors import Step
from onward.domain.statistics.rates import chance_of_none, expected_offers
from onward.domain.statistics.standing import Tally, odds_of
from onward.domain.statistics.streaks import smallest_telling
from onward.journey.applications.models import Application
from onward.journey.feedback.rates import ask_rates
from onward.journey.insights import queries
from onward.journey.insights.queries import Clusters
from onward.journey.people.models import Person
from onward.web.shown.insights import Cell, Figure, FigureRow, OddsShown
from onward.web.shown.insights_known import IN_A_ROW, Asked, Known, known_of
from onward.web.shown.insights_legs import step_figures
from onward.web.shown.insights_steps import (
    NO_CASES,
    Dated,
    StepKnown,
    is_in_order,
    step_of,
)
from onward.web.shown.insights_words import LEGS
from onward.web.shown.landing_odds import bias
from onward.web.shown.moments import first_number, near_day, number

# For some days after a no the numbers stay folded; they will be the same next week.
RECENT = timedelta(days=3)
_BASES = (0.03, 0.05, 0.10, 0.20, 0.27, 0.33)
_OUT_OF = 100
_DAY = 86_400
_FEWEST_SEEN, _FEWEST_ALIKE = 2, 3
_LEGS = {
    Step.INTERVIEW: Leg.INTERVIEW,
    Step.OFFER: Leg.OFFER,
    Step.NEVER_TOLD: Leg.NEVER_TOLD,
}


def odds_of_search(person: Person, *, fades: bool) -> OddsShown:
    """Return the odds of each step; `fades` lets old cases count for less."""
    known = known_of(person, Asked())
    no = queries.last_no(person)
    tallies = tallies_of(known.courses) | {Step.FEEDBACK: _asked(person)}
    dated = _dated(person, known.now)
    steps = tuple(
        step_of(_step(known, step, tallies[step], dated.get(step, ()), fades=fades))
        for step in Step
    )
    return OddsShown(
        folded=_folded(no, known.now, known.today),
        steps=steps,
        which=_which(known),
        assumed=tuple(_assumed()),
        chance=tuple(_chance(queries.people_seen(person), tallies[Step.OFFER])),
        telling=tuple(map(_telling, _BASES)),
        bias=bias(),
        rights_url=reverse("other-routes", args=[no.pk]) if no else "",
        clusters=tuple(_clusters(queries.clusters(person))),
        fades=fades,
    )


def _asked(person: Person) -> Tally:
    return ask_rates(person).odds.tally


def _dated(person: Person, now: datetime) -> dict[Step, Dated]:
    """Return the results of each step in the order they came, with their age."""
    courses = queries.dated(person, now)
    return {
        step: tuple(_results(leg, courses, now))
        for step, leg in _LEGS.items()
        if is_in_order(step)
    }


def _results(
    leg: Leg, courses: Sequence[tuple[Course, datetime]], now: datetime
) -> Iterator[tuple[Result, float]]:
    known = {course: result_of(leg, course) for course in {one for one, _ in courses}}
    for course, last_at in courses:
        result = known[course]
        if result is not None:
            yield result, (now - last_at).total_seconds() / _DAY


def _step(
    known: Known, step: Step, tally: Tally, dated: Dated, *, fades: bool
) -> StepKnown:
    prior = known.priors[step]
    return StepKnown(
        odds=odds_of(tally, prior),
        prior=prior,
        figures=tuple(_figures(known, step, tally)),
        dated=dated,
        today=known.today,
        fades=fades,
        introduced=_introduced(known, step),
    )


def _introduced(known: Known, step: Step) -> Tally:
    is_first = step is Step.INTERVIEW
    return tally_of(Leg.INTRODUCED, known.courses) if is_first else NO_CASES


def _figures(known: Known, step: Step, tally: Tally) -> Iterator[Figure]:
    """Yield the counts behind a step, each with the list of what it counts."""
    if step is Step.FEEDBACK:
        yield from _asked_figures(tally)
    else:
        yield from step_figures(known, step)


def _asked_figures(tally: Tally) -> Iterator[Figure]:
    counts = {
        Result.YES: (tally.passes, _("%(count)s specific")),
        Result.NO: (tally.resolved - tally.passes, _("%(count)s not specific")),
        Result.OPEN: (tally.pending, _("%(count)s still open")),
    }
    for result, (count, words) in counts.items():
        if count:
            url = reverse("counted", args=[f"asked-{result}"])
            yield Figure(words % {"count": count}, url)


def _folded(no: Application | None, now: datetime, today: date) -> str:
    """Say why the numbers stay folded; empty where no bad news is fresh."""
    if no is None or no.ended_at is None or now - no.ended_at > RECENT:
        return ""
    day = near_day(no.ended_at.astimezone(now.tzinfo).date(), today)
    return _(
        "Bad news came %(day)s. These numbers will be much the same next week, so "
        "they stay folded until you open them."
    ) % {"day": day}


def _which(known: Known) -> str:
    """Name the step that falls short most, or say that none clearly does."""
    if not any(known.measured(leg).tally.resolved for leg in IN_A_ROW):
        return _("Nothing of yours is decided yet. What stands here is what is usual.")
    weakest = known.weakest()
    if weakest is None:
        return _("No step clearly falls behind the others.")
    return _("If one step falls behind what is usual, it is this: %(step)s.") % {
        "step": str(LEGS[weakest]).lower()
    }


def _chance(seen: Sequence[int], offers: Tally) -> Iterator[str]:
    """Yield what chance alone does: one interview, and several."""
    yield _(
        "Even the strongest person in a final of four often is not chosen: about "
        "%(apart)s of 100 times they are, when interviewers see people apart, and "
        "%(panel)s with a panel."
    ) % {
        "apart": round(BEST_OF_FOUR[SEPARATE] * _OUT_OF),
        "panel": round(BEST_OF_FOUR[PANEL] * _OUT_OF),
    }
    yield _(
        "Two people who interview the same person agree only in part. Of a talk that "
        "went clearly worse than your others, %(apart)s parts in 100 tell of you; the "
        "rest is the day and who sat there. With a panel it is %(panel)s."
    ) % {
        "apart": round(best_guess(1, 0, SEPARATE) * _OUT_OF),
        "panel": round(best_guess(1, 0, PANEL) * _OUT_OF),
    }
    if len(seen) >= _FEWEST_SEEN:
        yield _seen(seen, offers)


def _seen(seen: Sequence[int], offers: Tally) -> str:
    shares = [1 / count for count in seen]
    told = {
        "posts": number(len(seen)),
        "expected": f"{expected_offers(shares):.1f}",
        "none": round(chance_of_none(shares) * _OUT_OF),
    }
    said = _(
        "For %(posts)s posts you know how many people they saw. Were all equal, one "
        "would expect %(expected)s offers."
    )
    if offers.passes:
        return said % told
    further = _("And yet %(none)s of 100 such people would have none.")
    return f"{said} {further}" % told


def _clusters(found: Clusters) -> Iterator[str]:
    """Yield which cases are not separate ones."""
    if found.of_one_employer >= _FEWEST_ALIKE:
        yield _(
            "%(count)s of your interviews were for posts at one employer. Such cases "
            "go together, so they tell less than as many apart."
        ) % {"count": first_number(found.of_one_employer)}
    if found.of_one_agency >= _FEWEST_ALIKE:
        yield _(
            "%(count)s of your interviews came through one agency. Such cases go "
            "together, so they tell less than as many apart."
        ) % {"count": first_number(found.of_one_agency)}


def _assumed() -> Iterator[str]:
    yield _("Nothing changes: not the kind of posts, not how you go about it.")
    yield _(
        "Each case stands for itself. One post counts once, however often you wrote."
    )
    yield _(
        "What is silent for longer than four weeks counts as no answer, and what you "
        "ended yourself counts neither way."
    )
    yield _("People in a similar spot means: those for whom it goes as is usual.")
    yield _("It tells of outcomes, not of what you are worth. An offer is not all.")


def _telling(base: float) -> FigureRow:
    """Return how many noes in a row it takes until chance alone seldom does that."""
    often, seldom = smallest_telling(base, 0.10), smallest_telling(base, 0.05)
    return FigureRow(
        _("%(share)s in 100") % {"share": round(base * _OUT_OF)},
        (
            Cell(_("10 of 100 people"), Figure(str(often))),
            Cell(_("5 of 100 people"), Figure(str(seldom))),
        ),
    )
