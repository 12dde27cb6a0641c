"""What can be sent to the pages about mail."""

from pathlib import Path

from django import forms

from onward.domain.mail.verdict import Meaning
from onward.journey.people.models import Width


class Given(forms.Form):
    """Mail that is given: the path of a mailbox, or one pasted mail."""

    path = forms.CharField(required=False, max_length=4096)
    text = forms.CharField(required=False, max_length=500_000, strip=False)

    def clean_path(self) -> Path | None:
        """Return the path with the home folder spelled out."""
        given = self.cleaned_data["path"].strip().strip("'\"")
        return Path(given).expanduser() if given else None


class Correction(forms.Form):
    """What the person says of a mail."""

    meaning = forms.ChoiceField(choices=[(m.value, m.value) for m in Meaning])
    application = forms.CharField(required=False, max_length=20)


class HowMuch(forms.Form):
    """How much mail is taken in."""

    width = forms.ChoiceField(choices=Width.choices)
