"""The forms of the focus and its plan; every field may stay empty."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.domain.development.focus import Verdict
from onward.domain.development.patterns import Leaning
from onward.domain.nerves.ladder import Rung
from onward.journey.development.models import Focus, Review
from onward.web.forms.applications import Day, Hour
from onward.web.shown.plan_words import DAYS, RUNGS

_LONGEST = 200
_RATINGS = [(n, str(n)) for n in range(1, 6)]


def _words(label: Any, hint: Any = "", longest: int = _LONGEST) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=longest, required=False
    )


class GoalForm(forms.Form):
    """What to be able to do, and by when."""

    thing = _words(_("I can ..."), _("“give one result with a number in every answer”"))
    by_on = forms.DateField(label=_("By"), required=False, widget=Day)
    confidence = forms.IntegerField(
        label=_("How sure are you that you will get there? 0 to 10"),
        min_value=0,
        max_value=10,
        required=False,
    )
    plus_one = _words(_("What would make it one more?"))


class WishForm(forms.Form):
    """Four short fields."""

    wish = _words(_("Wish"), _("What you wish for, in this one thing"))
    outcome = _words(_("Outcome"), _("The best that could come of it"))
    obstacle = _words(_("Obstacle"), _("What in you gets in the way"))
    way = _words(_("Plan"), _("What you can do about that"))


class IfThenForm(forms.Form):
    """One cue and one thing to do."""

    cue = _words(_("If"), _("A moment: “they ask for an example”"))
    action = _words(_("then I"), _("One thing: “say the result first”"))


class WeekForm(forms.Form):
    """One time of the week."""

    weekday = forms.TypedChoiceField(
        label=_("Day"), choices=list(enumerate(DAYS)), coerce=int
    )
    at = forms.TimeField(label=_("At"), widget=Hour)
    minutes = forms.IntegerField(
        label=_("Minutes"), min_value=5, max_value=180, initial=20
    )
    where = _words(_("Where"), longest=100)


class SetbackForm(forms.Form):
    """What may go otherwise, and the first three moves then."""

    setback = _words(
        _("What is likely to go otherwise?"),
        _("Silence, a no without a reason, a bad question, a lost connection"),
    )
    early_signs = _words(_("How would you notice early?"))
    first = _words(_("My first move"))
    second = _words(_("My second move"))
    third = _words(_("My third move"))

    @staticmethod
    def told(focus: Focus) -> dict[str, Any]:
        """Return what stands there, to begin the form with."""
        moves = dict(zip(("first", "second", "third"), focus.moves, strict=False))
        return {"setback": focus.setback, "early_signs": focus.early_signs, **moves}

    def clean(self) -> dict[str, Any]:
        """Put the three moves together."""
        told = super().clean() or {}
        moves = [told.pop(name, "") for name in ("first", "second", "third")]
        return {**told, "moves": moves if any(moves) else []}


class WhoForm(forms.Form):
    """Somebody who knows."""

    supporter = _words(_("Somebody who knows about it"), longest=100)


class PracticesForm(forms.Form):
    """On which rung, and how often."""

    rung = forms.ChoiceField(
        label=_("How close to the real thing?"),
        choices=[(rung.value, RUNGS[rung]) for rung in Rung],
        widget=forms.RadioSelect,
    )
    times = forms.IntegerField(
        label=_("How many times before the interview"), min_value=1, max_value=12
    )


class HeardForm(forms.Form):
    """What somebody beside the employers said."""

    text = forms.CharField(
        label=_("What they said"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    said_by = _words(_("Who it was"), _("An adviser, a teacher, a friend"), 100)
    leaning = forms.ChoiceField(
        label=_("It is something"),
        choices=[
            (Leaning.BUILD.value, _("to build on")),
            (Leaning.KEEP.value, _("to keep")),
        ],
        widget=forms.RadioSelect,
        initial=Leaning.BUILD.value,
    )


class ReviewForm(forms.Form):
    """How the one thing went."""

    done = forms.ChoiceField(
        label=_("Did I do the one thing?"),
        choices=[
            (Review.Done.YES.value, _("Yes")),
            (Review.Done.PARTLY.value, _("In part")),
            (Review.Done.NO.value, _("Not this time")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    rating = forms.TypedChoiceField(
        label=_("The thing itself, from 1 to 5"),
        choices=[("", _("Not said")), *_RATINGS],
        coerce=int,
        empty_value=None,
        required=False,
    )
    said = _words(_("One line about it"), longest=300)
    verdict = forms.ChoiceField(
        label=_("And now?"),
        choices=[
            (Verdict.CARRY.value, _("Carry it on")),
            (Verdict.CHANGE.value, _("Change it")),
            (Verdict.RETIRE.value, _("Be done with it")),
        ],
        widget=forms.RadioSelect,
    )

    def clean_verdict(self) -> Verdict:
        """Return what follows as a value."""
        return Verdict(self.cleaned_data["verdict"])
