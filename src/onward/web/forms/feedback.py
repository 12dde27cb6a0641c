"""The forms of bringing feedback in and making it usable."""

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.journey.feedback.words import LONGEST

_WAS_THERE = [
    ("", _("I do not know")),
    ("yes", _("Yes, they saw me themselves")),
    ("no", _("No, they passed it on")),
]


class WordsForm(forms.Form):
    """Feedback in their words."""

    text = forms.CharField(
        label=_("What they said, word for word"),
        help_text=_("Paste it or type it as you remember it. It stays as it is."),
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    said_by = forms.CharField(
        label=_("Who said it"),
        help_text=_("A role or initials are enough."),
        max_length=200,
        required=False,
    )
    was_there = forms.ChoiceField(
        label=_("Were they in the interview?"), choices=_WAS_THERE, required=False
    )

    def clean_was_there(self) -> bool | None:
        """Turn the answer into yes, no, or not known."""
        return {"yes": True, "no": False}.get(self.cleaned_data["was_there"])


class BehaviourForm(forms.Form):
    """What somebody would have seen or heard."""

    behaviour = forms.CharField(
        label=_("What would somebody have seen or heard?"),
        help_text=_("In your words: “the third answer had no number in it”."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DecisionForm(forms.Form):
    """What the person makes of it."""

    decision = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why you see it otherwise"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
