"""The forms of the lock on private words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.journey.people.sealing import SHORTEST_PASSPHRASE

_LONGEST = 500


def _passphrase(label: Any, autocomplete: str, **further: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(
        label=label, max_length=_LONGEST, strip=False, widget=widget, **further
    )


class PassphraseForm(forms.Form):
    """The passphrase, to open what is locked."""

    passphrase = _passphrase(_("Your passphrase"), "current-password")


class NewPassphraseForm(forms.Form):
    """A new passphrase, typed twice."""

    passphrase = _passphrase(
        _("A passphrase"),
        "new-password",
        min_length=SHORTEST_PASSPHRASE,
        help_text=_(
            "Four words that do not belong together are good and easy to keep."
        ),
    )
    again = _passphrase(_("The same once more"), "new-password")
    knows = forms.BooleanField(
        label=_("I know that nobody can open my words if I lose it, Onward neither"),
    )

    def clean(self) -> dict[str, Any]:
        """Compare both."""
        said = super().clean() or {}
        if said.get("passphrase") != said.get("again"):
            self.add_error("again", _("The two are not the same."))
        return said
