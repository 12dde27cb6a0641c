"""The forms of Insights and of the odds."""

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.web.forms.applications import Day

_OUT_OF = 100


class NewWayForm(forms.Form):
    """Something the person does differently from a day on."""

    words = forms.CharField(
        label=_("What do you do differently?"),
        help_text=_("For example: I ring before I apply."),
        max_length=200,
    )
    began_on = forms.DateField(
        label=_("From which day on?"),
        help_text=_("Today, a day to come, or at most a week back."),
        widget=Day,
    )


class UsualForm(forms.Form):
    """What the person takes as usual for a step."""

    share = forms.IntegerField(
        label=_("How many in 100?"), min_value=1, max_value=_OUT_OF - 1
    )
    weight = forms.IntegerField(
        label=_("How many cases of your own does that weigh?"),
        help_text=_("Few: your own numbers count soon. Many: they count late."),
        min_value=1,
        max_value=_OUT_OF,
    )
