"""What can be said on the screens of taking in a no; nothing of it must be."""

from dataclasses import fields
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from onward.domain.landing.explanations import Tray
from onward.domain.landing.walk import Today
from onward.journey.outcome.landing import Account
from onward.web.forms.applications import LONGEST_TEXT, Day
from onward.web.shown.application_words import CHANNELS
from onward.web.shown.landing_words import (
    ADJUSTMENTS,
    FEELING_WORDS,
    FEELINGS,
    HEARD_HOW,
    KIND_NOTE,
    REACHED,
    SEATS,
    TODAY,
)

_MOST_PEOPLE = 500


def _or_not(labels: dict[Any, Any]) -> list[tuple[str, Any]]:
    return [("", _("Not said")), *((key.value, label) for key, label in labels.items())]


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class AccountForm(forms.Form):
    """How it ended, as far as one knows or cares to say."""

    heard_how = forms.ChoiceField(
        label=_("How did you hear?"), choices=_or_not(HEARD_HOW), required=False
    )
    reached = forms.ChoiceField(
        label=_("How far did it come?"), choices=_or_not(REACHED), required=False
    )
    reason = forms.CharField(
        label=_("The reason they gave, in their words"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=_area(2),
    )
    interviewed = forms.IntegerField(
        label=_("How many people did they interview?"),
        min_value=1,
        max_value=_MOST_PEOPLE,
        required=False,
        help_text=_("You too are one of them. Leave it empty if you do not know."),
    )
    seats = forms.ChoiceField(
        label=_("Who interviewed you?"), choices=_or_not(SEATS), required=False
    )
    adjustments = forms.ChoiceField(
        label=_("Adjustments, to make it fair for you"),
        choices=_or_not(ADJUSTMENTS),
        required=False,
    )
    feedback_until = forms.DateField(
        label=_("Feedback can be asked for until"), required=False, widget=Day
    )
    reserve_until = forms.DateField(
        label=_("They keep you on a list until"), required=False, widget=Day
    )
    channel = forms.ChoiceField(
        label=_("How you applied"), choices=_or_not(CHANNELS), required=False
    )

    @property
    def account(self) -> Account:
        """What was said, as it is kept."""
        return Account(
            **{one.name: self.cleaned_data[one.name] for one in fields(Account)}
        )


class FeelingForm(forms.Form):
    """How one is right now."""

    feeling = forms.TypedChoiceField(
        choices=[(int(key), label) for key, label in FEELINGS.items()],
        coerce=int,
        empty_value=None,
        required=False,
    )
    words = forms.MultipleChoiceField(
        choices=[(key.value, label) for key, label in FEELING_WORDS.items()],
        required=False,
    )


class CriteriaForm(forms.Form):
    """For which lines of the advert something was shown, by their numbers."""

    shown = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, data: Any, lines: tuple[str, ...]) -> None:
        super().__init__(data)
        self._lines = lines
        choices = [(number, line) for number, line in enumerate(lines)]
        self.fields["shown"].choices = choices  # type: ignore[attr-defined]

    @property
    def lines(self) -> list[tuple[str, bool]]:
        """Each line with whether something was shown for it."""
        shown = set(self.cleaned_data["shown"])
        return [(line, place in shown) for place, line in enumerate(self._lines)]


class MeaningForm(forms.Form):
    """The cards and where each lies; `own` is a new one, `take` one that was offered.

    `into` is the tray it was dropped on, `away` the card to take away, `nudge` the
    question that was on the page.
    """

    own = forms.CharField(required=False)
    take = forms.SlugField(required=False, max_length=40)
    into = forms.ChoiceField(
        choices=[(tray.value, tray.value) for tray in Tray], required=False
    )
    away = forms.IntegerField(required=False)
    said_back = forms.CharField(required=False, max_length=LONGEST_TEXT)
    nudge = forms.CharField(required=False, max_length=20)

    def __init__(self, data: QueryDict | None) -> None:
        super().__init__(data)
        self._lying = data.getlist("lies") if data else []

    @property
    def trays(self) -> dict[int, Tray]:
        """The tray of each card that was on the page; without one it lies loose."""
        lying = [card for card in self._lying if card.isdecimal()]
        said = {int(card): self.data.get(f"tray-{card}", "") for card in lying}
        known = set(Tray)
        return {card: Tray(tray) for card, tray in said.items() if tray in known}

    @property
    def has_said_back(self) -> bool:
        """Whether the question was there to be answered."""
        return "said_back" in self.data


class TodayForm(forms.Form):
    """One thing for today."""

    today = forms.ChoiceField(
        choices=[(key.value, words[0]) for key, words in TODAY.items()], required=False
    )

    @property
    def chosen(self) -> Today | None:
        """The one thing, or None."""
        chosen = self.cleaned_data["today"]
        return Today(chosen) if chosen else None


class KindNoteForm(forms.Form):
    """Three short questions, each of which can stay empty."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for number, question in enumerate(KIND_NOTE):
            self.fields[f"part_{number}"] = forms.CharField(
                label=question,
                max_length=LONGEST_TEXT,
                required=False,
                widget=_area(3),
            )

    @property
    def parts(self) -> list[str]:
        """The answers in their order."""
        return [self.cleaned_data[f"part_{number}"] for number in range(len(KIND_NOTE))]


class PrivateForm(forms.Form):
    """Whatever is written for nobody, kept as it stands."""

    text = forms.CharField(
        max_length=LONGEST_TEXT, required=False, strip=False, widget=_area(14)
    )
