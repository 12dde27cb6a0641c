"""What a person can say about themselves."""

from functools import cache
from itertools import groupby
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.journey.people.models import Person

MOST_ADDRESSES = 50


class AboutYou(forms.ModelForm[Person]):
    """Where the person lives, by the clock, and which mail addresses are theirs."""

    time_zone = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Time zone"),
        help_text=gettext_lazy("Times of interviews are shown in it."),
    )
    addresses = forms.CharField(
        required=False,
        label=gettext_lazy("Your own mail addresses, one a line"),
        help_text=gettext_lazy(
            "Mail from these is yours. Onward finds most of them by itself."
        ),
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
    )

    class Meta:
        """Nothing else of a person can be changed here."""

        model = Person
        fields = ("time_zone", "addresses")

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        usual = _("As installed (%(zone)s)") % {"zone": settings.TIME_ZONE}
        self.fields["time_zone"].choices = [("", usual), *zones()]  # type: ignore[attr-defined]
        self.initial["addresses"] = "\n".join(self.instance.addresses)

    def clean_addresses(self) -> list[str]:
        """Return the addresses, each once and in lower case."""
        given = self.cleaned_data["addresses"].replace(",", "\n").lower().split()
        for address in given:
            _check(address)
        if len(given) > MOST_ADDRESSES:
            raise ValidationError(_("These are more addresses than one person has."))
        return list(dict.fromkeys(given))


def _check(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError as problem:
        message = _("“%(address)s” is not a mail address.") % {"address": address}
        raise ValidationError(message) from problem


@cache
def zones() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return all places with a time of their own, by continent."""
    named = sorted(
        name
        for name in available_timezones()
        if "/" in name and not name.startswith(("Etc/", "SystemV/", "US/"))
    )
    by_continent = groupby(named, key=lambda name: name.partition("/")[0])
    return [
        (continent, [(name, _place(name)) for name in names])
        for continent, names in by_continent
    ]


def _place(name: str) -> str:
    return name.partition("/")[2].replace("_", " ").replace("/", ", ")
