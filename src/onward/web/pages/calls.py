"""A call about feedback: the kit beside the phone, and notes while they speak."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from onward.journey.feedback import calls
from onward.journey.feedback.models import Call
from onward.web.forms.listening import NoteForm, QuestionsForm
from onward.web.pages.applications import mine
from onward.web.shown.calls import call_of
from onward.web.whose import PersonRequest

_NAMES = ("first", "second", "third")


@require_POST
def begin(request: PersonRequest, pk: int) -> HttpResponse:
    """Open the call of an application, a new one if none is under way."""
    return redirect("call", calls.begin_call(application=mine(request, pk)).pk)


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the kit with its questions and notes."""
    call = _mine(request, pk)
    initial = dict(zip(_NAMES, call.questions, strict=False))
    given = {
        "call": call_of(call),
        "pk": pk,
        "questions": QuestionsForm(initial=initial),
    }
    return render(request, "calls/show.html", given)


def paper(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the kit for one printed page, with room to write."""
    return render(request, "calls/paper.html", {"call": call_of(_mine(request, pk))})


@require_POST
def choose(request: PersonRequest, pk: int) -> HttpResponse:
    """Keep the questions taken along."""
    form = QuestionsForm(request.POST)
    if form.is_valid():
        chosen = [form.cleaned_data[name] for name in _NAMES]
        calls.choose_questions(call=_mine(request, pk), questions=chosen)
    return redirect("call", pk)


@require_POST
def note(request: PersonRequest, pk: int) -> HttpResponse:
    """Keep something just heard."""
    call, form = _mine(request, pk), NoteForm(request.POST)
    if form.is_valid():
        calls.write_note(call=call, **form.cleaned_data)
    return _answer(request, call)


@require_POST
def drop(request: PersonRequest, pk: int, note: int) -> HttpResponse:
    """Take a note out again."""
    call = _mine(request, pk)
    calls.drop_note(call=call, note=note)
    return _answer(request, call)


def _answer(request: PersonRequest, call: Call) -> HttpResponse:
    if not request.htmx:
        return redirect("call", call.pk)
    given = {"call": call_of(call), "pk": call.pk}
    return render(request, "calls/show.html#notes", given)


@require_POST
def end(request: PersonRequest, pk: int) -> HttpResponse:
    """End the call; with notes, they are there to be weighed."""
    call = _mine(request, pk)
    text = calls.end_call(call=call)
    if text is None:
        return redirect("application", call.application_id)
    return redirect("feedback", call.application_id)


def _mine(request: PersonRequest, pk: int) -> Call:
    rows = Call.objects.of(request.user).select_related(
        "application__employer__merged_into", "application__person", "request"
    )
    return get_object_or_404(rows, pk=pk)
