"""Looking back on interviews: all of them, one screen, on paper, and deleting."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from onward.domain.reflection.account import LongPart
from onward.domain.reflection.passes import is_new_sitting
from onward.domain.reflection.walk import (
    FACTS,
    MEANING,
    Screen,
    is_of_facts,
    screens,
)
from onward.journey.reflection import services as reflecting
from onward.journey.reflection.deleting import delete_reflection
from onward.journey.reflection.finding import choose_who_sees
from onward.web.forms.reflection_ends import GoingForm, LongForm, WhoSeesForm
from onward.web.pages import reflection_facts as facts_pages
from onward.web.pages import reflection_meaning as meaning_pages
from onward.web.pages.applications import mine
from onward.web.pages.landing_walk import Go, go_of
from onward.web.pages.reflection_walk import clash, onwards, shown
from onward.web.shown.reflection_hub import hub_of, paper_of
from onward.web.shown.reflection_known import Known, known_of
from onward.web.shown.reflection_pages import url_of
from onward.web.whose import PersonRequest

_RESTS_AT = {Screen.MOOD, Screen.STOP, Screen.KEPT, Screen.DONE, Screen.LONG}


def hub(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the interviews of an application, and what was written of each."""
    application = mine(request, pk)
    if application.merged_into_id:
        return redirect("reflect", application.merged_into_id)
    return render(request, "reflection/hub.html", {"hub": hub_of(application)})


def facts(request: PersonRequest, pk: int, number: int) -> HttpResponse:
    """Lead to where they are in the facts."""
    known = _known(request, pk, number)
    row = known.account.reflection
    begun = row.screen if row.screen in _of(FACTS, known) else ""
    is_new = row.facts_at or is_new_sitting(row.touched_at, known.now)
    target = Screen.QUESTIONS if is_new or not begun else Screen(begun)
    return redirect(url_of(known, target))


def meaning(request: PersonRequest, pk: int, number: int) -> HttpResponse:
    """Lead to where they are in the meaning; a new sitting begins with how they are."""
    known = _known(request, pk, number)
    row = known.account.reflection
    if row.is_enough(known.now):
        return redirect(url_of(known, Screen.STOP))
    if is_new_sitting(row.touched_at, known.now) or row.screen not in _of(
        MEANING, known
    ):
        return redirect(url_of(known, Screen.MOOD))
    return redirect(url_of(known, Screen(row.screen)))


def _of(sitting: tuple[Screen, ...], known: Known) -> set[str]:
    return {screen.value for screen in screens(sitting, known.ground)}


def screen(request: PersonRequest, pk: int, number: int, name: str) -> HttpResponse:
    """Show one screen, or keep what was written on it and go on."""
    if name not in set(Screen):
        raise Http404
    known, here = _known(request, pk, number), Screen(name)
    if known.is_ahead and is_of_facts(here):
        return redirect("reflect", pk)
    if request.method == "POST" and (answer := clash(request, known, here)):
        return answer
    if go_of(request) is Go.SKIP:
        return onwards(request, known, here)
    return _SCREENS[here](request, known)


def paper(request: PersonRequest, pk: int, number: int) -> HttpResponse:
    """Show the long form as it goes on one sheet."""
    known = _known(request, pk, number)
    return render(request, "reflection/paper.html", {"paper": paper_of(known)})


def seen(request: PersonRequest, pk: int, number: int) -> HttpResponse:
    """Show the two ticks that let a reflection out of its lock, or keep them."""
    known = _known(request, pk, number)
    row = known.account.reflection
    if row.pk is None:
        return redirect("reflect", pk)
    ticks = {"is_findable": row.is_findable, "goes_along": row.goes_along}
    form = WhoSeesForm(request.POST or None, initial=ticks)
    if request.method == "POST" and form.is_valid():
        choose_who_sees(reflection=row, **form.cleaned_data)
        messages.info(request, _("Kept."))
        return redirect("reflect", pk)
    return render(request, "reflection/who-sees.html", {"form": form, "pk": pk})


def delete(request: PersonRequest, pk: int, number: int) -> HttpResponse:
    """Ask, then delete what was written of an interview."""
    known = _known(request, pk, number)
    row = known.account.reflection
    if request.method != "POST" and row.pk:
        given = {"form": GoingForm(), "pk": pk}
        return render(request, "reflection/delete.html", given)
    form = GoingForm(request.POST)
    if row.pk and form.is_valid():
        delete_reflection(reflection=row, **form.cleaned_data)
    return redirect("reflect", pk)


def _known(request: PersonRequest, pk: int, number: int) -> Known:
    known = known_of(mine(request, pk), number)
    if known is None:
        raise Http404
    return known


def _long(request: PersonRequest, known: Known) -> HttpResponse:
    initial = {part.value: known.account.long_form.get(part, "") for part in LongPart}
    form = LongForm(request.POST or None, initial=initial)
    if form.is_valid():
        reflecting.keep_long_form(of=known.round, parts=form.parts)
        paper = redirect("reflect-paper", known.application.pk, known.round.pk).url
        return onwards(request, known, Screen.LONG, paper)
    return shown(request, known, Screen.LONG, {"form": form})


_SCREENS: dict[Screen, Callable[[PersonRequest, Known], HttpResponse]] = {
    Screen.QUESTIONS: facts_pages.questions,
    Screen.AROUND: facts_pages.around,
    Screen.GUESS: facts_pages.guess,
    Screen.FEELINGS: facts_pages.feelings,
    Screen.KEPT: facts_pages.kept,
    Screen.MOOD: meaning_pages.mood,
    Screen.STOP: meaning_pages.stop,
    Screen.ANSWERS: meaning_pages.answers,
    Screen.KEEP: meaning_pages.keep,
    Screen.CHANGE: meaning_pages.change,
    Screen.PREPARATION: meaning_pages.preparation,
    Screen.CRITERIA: meaning_pages.criteria,
    Screen.COLLEAGUE: meaning_pages.colleague,
    Screen.DONE: meaning_pages.done,
    Screen.LONG: _long,
}
