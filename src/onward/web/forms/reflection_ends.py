"""The long form, who sees a reflection, and how it goes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.domain.reflection.account import LONGEST_PART, LongPart
from onward.web.forms.reflection import area
from onward.web.shown.reflection_words import LONG_PARTS


class LongForm(forms.Form):
    """The six parts of the long form."""

    def __init__(self, *args: Any, **further: Any) -> None:
        super().__init__(*args, **further)
        for part, label in LONG_PARTS.items():
            self.fields[part.value] = area(label, 4, LONGEST_PART)

    @property
    def parts(self) -> dict[LongPart, str]:
        """What was written."""
        return {part: self.cleaned_data[part.value].strip() for part in LongPart}


class WhoSeesForm(forms.Form):
    """Two ticks that let a reflection out of its lock."""

    is_findable = forms.BooleanField(
        label=_("Let the search find it"),
        help_text=_(
            "Its words then stand open in Onward's database, as your mail does. "
            "Untick it, and they are gone from there."
        ),
        required=False,
    )
    goes_along = forms.BooleanField(
        label=_("Let it go along when you share or take out your things"),
        help_text=_(
            "Without this tick it stays here whatever else you share. Onward shares "
            "nothing by itself, with it or without it."
        ),
        required=False,
    )


class GoingForm(forms.Form):
    """How a reflection is deleted."""

    for_good = forms.BooleanField(
        label=_("For good, without a way back"),
        help_text=_(
            "Otherwise the history can bring it back, and holds it locked until then."
        ),
        required=False,
    )
