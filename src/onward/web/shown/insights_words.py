"""The words for points, fates and parts of the way."""

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.domain.interview.answers.review import Side
from onward.domain.odds.courses import Fate
from onward.domain.odds.groups import (
    ANSWERED,
    UNANSWERED,
    Reached,
    ended_at,
    ended_later,
    leg_group,
    went_on,
)
from onward.domain.odds.tallies import Leg, Result
from onward.domain.statistics.rates import FEWEST_FOR_PERCENT
from onward.domain.statistics.standing import Standing

POINTS = {
    Reached.APPLIED: gettext_lazy("Applied"),
    Reached.FIRST: gettext_lazy("First interview"),
    Reached.SECOND: gettext_lazy("Second interview"),
    Reached.LATER: gettext_lazy("Third or later"),
    Reached.OFFER: gettext_lazy("Offer"),
}
SHORT_POINTS = {
    Reached.APPLIED: gettext_lazy("applied"),
    Reached.FIRST: gettext_lazy("first talk"),
    Reached.SECOND: gettext_lazy("later talks"),
    Reached.LATER: gettext_lazy("later talks"),
    Reached.OFFER: gettext_lazy("offer"),
}
FATES = {
    Fate.OPEN: gettext_lazy("Still open"),
    Fate.NO: gettext_lazy("They said no"),
    Fate.SILENT: gettext_lazy("No answer"),
    Fate.WITHDRAWN: gettext_lazy("You withdrew"),
    Fate.ACCEPTED: gettext_lazy("You accepted"),
    Fate.DECLINED: gettext_lazy("You declined"),
    Fate.TAKEN_BACK: gettext_lazy("Offer taken back"),
}
SHORT_FATES = {
    Fate.OPEN: gettext_lazy("open"),
    Fate.NO: gettext_lazy("no"),
    Fate.SILENT: gettext_lazy("silent"),
    Fate.WITHDRAWN: gettext_lazy("withdrew"),
    Fate.ACCEPTED: gettext_lazy("accepted"),
    Fate.DECLINED: gettext_lazy("declined"),
    Fate.TAKEN_BACK: gettext_lazy("taken back"),
}
LEGS = {
    Leg.INTERVIEW: gettext_lazy("From applying to a first interview"),
    Leg.INTRODUCED: gettext_lazy("Introduced by somebody, to a first interview"),
    Leg.FIRST: gettext_lazy("From a first interview to a next step"),
    Leg.SECOND: gettext_lazy("From a second interview to a next step"),
    Leg.LATER: gettext_lazy("From a third interview or later to a next step"),
    Leg.OFFER: gettext_lazy("From being interviewed to an offer"),
    Leg.NEVER_TOLD: gettext_lazy("Interviewed, and never told"),
}
STANDINGS = {
    Standing.TOO_EARLY: gettext_lazy("too early to tell"),
    Standing.USUAL: gettext_lazy("within the usual range"),
    Standing.WORTH_A_LOOK: gettext_lazy("worth a look"),
}
_RESULTS = {
    Result.YES: gettext_lazy("went on"),
    Result.NO: gettext_lazy("did not go on"),
    Result.OPEN: gettext_lazy("still open"),
}
_TOLD = {
    Result.YES: gettext_lazy("never told"),
    Result.NO: gettext_lazy("told"),
    Result.OPEN: gettext_lazy("still open"),
}


SIDES = {
    Side.SITUATION: gettext_lazy("A clear situation"),
    Side.ACTION: gettext_lazy("What you did yourself"),
    Side.RESULT: gettext_lazy("A result"),
    Side.SPECIFICS: gettext_lazy("Details"),
}


def expected(share: float) -> str:
    """Return how sure of an offer somebody was: "you expected 40 in 100"."""
    return _("you expected %(n)s in 100") % {"n": round(100 * share)}


def result_words(leg: Leg, result: Result) -> str:
    """Return how a part of the way went, to be read after a number."""
    return str((_TOLD if leg is Leg.NEVER_TOLD else _RESULTS)[result])


def group_titles() -> dict[str, str]:
    """Return what each list of counted applications is called."""
    ends = {
        ended_at(point, fate): _("%(fate)s, after: %(point)s")
        % {"fate": FATES[fate], "point": str(POINTS[point]).lower()}
        for point in Reached
        for fate in Fate
    }
    legs = {
        leg_group(leg, result): f"{LEGS[leg]}: {result_words(leg, result)}"
        for leg in Leg
        for result in Result
    }
    later = {
        ended_later(fate): _("%(fate)s, after: second interview or later")
        % {"fate": FATES[fate]}
        for fate in Fate
    }
    reached = {str(point): str(words) for point, words in POINTS.items()}
    further = {
        went_on(point): _("%(point)s, and further") % {"point": words}
        for point, words in POINTS.items()
    }
    asked = {
        "asked-yes": _("Asked for feedback: something specific came"),
        "asked-no": _("Asked for feedback: nothing specific came"),
        "asked-open": _("Asked for feedback: still open"),
    }
    answered = {
        ANSWERED: _("Applications that got a word of their own"),
        UNANSWERED: _("Applications without a word of their own so far"),
    }
    return ends | later | legs | reached | further | asked | answered


def counted(count: int) -> str:
    """Return a count as it is read: "58", "10,000"."""
    return intcomma(count)


def per_hundred(passes: int, cases: int) -> str:
    """Return "(50 %)", or nothing where a percentage says more than is known."""
    return f" ({round(100 * passes / cases)} %)" if cases >= FEWEST_FOR_PERCENT else ""
