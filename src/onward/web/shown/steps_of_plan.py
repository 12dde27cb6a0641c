"""The words of the steps that the plan brings up."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.journey.today.circumstances import Step as Known
from onward.web.shown.shared import Action
from onward.web.shown.today import Step


def drill_step(known: Known, _now: datetime) -> Step:
    """Return the step about a practice that is due; leaving it costs nothing."""
    url = reverse("plan-drill", args=[int(known.candidate.mark)])
    return Step(
        kind=known.candidate.kind,
        title=_("One question to practise"),
        said=_("It belongs to your focus. Ten minutes are enough."),
        actions=(Action(_("See the question"), url, primary=True),),
        not_now_url=reverse("not-now", args=[known.candidate.key]),
        why=_("You planned it for about now. It waits; nothing is counted."),
    )


def try_step(known: Known, _now: datetime) -> Step:
    """Return the step about a point of feedback that was chosen to be tried."""
    application = known.application
    employer = application.employer.root.in_words if application else _("an employer")
    url = reverse("plan-from-note", args=[int(known.candidate.mark)])
    label = _("Make it my focus")
    return Step(
        kind=known.candidate.kind,
        title=_("One thing to try, from %(employer)s") % {"employer": employer},
        said=_("You picked it from their words. A small plan helps you to do it."),
        actions=(Action(label, url, primary=True, method="post"),),
        not_now_url=reverse("not-now", args=[known.candidate.key]),
        why=_("You said you would try it once, and nothing else is being worked on."),
    )


def review_step(known: Known, _now: datetime) -> Step:
    """Return the step about holding a round against the focus."""
    application = known.application
    employer = application.employer.root.in_words if application else _("an employer")
    url = reverse("plan-review", args=[int(known.candidate.mark)])
    return Step(
        kind=known.candidate.kind,
        title=_("Your one thing, at %(employer)s") % {"employer": employer},
        said=_("Did you do it? Then carry it on, change it, or be done with it."),
        actions=(Action(_("Look back"), url, primary=True),),
        not_now_url=reverse("not-now", args=[known.candidate.key]),
        why=_("Doing the one thing is what counts here, whatever they decide."),
    )
