"""Puts together the questions of the plan, one screen each."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.domain.development.drills import ideas_for
from onward.domain.development.focus import looks_at
from onward.journey.development.models import Focus
from onward.web.shown.plan import Screen
from onward.web.shown.plan_pages import note_quote, week_of
from onward.web.shown.plan_words import LOOKS

SCREENS = ("goal", "wish", "if-then", "week", "setback", "who", "practices")
_TITLES = {
    "goal": (
        gettext_lazy("What do you want to be able to do?"),
        gettext_lazy("One thing that somebody could see or hear."),
    ),
    "wish": (
        gettext_lazy("What would it bring, and what stands in the way?"),
        gettext_lazy("Four short lines. The one about the obstacle matters most."),
    ),
    "if-then": (
        gettext_lazy("When will you do it?"),
        gettext_lazy("One moment that you cannot miss, and one thing you do in it."),
    ),
    "week": (
        gettext_lazy("When and where in the week?"),
        gettext_lazy("Two short times are plenty. They go into your calendar."),
    ),
    "setback": (
        gettext_lazy("And if it goes otherwise?"),
        gettext_lazy("Thought of before, a setback costs less. It may never come."),
    ),
    "who": (
        gettext_lazy("Who knows about it?"),
        gettext_lazy("Somebody who asks how it went. A role or initials are enough."),
    ),
    "practices": (
        gettext_lazy("How will you practise?"),
        gettext_lazy("Aloud, a few times, with days between."),
    ),
}
_FOOTNOTES = {
    "wish": gettext_lazy(
        "Naming the obstacle helps people follow through, a little: 24 effects, most"
        " of them small (Wang and others, 2021)."
    ),
    "if-then": gettext_lazy(
        "An if-then helps with doing what one meant to (Gollwitzer and Sheeran, 2006)."
    ),
    "week": gettext_lazy(
        "In one trial a written plan with times raised offers, and being reminded added"
        " nothing (Abel and others, 2019). So nothing here nags."
    ),
    "setback": gettext_lazy(
        "Being ready for setbacks protected people who met one (Vinokur and Schul,"
        " 1997)."
    ),
    "practices": gettext_lazy(
        "Practice with days between holds better than all at once (Latimier and"
        " others, 2021). About nine in all was the efficient number in one study."
    ),
}


def screen_of(focus: Focus, name: str) -> Screen:
    """Return one question about the plan."""
    number = SCREENS.index(name)
    title, said = _TITLES[name]
    home = reverse("plan")
    before = SCREENS[number - 1] if number else ""
    back = reverse("plan-screen", args=[focus.pk, before]) if before else home
    is_goal = name == "goal"
    return Screen(
        name=name,
        title=str(title),
        said=str(said),
        number=number + 1,
        count=len(SCREENS),
        back_url=back,
        leave_url=home,
        quote=note_quote(focus) if is_goal else None,
        ideas=tuple(_(idea) for idea in ideas_for(focus.theme)) if is_goal else (),
        looks=_looks(focus) if is_goal else (),
        week=week_of(focus) if name == "week" else (),
        footnote=str(_FOOTNOTES.get(name, "")),
    )


def _looks(focus: Focus) -> tuple[str, ...]:
    return tuple(str(LOOKS[look]) for look in looks_at(focus.thing))


def after(focus: Focus, name: str) -> str:
    """Return the address of what follows a screen; after the last it is the plan."""
    number = SCREENS.index(name) + 1
    if number == len(SCREENS):
        return reverse("plan")
    return reverse("plan-screen", args=[focus.pk, SCREENS[number]])
