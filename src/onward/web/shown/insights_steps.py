"""The odds of one step in sentences: the range first, and what it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.charts.bands import bands
from onward.domain.odds.tallies import Result
from onward.domain.statistics.ahead import (
    misses_until_a_look,
    more_until_told,
    passes_until_well,
)
from onward.domain.statistics.beta import Beta
from onward.domain.statistics.priors import Prior, Step
from onward.domain.statistics.rates import (
    Rate,
    faded,
    highest_after_none,
    pending_bounds,
    rate_of,
)
from onward.domain.statistics.standing import Odds, Standing, Tally, goes_well
from onward.domain.statistics.streaks import run_somewhere
from onward.web.shown.insights import Figure, Picture, StepOdds, Usual
from onward.web.shown.insights_legs import share_of
from onward.web.shown.insights_steps_words import NAMES, RANGES, STEP_RESULTS
from onward.web.shown.insights_words import STANDINGS
from onward.web.shown.moments import first_number, number

_OUT_OF = 100
_NEARLY_ALL = 99
_FEWEST_FOR_A_RUN, _SHORTEST_RUN = 5, 3
_FEWEST_INTRODUCED = 3
Dated = Sequence[tuple[Result, float]]
NO_CASES = Tally(0, 0)


@dataclass(frozen=True, slots=True)
class StepKnown:
    """What is known of one step: its odds, what is usual, and each case by age.

    `dated` has the results in the order they came, with their age in days; it is empty
    where the order says nothing. `introduced` are the cases that somebody spoke for.
    """

    odds: Odds
    prior: Prior
    figures: tuple[Figure, ...]
    dated: Dated
    today: date
    fades: bool = False
    introduced: Tally = NO_CASES

    @property
    def tally(self) -> Tally:
        """How often the step was taken."""
        return self.odds.tally

    @property
    def rate(self) -> Rate:
        """The likely range; with old cases counting for less where that is wanted."""
        if not self.fades or not self.dated:
            return self.odds.rate
        ages: dict[Result, list[float]] = {result: [] for result in Result}
        for result, age in self.dated:
            ages[result].append(age)
        belief = self.prior.belief
        return rate_of(
            Beta(
                belief.passes + faded(ages[Result.YES]),
                belief.misses + faded(ages[Result.NO]),
            )
        )


def step_of(known: StepKnown) -> StepOdds:
    """Return one step as the odds page shows it."""
    step, standing = known.odds.step, known.odds.standing
    drawn = bands([share_of(known.tally, known.rate, known.prior)])
    name, said = str(NAMES[step]), _range(known)
    return StepOdds(
        key=step.value,
        name=name,
        picture=Picture(f"odds-{step}", name, said),
        band=drawn.rows[0],
        height=drawn.height,
        range_said=said,
        standing=str(STANDINGS[standing]),
        figures=known.figures,
        sentences=tuple(_sentences(known)),
        would_change=tuple(_would_change(known)),
        usual=usual_of(known.prior, known.today),
        is_look=standing is Standing.WORTH_A_LOOK,
    )


def _range(known: StepKnown) -> str:
    rate = known.rate
    told = {
        "low": round(rate.low * _OUT_OF),
        "high": round(rate.high * _OUT_OF),
        "likely": round(rate.share * _OUT_OF),
        "what": RANGES[known.odds.step],
    }
    return (
        _("Between %(low)s and %(high)s of 100 %(what)s; most likely about %(likely)s.")
        % told
    )


def _sentences(known: StepKnown) -> Iterator[str]:
    yield from _standing(known)
    if known.tally.pending:
        yield _open(known.tally)
    if not known.tally.passes and known.tally.resolved > 1:
        yield from _none_so_far(known)
    yield from _run(known)
    odds = known.odds
    if odds.more_for_half and odds.more_for_80 and not odds.step.is_unwelcome:
        yield _ahead(odds.more_for_half, odds.more_for_80)


def _standing(known: StepKnown) -> Iterator[str]:
    """Say more of what stands out; what does not is said by its one word."""
    if goes_well(known.tally, known.prior):
        yield _("This part is working: it goes better than the usual range.")
    elif known.odds.standing is Standing.WORTH_A_LOOK:
        yield _(
            "This stage has gone your way less often than the usual range. It is worth "
            "a closer look with someone you trust. The two likeliest reasons are not "
            "about you: which posts, and by which way one applies."
        )


def _open(tally: Tally) -> str:
    """Say what the open cases leave open: never a share of the decided ones alone."""
    bounds = pending_bounds(tally.passes, tally.resolved - tally.passes, tally.pending)
    count = tally.resolved + tally.pending
    return ngettext(
        "%(open)s is still open: it ends up between %(least)s and %(most)s of "
        "%(count)s, which is %(low)s to %(high)s in 100.",
        "%(open)s are still open: it ends up between %(least)s and %(most)s of "
        "%(count)s, which is %(low)s to %(high)s in 100.",
        tally.pending,
    ) % {
        "open": tally.pending,
        "least": tally.passes,
        "most": tally.passes + tally.pending,
        "count": count,
        "low": round(bounds.lowest * _OUT_OF),
        "high": round(bounds.highest * _OUT_OF),
    }


def _none_so_far(known: StepKnown) -> Iterator[str]:
    count = known.tally.resolved
    if known.odds.step.is_unwelcome:
        return
    share = known.prior.belief.none_in(count)
    yield _(
        "None in %(count)s so far: at this point that is so for about %(share)s of 100 "
        "people in a similar spot."
    ) % {"count": number(count), "share": round(share * _OUT_OF)}
    if count >= _FEWEST_FOR_A_RUN:
        highest = round(highest_after_none(count) * _OUT_OF)
        yield _(
            "It does not mean never: a true share of up to %(highest)s in 100 fits."
        ) % {"highest": highest}


def _run(known: StepKnown) -> Iterator[str]:
    """Say how common the longest run of noes is, anywhere in so many cases."""
    decided = [result for result, _age in known.dated if result is not Result.OPEN]
    runs = (list(run) for result, run in groupby(decided) if result is Result.NO)
    longest = max(map(len, runs), default=0)
    is_run = _SHORTEST_RUN <= longest < len(decided)
    if not is_run or len(decided) < _FEWEST_FOR_A_RUN or known.odds.step.is_unwelcome:
        return
    share = run_somewhere(len(decided), longest, known.prior.base)
    yield _(
        "Your longest row of noes was %(run)s. Somewhere among %(count)s that happens "
        "to %(people)s for whom it goes as usual."
    ) % {
        "run": number(longest),
        "count": number(len(decided)),
        "people": _people(share),
    }


def _people(share: float) -> str:
    count = round(share * _OUT_OF)
    if count >= _NEARLY_ALL:
        return _("nearly everybody")
    return _("about %(count)s of 100 people") % {"count": count}


def _ahead(half: int, most: int) -> str:
    return _(
        "Somewhere between about %(half)s and %(most)s more, if nothing changes: half "
        "of the people in a similar spot have one by the first number, 80 of 100 by "
        "the second. It is no countdown."
    ) % {"half": half, "most": most}


def _would_change(known: StepKnown) -> Iterator[str]:
    tally, prior = known.tally, known.prior
    passed, missed = STEP_RESULTS[known.odds.step]
    more = more_until_told(tally)
    if more:
        yield ngettext(
            "%(more)s more decided one, and there is something to say.",
            "%(more)s more decided ones, and there is something to say.",
            more,
        ) % {"more": first_number(more)}
    misses = misses_until_a_look(tally, prior)
    if misses:
        yield _("%(more)s more in a row that are %(what)s: worth a look.") % {
            "more": first_number(misses),
            "what": missed,
        }
    passes = passes_until_well(tally, prior)
    if passes:
        yield _("%(more)s more in a row that are %(what)s: this part is working.") % {
            "more": first_number(passes),
            "what": passed,
        }
    if known.introduced.resolved >= _FEWEST_INTRODUCED and tally.resolved:
        yield _another_way(known.introduced, tally)


def _another_way(introduced: Tally, cold: Tally) -> str:
    """Set the ways of applying beside each other; who is introduced differs too."""
    return _(
        "Another way of applying: where somebody spoke for you, %(warm)s of %(all)s "
        "led to an interview; elsewhere %(passes)s of %(count)s. A hint and no proof, "
        "for these posts differ in more than that."
    ) % {
        "warm": introduced.passes,
        "all": introduced.resolved,
        "passes": cold.passes,
        "count": cold.resolved,
    }


def usual_of(prior: Prior, today: date) -> Usual:
    """Return what is taken as usual, with its day, and what to change it by."""
    low, high = prior.belief.interval()
    told = {
        "share": round(prior.base * _OUT_OF),
        "low": round(low * _OUT_OF),
        "high": round(high * _OUT_OF),
        "weight": round(prior.weight),
    }
    said = _(
        "Taken as usual: about %(share)s in 100, likely %(low)s to %(high)s. It weighs "
        "as much as %(weight)s cases of your own."
    )
    return Usual(
        sentence=said % told,
        source=_source(prior),
        warning=_warning(prior, today),
        url=reverse("usual", args=[prior.step]),
        share=str(told["share"]),
        weight=str(told["weight"]),
        is_own=prior.is_own,
    )


def _source(prior: Prior) -> str:
    if prior.is_own:
        on = date_format(prior.as_of, "j F Y")
        return _("You set it on %(day)s.") % {"day": on}
    month = date_format(prior.as_of, "F Y")
    return _("From: %(source)s. As known in %(month)s.") % {
        "source": prior.anchored_on,
        "month": month,
    }


def _warning(prior: Prior, today: date) -> str:
    if prior.is_stale(today):
        return _("That is more than two years old, and hiring has become harder since.")
    return _("This is a guess: no source was found.") if prior.is_assumed else ""


def is_in_order(step: Step) -> bool:
    """Tell whether the cases of a step follow one another, so that a run means much."""
    return step in (Step.INTERVIEW, Step.OFFER, Step.NEVER_TOLD)
