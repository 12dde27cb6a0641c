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


class Placing(forms.Form):
    """Where a mail belongs; `employer` is that of a new application."""

    employer = forms.CharField(required=False, max_length=200)

    @property
    def told_employer(self) -> str | None:
        """The employer as the person named it; None where they were not asked."""
        return self.cleaned_data["employer"] if "employer" in self.data else None


class Answer(Placing):
    """The answer to a mail that waits."""

    choice = forms.CharField(max_length=20)


class Correction(Placing):
    """What the person says of a mail."""

    meaning = forms.ChoiceField(choices=[(m.value, m.value) for m in Meaning])
    application = forms.CharField(max_length=20)


class HowMuch(forms.Form):
    """How much mail is taken in."""

    width = forms.ChoiceField(choices=Width.choices)
