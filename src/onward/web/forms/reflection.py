"""What can be written on the screens of looking back; nothing of it must be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from onward.domain.interview.matching.suggestion import Strength
from onward.domain.landing.feelings import Feeling
from onward.domain.reflection.account import (
    LONGEST_LINE,
    LONGEST_WORDS,
    MOST_QUESTIONS,
    Around,
)
from onward.domain.reflection.asked import Asked
from onward.domain.reflection.feelings import Feelings, Part
from onward.domain.reflection.marks import LEAST, MOST, Side
from onward.domain.reflection.preparation import Item, Ready, Shown
from onward.journey.reflection.services import SUREST
from onward.web.shown.landing_words import ADJUSTMENTS
from onward.web.shown.reflection_words import (
    CHANGED,
    CLEARS,
    FORMATS,
    KINDS,
    MUCH,
    PARTS,
)

# A first question to fill in, and one more to see that there may be several.
BLANKS_AT_FIRST, BLANKS_LATER = 2, 1
LONGEST_TALK, LARGEST_PANEL = 600, 40


def _or_not(labels: Mapping[Any, Any], none: Any) -> list[Any]:
    return [("", none), *((getattr(key, "value", key), labels[key]) for key in labels)]


def _line(label: Any, longest: int = LONGEST_LINE, **further: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(
        label=label, max_length=longest, required=False, widget=widget, **further
    )


def area(label: Any, rows: int, longest: int, **further: Any) -> forms.CharField:
    """Return a field for a few sentences, which may be dictated."""
    widget = forms.Textarea(attrs={"rows": rows, "data-dictate": True})
    return forms.CharField(
        label=label, max_length=longest, required=False, widget=widget, **further
    )


def _choice(label: Any, labels: Mapping[Any, Any], none: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=_or_not(labels, none), required=False)


class AskedForm(forms.Form):
    """One question of the interview."""

    text = _line(_("The question"))
    kind = _choice(_("Kind"), KINDS, _("As it reads"))
    criterion = _line(_("What it tested"), 240)
    clear = _choice(_("How clear"), CLEARS, _("Not said"))
    example = _line(_("My example"))
    result = _line(_("The result I gave"))
    follow_ups = _line(_("What they asked next"))

    def __init__(self, *args: Any, **further: Any) -> None:
        super().__init__(*args, **further)
        self.fields["criterion"].widget.attrs["list"] = "criteria"


QuestionForms = formset_factory(
    AskedForm, extra=0, max_num=MOST_QUESTIONS, absolute_max=MOST_QUESTIONS
)


def question_forms(
    data: Any, asked: Sequence[Asked], more: int = 0
) -> BaseFormSet[AskedForm]:
    """Return a form for each question, and some for those to come."""
    if data:
        # Beside what is kept already, a row sent again would count as unchanged.
        return QuestionForms(data, prefix="q")
    blanks = (BLANKS_LATER if asked else BLANKS_AT_FIRST) + more
    rows = [*(asdict(one) for one in asked), *({} for _blank in range(blanks))]
    return QuestionForms(initial=rows[:MOST_QUESTIONS], prefix="q")


def questions_in(rows: BaseFormSet[AskedForm]) -> tuple[Asked, ...]:
    """Return the questions that were written, in their order."""
    found = (Asked(**one.cleaned_data) for one in rows.forms if one.cleaned_data)
    return tuple(one for one in found if not one.is_blank)


class AroundForm(forms.Form):
    """What there was besides the questions."""

    asked_them = area(_("What you asked them"), 2, LONGEST_WORDS)
    lost_thread = area(_("Where you lost the thread, if you did"), 2, LONGEST_WORDS)
    surprises = area(_("What surprised you"), 2, LONGEST_WORDS)
    format = _choice(_("How it was held"), FORMATS, _("Not said"))
    minutes = forms.IntegerField(
        label=_("How many minutes it took"),
        min_value=1,
        max_value=LONGEST_TALK,
        required=False,
    )
    people = forms.IntegerField(
        label=_("How many people asked"),
        min_value=0,
        max_value=LARGEST_PANEL,
        required=False,
    )
    technology = _line(_("How the technology held up"))
    adjustments = _choice(
        _("Adjustments for the interview"), ADJUSTMENTS, _("Not said")
    )

    @property
    def around(self) -> Around:
        """What was written, as a value."""
        return Around(**self.cleaned_data)


class GuessForm(forms.Form):
    """How sure of an offer the person is."""

    guess = forms.IntegerField(
        label=_("From 0 to 100"), min_value=0, max_value=SUREST, required=False
    )

    def __init__(self, *args: Any, **further: Any) -> None:
        super().__init__(*args, **further)
        self.fields["guess"].widget.attrs["inputmode"] = "numeric"


class FeelingsForm(forms.Form):
    """How it felt, in words and in five parts."""

    before = _line(_("Before"))
    during = _line(_("During"))
    after = _line(_("After"))
    body = _line(_("What your body did"))
    rose = _line(_("When nerves rose"))
    changed = forms.ChoiceField(
        label=_("Did nerves change what you said?"),
        choices=[(key.value, label) for key, label in CHANGED.items()],
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, data: Any, feelings: Feelings) -> None:
        initial = {one.name: getattr(feelings, one.name) for one in fields(feelings)}
        initial |= {f"part_{key}": value for key, value in feelings.parts.items()}
        super().__init__(data, initial=initial)
        for part, label in PARTS.items():
            self.fields[f"part_{part.value}"] = forms.TypedChoiceField(
                label=label,
                choices=[(int(key), words) for key, words in MUCH.items()],
                coerce=int,
                empty_value=None,
                widget=forms.RadioSelect,
                required=False,
            )

    @property
    def feelings(self) -> Feelings:
        """What was said, as a value."""
        said = self.cleaned_data
        given = {part.value: said[f"part_{part.value}"] for part in Part}
        words = {key: value for key, value in said.items() if key[:5] != "part_"}
        parts = {key: value for key, value in given.items() if value is not None}
        return Feelings(**words, parts=parts)


class MoodForm(forms.Form):
    """How the person is right now."""

    feeling = forms.TypedChoiceField(
        choices=[(int(one), one.name) for one in Feeling],
        coerce=int,
        empty_value=None,
        required=False,
    )


class MarksForm(forms.Form):
    """The marks of one answer."""

    def __init__(self, *args: Any, **further: Any) -> None:
        super().__init__(*args, **further)
        for side in Side:
            self.fields[side.value] = forms.IntegerField(
                min_value=LEAST, max_value=MOST, required=False
            )

    @property
    def marks(self) -> dict[str, int]:
        """The marks that were given."""
        return {side: mark for side, mark in self.cleaned_data.items() if mark}


class KeepForm(forms.Form):
    """One thing to keep."""

    keep = area(_("What you did, and want to do again"), 3, LONGEST_LINE)


class ChangeForm(forms.Form):
    """One thing to do differently."""

    change = area(_("Next time I will"), 3, LONGEST_LINE)


class ColleagueForm(forms.Form):
    """What the person would tell a colleague in their seat."""

    colleague = area(_("What you would tell them"), 4, LONGEST_WORDS)


class PreparationForm(forms.Form):
    """What had been looked up."""

    def __init__(self, *args: Any, **further: Any) -> None:
        super().__init__(*args, **further)
        for item in Item:
            self.fields[item.value] = forms.ChoiceField(
                choices=[(one.value, one.value) for one in Ready], required=False
            )

    @property
    def ready(self) -> dict[str, str]:
        """What was answered."""
        return {item: said for item, said in self.cleaned_data.items() if said}


class CriteriaForm(forms.Form):
    """What there was to show for each line of the advert."""

    def __init__(self, *args: Any, lines: Iterable[str], **further: Any) -> None:
        super().__init__(*args, **further)
        self._lines = tuple(lines)
        for place in range(len(self._lines)):
            self.fields[f"evidence-{place}"] = forms.CharField(
                max_length=LONGEST_LINE, required=False
            )
            self.fields[f"strength-{place}"] = forms.ChoiceField(
                choices=[(one.value, one.value) for one in Strength], required=False
            )

    @property
    def shown(self) -> tuple[Shown, ...]:
        """Every line with what was said of it."""
        said = self.cleaned_data
        return tuple(
            Shown(line, said[f"evidence-{place}"], said[f"strength-{place}"])
            for place, line in enumerate(self._lines)
        )
