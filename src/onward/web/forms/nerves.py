"""The forms of the nerves toolkit; nothing in them has to be given."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.domain.nerves.ladder import Rung
from onward.journey.nerves.models import HIGHEST

LONGEST_LINE = 200
LONGEST_LETTER = 10_000
_LONGEST_MARK = 40


class RatingForm(forms.Form):
    """How nervous before and after, and for which interview."""

    before = forms.IntegerField(required=False, min_value=0, max_value=HIGHEST)
    after = forms.IntegerField(required=False, min_value=0, max_value=HIGHEST)
    round = forms.IntegerField(required=False, min_value=1)
    mark = forms.SlugField(required=False, max_length=_LONGEST_MARK)

    @property
    def is_empty(self) -> bool:
        """Whether neither scale was touched."""
        told = self.cleaned_data
        return told["before"] is None and told["after"] is None


class LineForm(forms.Form):
    """A line of the person's own."""

    text = forms.CharField(max_length=LONGEST_LINE, required=False)


class LetterForm(forms.Form):
    """A letter to oneself."""

    text = forms.CharField(
        label=_("Your letter"),
        max_length=LONGEST_LETTER,
        required=False,
        strip=False,
    )

    def clean_text(self) -> str:
        """Return the letter with plain line ends."""
        told: str = self.cleaned_data["text"]
        return told.replace("\r\n", "\n")


class RungForm(forms.Form):
    """The rung the person is on."""

    rung = forms.TypedChoiceField(
        choices=[(rung.value, rung.value) for rung in Rung], coerce=Rung
    )

    @property
    def chosen(self) -> Rung:
        """The rung that was chosen."""
        told: Any = self.cleaned_data["rung"]
        return Rung(told)
