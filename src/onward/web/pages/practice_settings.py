"""What is kept of practice, what is needed to hear words, and a language model."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.domain.practice.learned import Teaches
from onward.journey.practice.fetching import fetching
from onward.journey.practice.keeping import keep_choices, switch_model
from onward.journey.practice.lessons import forget_lesson
from onward.journey.practice.sittings import studio_of
from onward.web.forms.practice import EndpointForm, LessonForm, StudioForm
from onward.web.shown.practice_settings import speech_of, taught_by
from onward.web.whose import PersonRequest


def show(request: PersonRequest) -> HttpResponse:
    """Show what is kept and for how long; POST keeps what was chosen."""
    studio = studio_of(request.user)
    initial = {
        "keep_days": studio.keep_days,
        "fillers": ", ".join(studio.fillers),
        "shows_norms": studio.shows_norms,
    }
    form = StudioForm(request.POST or None, initial=initial)
    if form.is_valid():
        told = form.cleaned_data | {"fillers": form.words}
        keep_choices(person=request.user, **told)
        messages.info(request, _("Kept."))
        return redirect("practice-settings")
    return _shown(request, form, _endpoint_form(request))


@require_POST
def forget(request: PersonRequest) -> HttpResponse:
    """Let go of something that corrections taught for the next takes."""
    form = LessonForm(request.POST)
    if form.is_valid():
        teaches, text = Teaches(form.cleaned_data["teaches"]), form.cleaned_data["text"]
        forget_lesson(person=request.user, teaches=teaches, text=text)
    return redirect(f"{reverse('practice-settings')}#taught")


@require_POST
def endpoint(request: PersonRequest) -> HttpResponse:
    """Switch a language model on or off."""
    form = EndpointForm(request.POST)
    if not form.is_valid():
        return _shown(request, StudioForm(), form)
    told = form.cleaned_data
    switch_model(
        person=request.user,
        address=told["endpoint"],
        model=told["endpoint_model"],
        key=told["key"],
    )
    on = _("Switched on. What it words is marked.")
    messages.info(request, on if told["endpoint"] else _("Switched off."))
    return redirect("practice-settings")


@require_POST
def fetch(request: PersonRequest) -> HttpResponse:  # noqa: ARG001 - every page gets one
    """Fetch the speech model: they saw its size and said yes."""
    fetching.begin()
    return redirect(f"{reverse('practice-settings')}#speech")


def _endpoint_form(request: PersonRequest) -> EndpointForm:
    studio = studio_of(request.user)
    initial = {"endpoint": studio.endpoint, "endpoint_model": studio.endpoint_model}
    return EndpointForm(initial=initial)


def _shown(
    request: PersonRequest, form: StudioForm, endpoint_form: EndpointForm
) -> HttpResponse:
    given = {
        "form": form,
        "endpoint": endpoint_form,
        "speech": speech_of(),
        "taught": taught_by(request.user),
    }
    return render(request, "practice/settings.html", given)
