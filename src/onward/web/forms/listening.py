"""The forms of calls, of the angry version and of the door."""

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.journey.feedback.models import Door
from onward.web.forms.applications import Day

LONGEST_NOTE = 4_000
LONGEST_ANGER = 20_000
AGAIN = [
    (Door.Again.YES.value, _("Yes")),
    (Door.Again.MAYBE.value, _("Maybe")),
    (Door.Again.NO.value, _("No")),
]


class Hour(forms.TimeInput):
    """An hour, picked with the browser's own control."""

    input_type = "time"


class AngryForm(forms.Form):
    """The version that nobody gets."""

    text = forms.CharField(
        label=_("What you would like to say"),
        max_length=LONGEST_ANGER,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "autocomplete": "off"}),
    )


class QuestionsForm(forms.Form):
    """The questions taken along to a call."""

    first = forms.CharField(label=_("First question"), max_length=200, required=False)
    second = forms.CharField(label=_("Second question"), max_length=200, required=False)
    third = forms.CharField(label=_("Third question"), max_length=200, required=False)


class NoteForm(forms.Form):
    """Something just heard."""

    text = forms.CharField(
        label=_("What they said"),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )
    question = forms.IntegerField(required=False, min_value=0, max_value=2)


class MoveForm(forms.Form):
    """Another day and hour for a call."""

    day = forms.DateField(label=_("Day"), widget=Day)
    hour = forms.TimeField(label=_("Hour"), widget=Hour)


class DoorForm(forms.Form):
    """Whether and how the door is kept open."""

    again = forms.ChoiceField(
        label=_("Would you apply there again?"),
        choices=AGAIN,
        required=False,
        widget=forms.RadioSelect,
    )
    reserve_until = forms.DateField(
        label=_("On a reserve list until"), required=False, widget=Day
    )
    reapply_from = forms.DateField(
        label=_("Earliest day to apply again"), required=False, widget=Day
    )
    different = forms.CharField(
        label=_("What would have to be different"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    next_touch_on = forms.DateField(
        label=_("Next light touch"),
        help_text=_("A line now and then, once a quarter at the most."),
        required=False,
        widget=Day,
    )
    is_connected = forms.BooleanField(
        label=_("We are connected on a network"), required=False
    )
