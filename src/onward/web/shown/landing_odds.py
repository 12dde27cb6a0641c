"""The odds in words: as numbers of people, with what they take for granted."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.landing.odds import AfterANo, after_a_no, step_for
from onward.domain.landing.reached import stage_of
from onward.domain.landing.walk import Screen
from onward.domain.statistics.frequencies import spoken, spoken_range
from onward.domain.statistics.priors import Step
from onward.domain.statistics.standing import Standing
from onward.journey.insights.queries import priors, tallies
from onward.journey.outcome.models import Landing
from onward.web.shown.landing import Odds, Sourced
from onward.web.shown.landing_known import Known, reached_of
from onward.web.shown.moments import number


def odds_of(known: Known) -> Odds:
    """Return what can honestly be said of the odds after this no."""
    person = known.application.person
    stage = stage_of(reached_of(known))
    known_numbers = Landing.objects.of(person).with_numbers_seen()
    odds = after_a_no(
        stage,
        tallies(person, known.now)[step_for(stage)],
        known.account.interviewed,
        [landing.interviewed or 0 for landing in known_numbers.only("interviewed")],
        priors(person)[step_for(stage)],
    )
    pk = known.application.pk
    facts = reverse("landing", args=[pk, Screen.FACTS]) + "#id_interviewed"
    return Odds(
        sentences=tuple(_sentences(odds)),
        assumed=tuple(_assumed(odds)),
        bias=bias(),
        rights_url=reverse("other-routes", args=[pk]),
        tell_url=facts if known.is_met and not odds.seen else "",
    )


def _sentences(odds: AfterANo) -> Iterator[Sourced]:
    if odds.seen:
        yield Sourced(_one_post(odds.seen))
        yield _noise()
    if odds.none is not None:
        yield Sourced(_none(odds))
    yield Sourced(_own(odds))
    yield Sourced(_standing(odds))
    if odds.own.more_for_half and odds.own.more_for_80:
        yield Sourced(_ahead(odds, odds.own.more_for_half, odds.own.more_for_80))


def _one_post(seen: int) -> str:
    return _(
        "They interviewed %(seen)s people for one post. With the same chance for all, "
        "it is 1 in %(figure)s for each, and %(others)s hear no."
    ) % {"seen": number(seen), "figure": seen, "others": number(seen - 1)}


def _noise() -> Sourced:
    return Sourced(
        _("Even the strongest person in a final of four is often not chosen."),
        _(
            "Worked out from how far two interviewers agree about one person: "
            "Huffcutt, Culbertson and Weyhrauch, 2013, as reported by others."
        ),
    )


def _none(odds: AfterANo) -> str:
    count = odds.own.tally.resolved
    return _(
        "You were interviewed for %(count)s posts that are decided, without an offer "
        "so far. At this point that is so for %(share)s people in a similar spot."
    ) % {"count": number(count), "share": spoken(odds.none or 0)}


def _own(odds: AfterANo) -> str:
    tally = odds.own.tally
    told = {
        "passes": number(tally.passes) if tally.passes else _("none"),
        "count": number(tally.resolved) if tally.resolved else _("none"),
        "range": spoken_range(odds.own.rate),
    }
    if odds.own.step is Step.OFFER:
        said = _(
            "Posts you were interviewed for and that are decided: %(count)s. Offers "
            "out of these: %(passes)s. Together with what is usual, %(range)s such "
            "posts lead to an offer."
        )
    else:
        said = _(
            "Applications that are decided, or silent for long: %(count)s. First "
            "interviews out of these: %(passes)s. Together with what is usual, "
            "%(range)s such applications lead to an interview."
        )
    return said % told + _pending(tally.pending)


def _pending(count: int) -> str:
    if not count:
        return ""
    return " " + ngettext(
        "%(count)s more is still open.", "%(count)s more are still open.", count
    ) % {"count": str(count)}


def _standing(odds: AfterANo) -> str:
    return {
        Standing.TOO_EARLY: _("Too early to tell more than that."),
        Standing.USUAL: _("That is within the usual range."),
        Standing.WORTH_A_LOOK: _(
            "This step has gone your way less often than the usual range. It is worth "
            "a closer look with somebody you trust: most often it is about which "
            "posts, or by which way one applies."
        ),
    }[odds.own.standing]


def _ahead(odds: AfterANo, half: int, most: int) -> str:
    if odds.own.step is Step.OFFER:
        said = _(
            "If nothing changes, half of the people in a similar spot have an offer "
            "after talks for about %(half)s more posts, 8 in 10 after about %(most)s."
        )
    else:
        said = _(
            "If nothing changes, half of the people in a similar spot have an "
            "interview after about %(half)s more applications, 8 in 10 after about "
            "%(most)s."
        )
    return said % {"half": half, "most": most}


def _assumed(odds: AfterANo) -> Iterator[str]:
    if odds.seen or odds.known:
        yield _(
            "Where the number of people seen is known, all of them count as equally "
            "likely. They never quite are."
        )
    prior = odds.prior
    yield _(
        "What is usual: %(share)s, from %(source)s, as known in %(month)s. It weighs "
        "as much as %(cases)s cases of your own."
    ) % {
        "share": spoken(prior.base),
        "source": prior.anchored_on,
        "month": date_format(prior.as_of, "F Y"),
        "cases": round(prior.belief.passes + prior.belief.misses),
    }
    yield _("Nothing changes: not the kind of posts, not how you go about it.")
    yield _("It tells of outcomes, not of what you are worth.")


def bias() -> Sourced:
    """Return what part of the odds is nobody's to fix but theirs."""
    return Sourced(
        _(
            "Part of the odds is discrimination, and it is not yours to fix. In a "
            "trial with nearly 3,200 applications in Britain, people with a name of an "
            "ethnic minority had to send 16, with the same CV, where others sent 10."
        ),
        _("Di Stasio and Heath, Nuffield College, Oxford, 2019; sent 2016 and 2017"),
    )
