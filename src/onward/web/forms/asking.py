"""The forms of asking for feedback; what they mean is decided elsewhere."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.domain.letters.feedback_request import MOST_ASKS, Ask, Channel
from onward.domain.letters.locales import Locale

LONGEST_DETAIL = 200
LONGEST_LETTER = 8_000

ASKS = {
    Ask.CHANGE: _("The one change that would matter most"),
    Ask.STRONGEST: _("What came across best"),
    Ask.CRITERION: _("How one of my examples came across"),
    Ask.EXPERIENCE: _("What experience would bring me closer"),
    Ask.ADVICE: _("Advice for applying to them again"),
    Ask.AGAIN: _("Whether to apply again, and when"),
}
PLACES = {
    Locale.UK: _("United Kingdom"),
    Locale.EU: _("Europe"),
    Locale.US: _("United States"),
}
WAYS = {
    Channel.LINES: _("A few lines by e-mail"),
    Channel.CALL: _("A short call, at a time they choose"),
}
GREETINGS = {"Dear": _("Dear"), "Hi": _("Hi"), "Hello": _("Hello")}


class WhatForm(forms.Form):
    """What to ask: one thing, or two at the most."""

    asks = forms.MultipleChoiceField(
        label=_("What would help you most?"),
        help_text=_("One is best, two at the most. Each is about the next time."),
        choices=[(ask.value, words) for ask, words in ASKS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    criterion = forms.CharField(
        label=_("Which example, in a few words"),
        help_text=_("Only for the question about an example: “working with data”."),
        max_length=80,
        required=False,
    )

    def clean_asks(self) -> list[str]:
        """Refuse more than two: a long list is a burden to answer."""
        asks: list[str] = self.cleaned_data["asks"]
        if len(asks) > MOST_ASKS:
            raise forms.ValidationError(
                _("Choose two at the most. Short asks get answers.")
            )
        return asks

    def clean(self) -> dict[str, Any]:
        """Ask which example, where one is asked about."""
        told = super().clean() or {}
        if Ask.CRITERION in told.get("asks", []) and not told.get("criterion"):
            self.add_error("criterion", _("Name the example in a few words."))
        return told


class DetailForm(forms.Form):
    """One real thing from the interview."""

    detail = forms.CharField(
        label=_("What stayed with you?"),
        help_text=_(
            "Something only you and they know: “the question about the housing data”,"
            " “talking about rotas”. It makes the letter yours."
        ),
        max_length=LONGEST_DETAIL,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class HowForm(forms.Form):
    """How they may answer, and how the letter greets them."""

    channel = forms.ChoiceField(
        label=_("How may they answer?"),
        choices=[(way.value, words) for way, words in WAYS.items()],
        widget=forms.RadioSelect,
    )
    offers_times = forms.BooleanField(
        label=_("Offer two times for a call"), required=False
    )
    greeting = forms.ChoiceField(label=_("Greet them with"), choices=GREETINGS.items())
    locale = forms.ChoiceField(
        label=_("Where they are"),
        help_text=_("It sets how dates and times are written."),
        choices=[(place.value, words) for place, words in PLACES.items()],
    )
    interested = forms.BooleanField(
        label=_("Say that I am open to other roles there"), required=False
    )


class WhomForm(forms.Form):
    """Somebody who is not in the list."""

    name = forms.CharField(label=_("Their name"), max_length=200, required=False)
    address = forms.EmailField(label=_("Their e-mail address"), required=False)


class LetterForm(forms.Form):
    """The letter itself, to be edited freely."""

    subject = forms.CharField(label=_("Subject"), max_length=300)
    text = forms.CharField(
        label=_("Your letter"),
        max_length=LONGEST_LETTER,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "true"}),
    )


class AccessForm(forms.Form):
    """The letter for one's own data, and whom it goes to."""

    to_address = forms.EmailField(
        label=_("To"),
        help_text=_("Their privacy notice names who looks after personal data."),
        max_length=320,
        required=False,
    )
    subject = forms.CharField(label=_("Subject"), max_length=300)
    text = forms.CharField(
        label=_("Your letter"),
        max_length=LONGEST_LETTER,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "true"}),
    )

    def clean_text(self) -> str:
        """Return the letter with plain line ends."""
        told: str = self.cleaned_data["text"]
        return told.replace("\r\n", "\n")


class AccountForm(forms.Form):
    """The person's own mail server for sending."""

    address = forms.EmailField(label=_("Your e-mail address"))
    name = forms.CharField(
        label=_("Your name, as it stands in letters"), max_length=100, required=False
    )
    host = forms.CharField(
        label=_("Server for sending (SMTP)"), max_length=253, required=False
    )
    port = forms.IntegerField(
        label=_("Port"), min_value=1, max_value=65535, initial=465
    )
    security = forms.ChoiceField(
        label=_("Encryption"),
        choices=[
            ("tls", _("TLS from the start (usual, port 465)")),
            ("starttls", _("STARTTLS (port 587)")),
            ("none", _("None: only for a server on this machine")),
        ],
    )
    user = forms.CharField(
        label=_("Name to sign in with"),
        help_text=_("Most often your e-mail address."),
        max_length=320,
        required=False,
    )
    password = forms.CharField(
        label=_("App password"),
        help_text=_("Leave it empty to keep the one there is."),
        max_length=500,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a server where none is known, and keep passwords off open lines."""
        told = super().clean() or {}
        if not told.get("host"):
            self.add_error("host", _("Type the name of your provider's server."))
        is_open = told.get("security") == "none"
        if is_open and told.get("host") not in {"127.0.0.1", "localhost", "::1"}:
            message = _("Without encryption Onward sends only to this machine itself.")
            self.add_error("security", message)
        return told
