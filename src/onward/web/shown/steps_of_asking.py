"""The words of the steps that asking for feedback brings up."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.journey.today.circumstances import Step as Known
from onward.web.shown.moments import hour, near_day
from onward.web.shown.shared import Action
from onward.web.shown.today import Step


def letter_step(known: Known, _now: datetime) -> Step:
    """Return the step about a letter that may not have gone."""
    number = int(known.candidate.mark)
    return _step(
        known,
        title=_("A letter to %(employer)s needs your word"),
        said=_("It may not have gone. Two answers are possible; you decide."),
        action=Action(_("Look at it"), reverse("letter", args=[number]), primary=True),
        why=_("Onward never sends a letter twice by itself."),
    )


def call_step(known: Known, now: datetime) -> Step:
    """Return the step about a call that was agreed."""
    at = (known.candidate.at or now).astimezone(now.tzinfo)
    told = {"day": near_day(at.date(), now.date()), "hour": hour(at)}
    return _step(
        known,
        title=_("Your call with %(employer)s"),
        said=_("%(day)s, %(hour)s. A page to keep beside the phone is ready.") % told,
        action=_to(known, _("Get ready"), "ask-after"),
        why=_("It was agreed, and it is near."),
    )


def words_step(known: Known, _now: datetime) -> Step:
    """Return the step about feedback that is there and still closed."""
    number = int(known.candidate.mark)
    url = reverse("feedback-text", args=[number])
    return _step(
        known,
        title=_("There is feedback from %(employer)s"),
        said=_("It stays closed until you want to read it."),
        action=Action(_("Go to it"), url, primary=True),
        why=_("They answered. It will keep, whenever you read it."),
    )


def follow_up_step(known: Known, now: datetime) -> Step:
    """Return the step about the one follow-up."""
    at = (known.candidate.at or now).astimezone(now.tzinfo)
    told = {"day": near_day(at.date(), now.date())}
    return _step(
        known,
        title=_("No answer from %(employer)s yet"),
        said=_("You asked %(day)s. One short line is fine; then let it be.") % told,
        action=_to(known, _("See where it is"), "ask-after"),
        why=_("Seven working days have passed. That is a habit of advisers, no rule."),
    )


def door_step(known: Known, _now: datetime) -> Step:
    """Return the step about an employer to be in touch with."""
    employer = known.application.employer.root.pk if known.application else 0
    url = reverse("door", args=[employer])
    return _step(
        known,
        title=_("Be in touch with %(employer)s?"),
        said=_("You meant to, about now. Not doing it is fine too."),
        action=Action(_("Look at it"), url, primary=True),
        why=_("You set this day yourself."),
    )


def _step(known: Known, *, title: str, said: str, action: Action, why: str) -> Step:
    application = known.application
    employer = application.employer.root.in_words if application else _("an employer")
    return Step(
        kind=known.candidate.kind,
        title=title % {"employer": employer},
        said=said,
        actions=(action,),
        not_now_url=reverse("not-now", args=[known.candidate.key]),
        why=why,
    )


def _to(known: Known, label: str, name: str) -> Action:
    return Action(
        label, reverse(name, args=[known.candidate.application]), primary=True
    )
