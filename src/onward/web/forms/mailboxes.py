"""The forms of connecting a mailbox; what they mean is decided elsewhere."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.journey.mailboxes.models import ConnectedMailbox
from onward.ports.mail_server import Security

_HERE = frozenset({"127.0.0.1", "localhost", "::1"})
_DAYS = {"quarter": 92, "half": 183, "year": 366, "two": 731}
SINCE = {
    "quarter": _("The last three months"),
    "half": _("The last six months"),
    "year": _("The last year"),
    "two": _("The last two years"),
    "all": _("All there is"),
    "day": _("A day of my own"),
}


class AddressForm(forms.Form):
    """Whose mailbox it is."""

    address = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=320,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class ConnectForm(AddressForm):
    """A mailbox that is opened by a password."""

    secret = forms.CharField(
        label=_("Password"),
        max_length=500,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    host = forms.CharField(label=_("Server for reading (IMAP)"), max_length=253)
    port = forms.IntegerField(label=_("Port"), min_value=1, max_value=65535)
    security = forms.ChoiceField(
        label=_("Encryption"),
        choices=[
            (Security.TLS.value, _("TLS from the start (usual, port 993)")),
            (Security.STARTTLS.value, _("STARTTLS (port 143)")),
            (Security.OPEN.value, _("None: only for a server on this machine")),
        ],
    )
    user = forms.CharField(
        label=_("Name to sign in with"),
        help_text=_("Most often your e-mail address."),
        max_length=320,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Keep passwords off open lines."""
        told = super().clean() or {}
        is_open = told.get("security") == Security.OPEN
        if is_open and told.get("host") not in _HERE:
            message = _("Without encryption Onward speaks only to this machine itself.")
            self.add_error("security", message)
        return told


class LeaveForm(AddressForm):
    """A mailbox that is opened by signing in at its provider."""

    way = forms.ChoiceField(
        choices=[
            (way.value, way.value)
            for way in ConnectedMailbox.Way
            if way is not ConnectedMailbox.Way.PASSWORD
        ],
        widget=forms.HiddenInput,
    )
    client = forms.CharField(
        label=_("Client number (client ID)"),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    client_secret = forms.CharField(
        label=_("Client secret, if there is one"),
        max_length=500,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    by_code = forms.BooleanField(
        label=_("Sign in on another device, with a short code"), required=False
    )


class FoldersForm(forms.Form):
    """Which folders are read, and from when on."""

    folders = forms.MultipleChoiceField(
        label=_("Folders to read"), widget=forms.CheckboxSelectMultiple
    )
    since = forms.ChoiceField(
        label=_("How far back"),
        choices=[*SINCE.items()],
        widget=forms.RadioSelect,
    )
    day = forms.DateField(
        label=_("That day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(
        self, *given: Any, folders: list[tuple[str, str]], **told: Any
    ) -> None:
        super().__init__(*given, **told)
        field: Any = self.fields["folders"]
        field.choices = folders

    def clean(self) -> dict[str, Any]:
        """Ask for the day where one is meant."""
        told = super().clean() or {}
        if told.get("since") == "day" and not told.get("day"):
            self.add_error("day", _("Choose the day."))
        return told

    def chosen(self) -> list[int]:
        """Return the numbers of the folders chosen."""
        return [int(number) for number in self.cleaned_data["folders"]]

    def first_day(self, today: date) -> date | None:
        """Return the day to read from; None where all is read."""
        since = self.cleaned_data["since"]
        if since == "day":
            day: date = self.cleaned_data["day"]
            return day
        return today - timedelta(days=_DAYS[since]) if since in _DAYS else None
