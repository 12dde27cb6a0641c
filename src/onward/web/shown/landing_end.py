"""The beginning and the end of the walk: where one is, today, and what comes next."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.domain.applications.state import Ending
from onward.domain.landing.feelings import Feeling as Scale
from onward.domain.landing.feelings import Word
from onward.domain.landing.walk import Screen, Today, before, may_ask
from onward.journey.outcome.models import PrivatePage as Written
from onward.web.shown.landing import Done, Feeling, Place, PrivatePage
from onward.web.shown.landing_known import Known
from onward.web.shown.landing_words import (
    FEELING_WORDS,
    FEELINGS,
    KIND_NOTE,
    TODAY,
)
from onward.web.shown.moments import near_day
from onward.web.shown.shared import Action, Choice, Quote

_TITLES = {
    Screen.FACTS: gettext_lazy("How it ended"),
    Screen.FEELING: gettext_lazy("How you are"),
    Screen.CRITERIA: gettext_lazy("What they asked for"),
    Screen.MEANING: gettext_lazy("What it could mean"),
    Screen.ODDS: gettext_lazy("The odds"),
}


def place_of(known: Known, screen: Screen) -> Place:
    """Return where in the walk a screen stands."""
    screens = known.screens
    pk = known.application.pk
    has_criteria = Screen.CRITERIA in screens
    return Place(
        url=url_of(known, screen),
        application=known.application.label,
        application_url=reverse("application", args=[pk]),
        number=screens.index(screen) + 1 if screen in screens else 0,
        of=len(screens) if screen in screens else 0,
        can_go_back=before(screen, has_criteria=has_criteria) is not None,
    )


def url_of(known: Known, screen: Screen) -> str:
    """Return the address of a screen."""
    return reverse("landing", args=[known.application.pk, screen.value])


def feeling_of(known: Known) -> Feeling:
    """Return the scale and the words, as they were answered."""
    landing = known.landing
    return Feeling(
        scale=tuple(
            Choice(str(int(key)), str(FEELINGS[key]), chosen=landing.feeling == key)
            for key in Scale
        ),
        words=tuple(
            Choice(
                key.value,
                str(FEELING_WORDS[key]),
                chosen=key in landing.feeling_words,
            )
            for key in Word
        ),
    )


def criteria_of(known: Known) -> tuple[Choice, ...]:
    """Return the lines of the advert, ticked where something was shown."""
    kept = known.landing.criteria
    shown = {line["text"] for line in kept if line["is_shown"]}
    return tuple(
        Choice(str(place), text, chosen=text in shown)
        for place, text in enumerate(known.criteria)
    )


def today_of(known: Known) -> tuple[Choice, ...]:
    """Return what can be chosen for today."""
    offered = [key for key in Today if key is not Today.ASK or can_ask(known)]
    return tuple(
        Choice(
            key.value,
            str(TODAY[key][0]),
            str(TODAY[key][1]),
            chosen=known.landing.today == key,
        )
        for key in offered
    )


def can_ask(known: Known) -> bool:
    """Tell whether beginning to ask for feedback is offered now."""
    until = known.account.feedback_until
    return is_worth_asking(known) and may_ask(known.heard_on, known.today, until)


def is_worth_asking(known: Known) -> bool:
    """Tell whether somebody there could say anything, and was not asked yet."""
    if known.application.asked_at or known.outcome.ending == Ending.SILENT:
        return False
    if known.outcome.feedback_refused:
        return False
    return known.is_met or bool(known.outcome.feedback_offered)


def private_of(page: Written | None, known: Known) -> PrivatePage:
    """Return the private page; of a sealed one only that it is there."""
    if page is None:
        return PrivatePage()
    if page.sealed_at:
        day = page.sealed_at.astimezone(known.now.tzinfo).date()
        sealed = _("You sealed it %(day)s.") % {"day": near_day(day, known.today)}
        return PrivatePage(sealed=sealed, is_written=True)
    return PrivatePage(text=page.text, is_written=True)


def done_of(known: Known, page: Written | None) -> Done:
    """Return the end of the walk."""
    landing = known.landing
    chosen = TODAY[Today(landing.today)][0] if landing.today else ""
    return Done(
        chosen=str(chosen),
        next=_next(known),
        kind_note=tuple(
            Quote(words, str(question))
            for question, words in zip(KIND_NOTE, landing.kind_note, strict=False)
            if words
        ),
        private_url=url_of(known, Screen.PRIVATE_PAGE) if page else "",
        actions=_actions(known),
        again=tuple(
            Action(str(title), url_of(known, screen))
            for screen, title in _TITLES.items()
            if screen in known.screens
        ),
    )


def _next(known: Known) -> str:
    if known.outcome.feedback_refused:
        return _(
            "They say that they give no feedback, so there is nothing to ask. Your own"
            " look back is worth as much."
        )
    if not is_worth_asking(known):
        return _("Nothing else has to follow from this one.")
    if can_ask(known):
        return _("When you like, ask them what would help you next time.")
    return from_tomorrow()


def from_tomorrow() -> str:
    """Return what is said of asking on the day of the no, here and elsewhere."""
    return _(
        "From tomorrow on, if you like, you can ask them what would help you next "
        "time. A night in between does a letter good."
    )


def _actions(known: Known) -> tuple[Action, ...]:
    back = Action(_("Back to Today"), reverse("today"), primary=True)
    if not can_ask(known):
        return (back,)
    ask = Action(_("Ask for feedback"), reverse("ask", args=[known.application.pk]))
    return (back, ask)
