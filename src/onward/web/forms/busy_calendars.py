"""The form that names a calendar."""

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.ports.calendar import CalendarPlace


class BusyCalendarForm(forms.Form):
    """Where a calendar is, and who may read it."""

    address = forms.CharField(
        label=_("Where the calendar is"),
        help_text=_(
            "A file (.ics), the address your calendar gives for sharing, or a CalDAV "
            "server."
        ),
        max_length=2000,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    user = forms.CharField(
        label=_("Name, if it asks for one"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    secret = forms.CharField(
        label=_("Password, if it asks for one"),
        help_text=_("Some want an app password, made in their security settings."),
        max_length=500,
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    @property
    def place(self) -> CalendarPlace:
        """What was given, as a place."""
        told = self.cleaned_data
        return CalendarPlace(told["address"].strip(), told["user"], told["secret"])
