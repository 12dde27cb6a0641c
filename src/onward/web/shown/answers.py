"""The words for a no: softly, with theirs beside, and nothing that has to follow."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.domain.applications.state import Stage
from onward.domain.today.steps import Kind
from onward.journey.applications.models import Application
from onward.journey.mail.models import Message
from onward.journey.today.circumstances import Step as Known
from onward.web.shown.moments import hour, near_day
from onward.web.shown.shared import Action, Quote

# Beyond it the hour says nothing any more.
_HOUR_MATTERS = timedelta(days=3)


def title_of_no(employer: str, application: Application) -> str:
    """Return "Hallam & Rowe have said no, after the second interview"."""
    after = _after(application)
    if not after:
        return _("%(employer)s have said no") % {"employer": employer}
    return _("%(employer)s have said no, %(after)s") % {
        "employer": employer,
        "after": after,
    }


def beside_the_no(known: Known) -> str:
    """Return what else can be said about it at once."""
    if known.outcome and known.outcome.feedback_offered:
        return _("They also offer to tell you more.")
    if known.outcome and known.outcome.feedback_given:
        return _("They also wrote how they saw it.")
    if known.candidate.kind is Kind.EARLY_ANSWER:
        return _("It came before an interview.")
    return _("Nothing has to follow today.")


def quote_of_no(known: Known, now: datetime) -> Quote | None:
    """Return the line of theirs that helps most, with where it is from."""
    outcome = known.outcome
    if outcome is None:
        return None
    words = (
        outcome.feedback_offered
        or outcome.feedback_given
        or outcome.reason
        or outcome.words
    )
    return quoted(words, known.message, now)


def ways_on(known: Known) -> tuple[Action, ...]:
    """Return what can be done with a no: take it in, step by step, or look at it."""
    pk = known.candidate.application
    is_begun = known.outcome is not None and hasattr(known.outcome, "landing")
    label = _("Go on where you were") if is_begun else _("Take a moment for it")
    return (
        Action(label, reverse("land", args=[pk]), primary=True),
        Action(_("Look at it"), reverse("application", args=[pk])),
    )


def offer_of_feedback(known: Known, now: datetime) -> Quote | None:
    """Return the words in which they offered to tell more, if they did."""
    words = known.outcome.feedback_offered if known.outcome else ""
    return quoted(words, known.message, now)


def why_the_no(known: Known, now: datetime) -> str:
    """Return why it is brought up."""
    if known.outcome and known.outcome.feedback_offered:
        return _(
            "An offer of feedback is easiest to take up while they remember the talk."
        )
    came = {"day": _day(known.candidate.at or now, now)}
    if known.candidate.kind is Kind.EARLY_ANSWER:
        return _("It came %(day)s. You need not do anything about it.") % came
    return _("It came %(day)s. When you like, something can still come of it.") % came


def quoted(words: str, message: Message | None, now: datetime) -> Quote | None:
    """Return words of a mail with who wrote them, when, and where to read on."""
    if not words:
        return None
    if message is None:
        return Quote(words)
    who = [message.sender_name or message.sender_address]
    when = [_moment(message.sent_at, now)] if message.sent_at else []
    said = [", ".join(who + when), message.subject]
    source = " · ".join(word for word in said if word)
    return Quote(words, source, reverse("message", args=[message.pk]))


def _after(application: Application) -> str:
    count = application.interviews
    which = {2: _("second"), 3: _("third"), 4: _("fourth"), 5: _("fifth")}.get(count)
    if count == 1:
        return _("after the interview")
    if which:
        return _("after the %(which)s interview") % {"which": which}
    if count:
        return _("after %(count)s interviews") % {"count": count}
    return _("after the test") if application.stage == Stage.ASSESSMENT else ""


def _moment(at: datetime, now: datetime) -> str:
    here = at.astimezone(now.tzinfo)
    day = _day(at, now)
    return f"{day} {hour(here)}" if now - at < _HOUR_MATTERS else day


def _day(at: datetime, now: datetime) -> str:
    return near_day(at.astimezone(now.tzinfo).date(), now.date())
