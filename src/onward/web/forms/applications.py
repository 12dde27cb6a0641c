"""The forms about applications; what they mean is decided elsewhere."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.domain.applications.channel import Channel
from onward.domain.applications.events import EventKind
from onward.domain.applications.line import LONGEST, Line
from onward.journey.applications.adding import Beside
from onward.journey.applications.event_words import EVENTS
from onward.journey.applications.models import Application, Event
from onward.journey.applications.telling import Telling
from onward.web.shown.application_words import CHANNELS

LONGEST_TEXT = 100_000


class Day(forms.DateInput):
    """A day, picked from the browser's calendar where it has one."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class Hour(forms.TimeInput):
    """A time of day."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def _channels() -> list[tuple[str, Any]]:
    return [("", _("Not said")), *((c.value, CHANNELS[c]) for c in Channel)]


class LineForm(forms.Form):
    """One line about an application."""

    line = forms.CharField(
        label=_("The application in one line"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
    )


class PasteForm(forms.Form):
    """An advert or a mail, as it was copied."""

    text = forms.CharField(
        label=_("The text of an advert, or of a mail"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("A mail is filed where it belongs. An advert begins a new one."),
    )


class WrittenForm(forms.Form):
    """What a person may write of an application."""

    employer = forms.CharField(label=_("Employer"), max_length=200)
    role = forms.CharField(label=_("Role"), max_length=200, required=False)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    channel = forms.ChoiceField(
        label=_("How you applied"), choices=_channels, required=False
    )
    channel_said = forms.CharField(
        label=_("Through whom, or where"), max_length=200, required=False
    )
    agency = forms.CharField(label=_("Agency"), max_length=200, required=False)
    link = forms.URLField(
        label=_("Link"), max_length=1000, required=False, assume_scheme="https"
    )
    note = forms.CharField(
        label=_("Note for yourself"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    advert = forms.CharField(
        label=_("The advert"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    @staticmethod
    def written(application: Application) -> dict[str, Any]:
        """Return what is written of an application, to begin a form with."""
        names = [name for name in WrittenForm.base_fields if name != "employer"]
        told = {name: getattr(application, name) for name in names}
        return {"employer": application.employer.root.name, **told}


class AddForm(WrittenForm):
    """A new application, field by field."""

    applied_on = forms.DateField(
        label=_("Applied on"),
        required=False,
        widget=Day,
        help_text=_("Leave it empty if you have not applied yet."),
    )
    field_order = ("employer", "role", "applied_on")

    @property
    def told(self) -> tuple[Line, Beside]:
        """What was filled in, as it is added."""
        given = self.cleaned_data
        channel = given["channel"]
        line = Line(
            employer=given["employer"],
            role=given["role"],
            place=given["place"],
            applied_on=given["applied_on"],
            is_ahead=given["applied_on"] is None,
            channel=Channel(channel) if channel else None,
            channel_said=given["channel_said"],
            link=given["link"],
            note=given["note"],
        )
        return line, Beside(agency=given["agency"], advert=given["advert"])


# What a person can tell themselves; a retraction is what undoing makes.
TELLABLE = tuple(kind for kind in EventKind if kind is not EventKind.RETRACTED)
_TITLES = EVENTS | {
    EventKind.INTERVIEW_SCHEDULED: _("An interview is planned"),
    EventKind.INTERVIEW_HELD: _("The interview was held"),
    EventKind.HEARD: _("They wrote or rang, about something else"),
}


def _kinds() -> list[tuple[str, Any]]:
    return [(kind.value, _TITLES[kind]) for kind in TELLABLE]


class EventForm(forms.Form):
    """Something that happened, when, and what there is to say of it."""

    kind = forms.ChoiceField(label=_("What happened"), choices=_kinds)
    happened_on = forms.DateField(label=_("On which day"), widget=Day)
    happened_at = forms.TimeField(
        label=_("At what time"),
        required=False,
        widget=Hour,
        help_text=_("Only if it matters, as for an interview."),
    )
    said = forms.CharField(
        label=_("In your words"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    @staticmethod
    def written(event: Event, zone: Any) -> dict[str, Any]:
        """Return what is known of an event, to begin a form with."""
        here = event.happened_at.astimezone(zone)
        return {
            "kind": event.kind,
            "happened_on": here.date(),
            "happened_at": here.time() if event.has_time else None,
            "said": event.said,
        }

    @property
    def telling(self) -> Telling:
        """What was filled in, as it is recorded."""
        given = self.cleaned_data
        return Telling(
            kind=EventKind(given["kind"]),
            day=given["happened_on"],
            at=given["happened_at"],
            said=given["said"],
        )


class EmployerForm(forms.Form):
    """An employer's name and a note."""

    name = forms.CharField(label=_("Name"), max_length=200)
    note = forms.CharField(
        label=_("Note for yourself"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ContactForm(forms.Form):
    """Somebody at an employer."""

    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        required=False,
        help_text=_("A role or initials are enough."),
    )
    address = forms.EmailField(label=_("Mail address"), max_length=320, required=False)
    part = forms.CharField(
        label=_("Part they play"),
        max_length=40,
        required=False,
        help_text=_("Recruiter, interviewer, team lead ..."),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse somebody of whom nothing is told."""
        given = super().clean() or {}
        if not (given.get("name") or given.get("address")):
            raise forms.ValidationError(_("A name or an address, please."))
        return given


class DeleteForm(forms.Form):
    """Whether the mail goes too."""

    with_mail = forms.BooleanField(
        label=_("Delete its mail too"),
        required=False,
        help_text=_("Else the mail stays, set aside, and is filed nowhere."),
    )
