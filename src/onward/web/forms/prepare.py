"""The forms for getting ready; every field may stay empty."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.domain.preparation.needs import Asked, Need
from onward.journey.preparation.adverts import LONGEST_ADVERT
from onward.journey.preparation.cards import Told
from onward.journey.preparation.models import EvidenceCard
from onward.journey.preparation.models.cards import LONGEST, LONGEST_HEADLINE
from onward.web.forms.asking import LetterForm
from onward.web.shown.prepare_words import ASKED, NEEDS

MOST_SITUATION_WORDS = 12
_ACTIONS = ("first", "second", "third")
_FOLLOW_UPS = ("survives", "survives_too")


def _words(label: Any, hint: Any = "", longest: int = LONGEST) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=longest, required=False
    )


def _lines(label: Any, hint: Any = "", longest: int = LONGEST) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=longest,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AdvertForm(forms.Form):
    """An advert, pasted or as a file."""

    text = forms.CharField(
        label=_("The text of the advert"),
        help_text=_("Copy all of it from the page you have open. Nothing is fetched."),
        max_length=LONGEST_ADVERT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    file = forms.FileField(
        label=_("Or its file"),
        help_text=_("PDF, DOCX, HTML or plain text"),
        required=False,
    )


class CriterionForm(forms.Form):
    """One thing they look for."""

    words = forms.CharField(label=_("What they look for"), max_length=LONGEST)
    must_have = forms.BooleanField(label=_("A must-have"), required=False)


class CardForm(forms.Form):
    """One story in bullets; there is no room for a script."""

    headline = forms.CharField(
        label=_("Headline"),
        help_text=_("What you will call it: “Seven shops, one spreadsheet”"),
        max_length=LONGEST_HEADLINE,
    )
    situation = _words(_("Where and when, in twelve words"))
    first = _lines(_("What I did first"), _("Begin with “I”."))
    second = _lines(_("Then"))
    third = _lines(_("And then"))
    result = _lines(_("What came of it"), _("With a number, if there is one."))
    learned = _lines(_("What I learned"))
    survives = _words(
        _("What they may ask further"), _("A question this story must survive")
    )
    survives_too = _words(_("And another"))

    def clean_situation(self) -> str:
        """Ask for a short one: it is what one looks at, not what one reads out."""
        said: str = self.cleaned_data["situation"]
        if len(said.split()) > MOST_SITUATION_WORDS:
            raise forms.ValidationError(
                _("Twelve words at the most. You will tell the rest.")
            )
        return said

    @property
    def told(self) -> Told:
        """What the card says."""
        given = self.cleaned_data
        return Told(
            headline=given["headline"],
            situation=given["situation"],
            actions=tuple(given[name] for name in _ACTIONS),
            result=given["result"],
            learned=given["learned"],
            follow_ups=tuple(given[name] for name in _FOLLOW_UPS),
        )

    @staticmethod
    def of(card: EvidenceCard) -> dict[str, Any]:
        """Return what a card says, to begin the form with."""
        return {
            "headline": card.headline,
            "situation": card.situation,
            "result": card.result,
            "learned": card.learned,
            **dict(zip(_ACTIONS, card.actions, strict=False)),
            **dict(zip(_FOLLOW_UPS, card.follow_ups, strict=False)),
        }


class CvForm(forms.Form):
    """A CV, to take suggestions from."""

    text = forms.CharField(
        label=_("The text of your CV"),
        max_length=LONGEST_ADVERT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    file = forms.FileField(
        label=_("Or its file"), help_text=_("PDF, DOCX or JSON Resume"), required=False
    )


class DayForm(forms.Form):
    """How it is held, and the way there."""

    format = _words(_("How it is held"), _("In person, by video, by telephone"), 100)
    panel = _words(
        _("Who asks"), _("How many, and their parts. Initials are enough."), 300
    )
    tasks = _words(_("A task or a talk to prepare"), longest=300)
    place = _words(_("Where, or which link"), longest=300)
    travel_minutes = forms.IntegerField(
        label=_("Minutes on the way"), min_value=0, max_value=600, required=False
    )
    buffer_minutes = forms.IntegerField(
        label=_("Minutes to spare"),
        help_text=_("Left empty: a quarter of the way again, fifteen at least."),
        min_value=0,
        max_value=300,
        required=False,
    )
    bring = _words(_("What to take along"), longest=300)


class AsksForm(forms.Form):
    """What the person asks them, and the first move for a blank."""

    first = _words(_("My first question"), longest=200)
    second = _words(_("My second question"), longest=200)
    third = _words(_("My third question"), longest=200)
    fourth = _words(_("And if there is time"), longest=200)
    first_move = _words(
        _("If my mind goes blank, I first"),
        _("“say: let me take a moment for that”"),
        200,
    )

    @staticmethod
    def of(asks: list[str], first_move: str) -> dict[str, Any]:
        """Return what stands there, to begin the form with."""
        names = ("first", "second", "third", "fourth")
        return {**dict(zip(names, asks, strict=False)), "first_move": first_move}

    @property
    def asks(self) -> list[str]:
        """The questions, without empty ones between."""
        names = ("first", "second", "third", "fourth")
        return [self.cleaned_data[name] for name in names if self.cleaned_data[name]]


class NeedsForm(forms.Form):
    """What would help; why is nobody's business unless the person says so."""

    needs = forms.MultipleChoiceField(
        label=_("What would help you show what you can do?"),
        choices=[(need.value, NEEDS[need]) for need in Need],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    said = _words(_("Something else"), longest=200)
    why = _lines(
        _("A line about why, only if you want to"),
        _("It goes into the letter and is kept locked. Leaving it out is usual."),
        longest=400,
    )


class NeedsAskedForm(forms.Form):
    """What became of asking."""

    needs_asked = forms.ChoiceField(
        label=_("Where it stands"),
        choices=[(one.value, ASKED[one]) for one in Asked],
        required=False,
    )


class NeedsLetterForm(LetterForm):
    """The letter that asks for it, and to whom."""

    to_name = _words(_("To"), longest=200)
    to_address = forms.EmailField(label=_("Their e-mail address"), required=False)
    field_order = ("to_name", "to_address", "subject", "text")


class LookupForm(forms.Form):
    """What was found out, and where it stands."""

    key = forms.SlugField(max_length=40)
    note = _lines(_("What I found"), longest=500)
    source = _words(_("Where"))
