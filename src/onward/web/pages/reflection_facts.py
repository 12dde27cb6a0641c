"""The first sitting: what was asked, what else there was, a guess, and how it felt."""

from dataclasses import asdict

from django.http import HttpResponse
from django.urls import NoReverseMatch, reverse

from onward.domain.reflection.walk import Screen
from onward.journey.reflection import services as reflecting
from onward.web.forms.reflection import (
    AroundForm,
    FeelingsForm,
    GuessForm,
    question_forms,
    questions_in,
)
from onward.web.pages.landing_walk import Go, go_of
from onward.web.pages.reflection_walk import onwards, shown
from onward.web.shown.reflection_known import Known
from onward.web.shown.reflection_pages import tested_by
from onward.web.whose import PersonRequest

_MORE = 3


def questions(request: PersonRequest, known: Known) -> HttpResponse:
    """Show a row for each question, or keep the questions."""
    rows = question_forms(request.POST, known.account.facts.questions)
    if request.method == "POST" and rows.is_valid():
        kept = reflecting.keep_facts(
            of=known.round, screen=Screen.QUESTIONS, questions=questions_in(rows)
        )
        if request.POST.get("go") != "more":
            return onwards(request, known, Screen.QUESTIONS)
        rows = question_forms(None, kept.facts.questions, _MORE)
    given = {"rows": rows, "tested": tested_by(known)}
    return shown(request, known, Screen.QUESTIONS, given)


def around(request: PersonRequest, known: Known) -> HttpResponse:
    """Show what else there was, or keep it."""
    initial = asdict(known.account.facts.around)
    form = AroundForm(request.POST or None, initial=initial)
    if form.is_valid():
        reflecting.keep_facts(of=known.round, screen=Screen.AROUND, around=form.around)
        return onwards(request, known, Screen.AROUND)
    return shown(request, known, Screen.AROUND, {"form": form})


def guess(request: PersonRequest, known: Known) -> HttpResponse:
    """Ask for a guess, once; half a number typed is none yet."""
    form = GuessForm(request.POST or None)
    if known.may_guess and form.is_valid():
        number = form.cleaned_data["guess"]
        if number is not None and go_of(request) is Go.NEXT:
            reflecting.give_guess(of=known.round, guess=number)
        return onwards(request, known, Screen.GUESS)
    if request.method == "POST" and not known.may_guess:
        return onwards(request, known, Screen.GUESS)
    given = {"form": form, "guess": known.account.guess, "may_guess": known.may_guess}
    return shown(request, known, Screen.GUESS, given)


def feelings(request: PersonRequest, known: Known) -> HttpResponse:
    """Show how it felt, or keep it."""
    form = FeelingsForm(request.POST or None, known.account.facts.feelings)
    if form.is_valid():
        reflecting.keep_facts(
            of=known.round, screen=Screen.FEELINGS, feelings=form.feelings
        )
        return onwards(request, known, Screen.FEELINGS)
    words = [form[name] for name in ("before", "during", "after", "body", "rose")]
    parts = [field for field in form if field.name.startswith("part_")]
    given = {"form": form, "words": words, "parts": parts}
    return shown(request, known, Screen.FEELINGS, given)


def kept(request: PersonRequest, known: Known) -> HttpResponse:
    """Say that the facts are kept, and that the rest can wait."""
    is_nervous = known.account.facts.feelings.is_nervous
    given = {
        "count": len(known.account.facts.questions),
        "is_ended": bool(known.application.ending),
        "nerves_url": _nerves() if is_nervous else "",
    }
    return shown(request, known, Screen.KEPT, given)


def _nerves() -> str:
    try:
        return reverse("nerves")
    except NoReverseMatch:
        return ""
