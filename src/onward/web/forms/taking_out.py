"""What goes along only when it is ticked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class TakeOutForm(forms.Form):
    """Two ticks; while private words are locked neither can be set."""

    reflections = forms.BooleanField(
        label=_("What you wrote when you looked back, and your letters to yourself"),
        required=False,
    )
    recordings = forms.BooleanField(
        label=_("Recordings of your practice"), required=False
    )

    def __init__(self, *given: Any, is_locked: bool = False, **further: Any) -> None:
        super().__init__(*given, **further)
        for field in self.fields.values():
            field.disabled = is_locked
