"""The one next step of an application, in words, with what can be pressed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.domain.applications.next_step import NextStep, StepKind
from onward.domain.applications.state import USUAL_WAIT_DAYS
from onward.domain.today.steps import CLOSE
from onward.journey.applications.models import Application, Event
from onward.journey.outcome.models import Outcome
from onward.web.shown.applications import Next
from onward.web.shown.landing_end import can_ask, from_tomorrow
from onward.web.shown.landing_known import known_of
from onward.web.shown.moments import hour, how_far, how_long, near_day
from onward.web.shown.shared import Action


@dataclass(frozen=True, slots=True)
class About:
    """What the words of a next step may speak of."""

    application: Application
    step: NextStep
    now: datetime
    event: Event | None = None
    outcome: Outcome | None = None

    @property
    def day(self) -> str:
        """The day the step is about, as one speaks of it."""
        return near_day(self._here.date(), self.now.date())

    @property
    def is_today(self) -> bool:
        """Whether that day is today."""
        return self._here.date() == self.now.date()

    @property
    def _here(self) -> datetime:
        return (self.step.at or self.now).astimezone(self.now.tzinfo)

    @property
    def hour(self) -> str:
        """The time of day the step is about."""
        return hour(self._here)

    @property
    def far(self) -> str:
        """How far off the day is."""
        return how_far(self._here.date(), self.now.date())

    @property
    def long(self) -> str:
        """How long ago it was."""
        return how_long(self.now - self._here)


def next_of(about: About) -> Next | None:
    """Return the next step in words; nothing where nothing would help."""
    words = _WORDS.get(about.step.kind)
    return words(about) if words else None


def _apply(about: About) -> Next:
    text = _("You have not applied yet. When you have, write it down here.")
    return Next(text, _tell(about, _("I applied"), "applied"))


def _take_test(about: About) -> Next:
    text = _("They asked for a test or a task %(day)s. Once it is sent, write it down.")
    return Next(text % {"day": about.day}, _their_mail(about))


def _answer_invitation(about: About) -> Next:
    text = _("They invited you %(day)s. Answer them, and write down when it will be.")
    label = _("Write down the day")
    action = _tell(about, label, "interview_scheduled")
    return Next(text % {"day": about.day}, action)


def _meet(about: About) -> Next:
    text = _("The interview is %(far)s: %(day)s at %(hour)s.")
    told = text % {"far": about.far, "day": about.day, "hour": about.hour}
    is_close = about.step.at is not None and about.step.at - about.now <= CLOSE
    url = reverse("technique", args=["breathing"])
    ready = _go(about, _("Get ready"), "prepare")
    return Next(told, Action(_("Settle your nerves"), url) if is_close else ready)


def _say_how_it_was(about: About) -> Next:
    text = _("The interview was %(day)s. Write down what they asked while it is fresh.")
    label = _("Write it down")
    return Next(text % {"day": about.day}, _go(about, label, "reflect", primary=True))


def _answer_offer(about: About) -> Next:
    text = _("They made you an offer %(day)s. It waits for your yes or no.")
    return Next(text % {"day": about.day}, _their_mail(about))


def _say_yes_or_no(about: About) -> Next:
    text = _(
        "You have written since their offer. If that was your yes, write it down. If "
        "it was a no, choose that in the list."
    )
    return Next(text, _tell(about, _("Write it down"), "offer_accepted"))


def _wait(_about: About) -> Next:
    least, most = USUAL_WAIT_DAYS
    text = _(
        "Nothing to do now. Answers usually take %(least)s to %(most)s days, depending "
        "on the kind of work."
    )
    return Next(text % {"least": least, "most": most})


def _follow_up(about: About) -> Next:
    text = _(
        "Nothing for %(long)s. Ask once how things stand, or close it: "
        "it opens again if they answer."
    )
    url = reverse("close-application", args=[about.application.pk])
    action = Action(_("Close it, no answer came"), url, method="post")
    return Next(text % {"long": about.long}, action)


def _land(about: About) -> Next:
    text = _("Nothing has to follow today. When you like, take a moment for it.")
    return Next(
        text, Action(_("Land it"), reverse("land", args=[about.application.pk]))
    )


def _ask(about: About) -> Next:
    if _is_too_soon(about):
        return Next(from_tomorrow())
    if about.outcome and about.outcome.feedback_offered:
        text = _("They offered to tell you more. Take them up on it in a line or two.")
    else:
        text = _("Ask them, once and in few words, what would help you next time.")
    return Next(text, _go(about, _("Ask for feedback"), "ask"))


def _is_too_soon(about: About) -> bool:
    """Tell whether the no came today and nothing of theirs presses to ask at once."""
    if not about.is_today:
        return False
    known = known_of(about.application)
    return known is not None and not can_ask(known)


def _wait_for_feedback(about: About) -> Next:
    text = _(
        "You asked for feedback %(day)s. It may take a while, and many never answer."
    )
    label = _("See where it is")
    return Next(text % {"day": about.day}, _go(about, label, "ask-after"))


def _reflect(about: About) -> Next:
    if about.application.interviews:
        text = _("Look back on the interview: what to keep, and one thing to change.")
    else:  # that they met is read from the no alone
        text = _("If you met them, look back: what to keep, and one thing to change.")
    return Next(text, _go(about, _("Look back"), "reflect"))


def _weigh(about: About) -> Next:
    text = _("Their feedback is here. Read it when you are ready for it.")
    return Next(text, _go(about, _("To their feedback"), "feedback"))


def _develop(_about: About) -> Next:
    text = _("One thing of what you know now can become what you work on.")
    return Next(text, Action(_("To your plan"), reverse("plan")))


def _go(about: About, label: str, name: str, *, primary: bool = False) -> Action:
    return Action(label, reverse(name, args=[about.application.pk]), primary=primary)


_WORDS: dict[StepKind, Callable[[About], Next]] = {
    StepKind.APPLY: _apply,
    StepKind.TAKE_TEST: _take_test,
    StepKind.ANSWER_INVITATION: _answer_invitation,
    StepKind.MEET: _meet,
    StepKind.TELL: _say_how_it_was,
    StepKind.ANSWER_OFFER: _answer_offer,
    StepKind.TELL_ANSWER: _say_yes_or_no,
    StepKind.WAIT: _wait,
    StepKind.FOLLOW_UP: _follow_up,
    StepKind.LAND: _land,
    StepKind.ASK: _ask,
    StepKind.WAIT_FOR_FEEDBACK: _wait_for_feedback,
    StepKind.REFLECT: _reflect,
    StepKind.WEIGH: _weigh,
    StepKind.DEVELOP: _develop,
}


def _tell(about: About, label: str, kind: str) -> Action:
    url = reverse("application", args=[about.application.pk])
    return Action(label, f"{url}?tell={kind}#record", primary=True)


def _their_mail(about: About) -> Action | None:
    """Return the way to the mail that the step follows from, if there is one."""
    key = about.event.message_key if about.event else ""
    if not key:
        return None
    number = int(key.removeprefix("message:"))
    return Action(_("Read their mail"), reverse("message", args=[number]))
