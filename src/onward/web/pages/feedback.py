"""Feedback: brought in, opened when the person is ready, and what was made of it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from onward.journey.feedback import words
from onward.journey.feedback.models import FeedbackText
from onward.web.forms.feedback import WordsForm
from onward.web.pages.applications import mine
from onward.web.shown.feedback_pages import feedback_of, points_of, text_of
from onward.web.whose import PersonRequest


def of_application(request: PersonRequest, pk: int) -> HttpResponse:
    """Show all feedback of an application, and keep words that are brought in."""
    application = mine(request, pk)
    form = WordsForm(request.POST or None)
    if form.is_valid():
        kept = words.bring_in(application=application, **form.cleaned_data)
        return redirect("feedback-text", kept.pk)
    given = {"feedback": feedback_of(application), "form": form, "pk": pk}
    return render(request, "feedback/application.html", given)


@require_POST
def take_in(request: PersonRequest, pk: int) -> HttpResponse:
    """Take in the feedback that stands in the mail with the no."""
    kept = words.take_in_from_the_no(application=mine(request, pk))
    return redirect("feedback-text", kept.pk) if kept else redirect("feedback", pk)


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show a feedback text: the gate first, then the words and their notes."""
    given = {"text": text_of(_mine(request, pk)), "pk": pk}
    return render(request, "feedback/text.html", given)


@require_POST
def ready(request: PersonRequest, pk: int) -> HttpResponse:
    """Open the words, since the person says they are ready."""
    words.say_ready(text=_mine(request, pk))
    return redirect("feedback-text", pk)


def points(request: PersonRequest) -> HttpResponse:
    """Show everything that was made of feedback over time."""
    return render(request, "feedback/points.html", {"points": points_of(request.user)})


def _mine(request: PersonRequest, pk: int) -> FeedbackText:
    rows = FeedbackText.objects.of(request.user).select_related(
        "person", "application__employer__merged_into", "application__person"
    )
    return get_object_or_404(rows, pk=pk)
