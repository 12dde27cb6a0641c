"""The forms of practice: what to practise and how, and what is kept of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.domain.interview.answers.review import PartName
from onward.domain.practice.learned import Marked, Teaches
from onward.domain.practice.presentation import Presentation
from onward.domain.practice.rungs import Rung
from onward.journey.practice.choosing import MOST_QUESTIONS
from onward.journey.practice.sittings import Manner
from onward.journey.practice.takes import LONGEST_TYPED
from onward.web.shown.practice_words import (
    CONFIDENCE,
    KEEPING,
    PARTS,
    RUNGS,
    SILENCE,
    THINKING,
)

USUAL_COUNT = 3
_MOST_NERVES = 10


def _tick(label: Any, said: Any = "") -> forms.BooleanField:
    return forms.BooleanField(label=label, help_text=said, required=False)


class SittingForm(forms.Form):
    """What to practise, on which rung, and how the questions are put."""

    count = forms.TypedChoiceField(
        label=_("How many questions"),
        choices=[(n, n) for n in range(1, MOST_QUESTIONS + 1)],
        coerce=int,
        initial=USUAL_COUNT,
    )
    rung = forms.ChoiceField(
        label=_("How"),
        choices=[(rung.value, label) for rung, label in RUNGS.items()],
        initial=Rung.WRITE.value,
        widget=forms.RadioSelect,
    )
    in_advance = _tick(_("Show me all questions before I begin"))
    in_parts = _tick(_("Put each question in parts"))
    is_spoken = _tick(
        _("Say the questions aloud"), _("They always stand on the screen as well.")
    )
    has_captions = _tick(
        _("Show my words as I speak"), _("Off by default: many find it distracting.")
    )
    thinking_seconds = forms.TypedChoiceField(
        label=_("Time to think"), choices=list(THINKING.items()), coerce=int
    )
    silence_seconds = forms.TypedChoiceField(
        label=_("When I fall silent, end the answer"),
        choices=list(SILENCE.items()),
        coerce=int,
    )
    looks_back_at_end = _tick(_("All questions first, then look back at them"))

    def __init__(self, choices: list[Any], *given: Any, **further: Any) -> None:
        super().__init__(*given, **further)
        self.fields["what"] = forms.ChoiceField(label=_("What for"), choices=choices)

    @property
    def manner(self) -> Manner:
        """How the questions are practised."""
        told = self.cleaned_data
        names = Presentation.__slots__
        put = Presentation(**{name: told[name] for name in names})
        return Manner(Rung(told["rung"]), put, told["looks_back_at_end"])


class NervesForm(forms.Form):
    """How nervous, from 0 to 10, or not said."""

    rating = forms.IntegerField(min_value=0, max_value=_MOST_NERVES, required=False)


class AnswerForm(forms.Form):
    """An answer, or the end of one that was spoken."""

    take = forms.SlugField(required=False, max_length=32)
    text = forms.CharField(
        max_length=LONGEST_TYPED, required=False, strip=False, widget=forms.Textarea
    )


class GuessForm(forms.Form):
    """What the person thinks a question is testing."""

    guess = forms.CharField(max_length=300, required=False)


class ConfidenceForm(forms.Form):
    """How an answer felt."""

    rating = forms.TypedChoiceField(
        choices=list(CONFIDENCE.items()), coerce=int, empty_value=None, required=False
    )


class MarkForm(forms.Form):
    """A mark that is not so, or one that is missing."""

    marked = forms.ChoiceField(choices=[(one.value, one.value) for one in Marked])
    name = forms.CharField(max_length=60, required=False)
    start = forms.FloatField(min_value=0)
    end = forms.FloatField(min_value=0)
    was_sure = forms.BooleanField(required=False)
    go = forms.ChoiceField(choices=[("off", "off"), ("add", "add")])


class OwnMarkForm(forms.Form):
    """Words of the answer, and what they are."""

    words = forms.CharField(label=_("Which words"), max_length=400)
    is_what = forms.ChoiceField(
        label=_("What they are"),
        choices=[
            *((part.value, label) for part, label in PARTS.items()),
            (Marked.FILLER.value, _("filler")),
        ],
    )


class AloneForm(forms.Form):
    """What an answer that nobody heard had in it."""

    parts = forms.MultipleChoiceField(
        label=_("What was in it?"),
        choices=[(part.value, label) for part, label in PARTS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    @property
    def ticked(self) -> tuple[str, ...]:
        """The parts that were in it, in the order they are best told."""
        told = set(self.cleaned_data["parts"])
        return tuple(part.value for part in PartName if part.value in told)


class StudioForm(forms.Form):
    """What is kept of practice, and for how long."""

    keep_days = forms.TypedChoiceField(
        label=_("Keep recordings for"), choices=list(KEEPING.items()), coerce=int
    )
    fillers = forms.CharField(
        label=_("Other words you want to hear less of"),
        help_text=_("One after the other, with commas: basically, sort of."),
        max_length=300,
        required=False,
    )
    shows_norms = _tick(
        _("Show what is usual in talks"),
        _("Beside your own usual, never in its place."),
    )

    @property
    def words(self) -> list[str]:
        """The words, each by itself."""
        told = self.cleaned_data["fillers"].split(",")
        return [" ".join(one.split()) for one in told if one.strip()]


class LessonForm(forms.Form):
    """Something taught by corrections that is to be forgotten."""

    teaches = forms.ChoiceField(choices=[(one.value, one.value) for one in Teaches])
    text = forms.CharField(max_length=60, required=False)


class EndpointForm(forms.Form):
    """A language model that may word the questions asked after an answer."""

    endpoint = forms.URLField(
        label=_("Address"),
        help_text=_("Such as http://127.0.0.1:11434/v1. Empty switches it off."),
        max_length=300,
        required=False,
        assume_scheme="http",
    )
    endpoint_model = forms.CharField(label=_("Model"), max_length=120, required=False)
    key = forms.CharField(
        label=_("Key"),
        help_text=_("Only if the address asks for one. Kept where passwords are."),
        max_length=300,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )


class OpinionForm(forms.Form):
    """What somebody sent back about a take."""

    file = forms.FileField(label=_("The file they sent back"))
