"""Asking for feedback: whether, whom, what, and the letter."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now

from onward.domain.letters.feedback_request import Ask
from onward.journey.applications.models import Application
from onward.journey.feedback import walk
from onward.journey.feedback.asking import begin_request, choices_of, request_for
from onward.journey.feedback.models import FeedbackRequest
from onward.web.forms.asking import DetailForm, HowForm, WhatForm, WhomForm
from onward.web.pages.applications import mine
from onward.web.shown.asking_pages import (
    SCREENS,
    place_of,
    screen_url,
    should_of,
    whom_of,
)
from onward.web.whose import PersonRequest


def begin(request: PersonRequest, pk: int) -> HttpResponse:
    """Lead to the first question."""
    return redirect(screen_url(mine(request, pk), "should"))


def screen(request: PersonRequest, pk: int, name: str) -> HttpResponse:
    """Show or keep one screen of the walk."""
    application = mine(request, pk)
    answer = _ANSWERS.get(name)
    if answer is None:
        raise Http404
    return answer(request, application)


def _asked(request: PersonRequest, application: Application) -> FeedbackRequest:
    """Return the request being written; looking at a page stores nothing."""
    if request.method == "POST":
        return begin_request(application=application)
    return request_for(application)


def _should(request: PersonRequest, application: Application) -> HttpResponse:
    given = {"should": should_of(application), "place": place_of(application, "should")}
    return render(request, "asking/should.html", given)


def _whom(request: PersonRequest, application: Application) -> HttpResponse:
    asked = _asked(request, application)
    form = WhomForm(request.POST or None)
    chosen = request.POST.get("whom", "")
    if form.is_valid() and (chosen or form.cleaned_data["address"]):
        _keep_whom(asked, chosen, form)
        return _on(application, "whom")
    given = {
        "whom": whom_of(application, asked.to_address),
        "form": form,
        "place": place_of(application, "whom"),
        "nobody": request.method == "POST",
    }
    return render(request, "asking/whom.html", given)


def _keep_whom(asked: FeedbackRequest, chosen: str, form: WhomForm) -> None:
    """Keep the somebody typed in, else the one picked from the list."""
    typed = form.cleaned_data["address"]
    name = form.cleaned_data["name"] if typed else _name_of(asked, chosen)
    walk.choose_whom(request=asked, name=name, address=typed or chosen)


def _name_of(asked: FeedbackRequest, address: str) -> str:
    labels = {c.value: c.label for c in whom_of(asked.application, "").choices}
    if address not in labels:
        raise Http404
    name = labels[address].removesuffix(address).rstrip(", ")
    return str(name)


def _what(request: PersonRequest, application: Application) -> HttpResponse:
    asked = _asked(request, application)
    kept = {
        "asks": asked.choices.get("asks", [Ask.CHANGE.value]),
        "criterion": asked.choices.get("criterion", ""),
    }
    form = WhatForm(request.POST or None, initial=kept)
    if form.is_valid():
        walk.choose_what(request=asked, **form.cleaned_data)
        return _on(application, "what")
    return _form(request, application, "what", form)


def _detail(request: PersonRequest, application: Application) -> HttpResponse:
    asked = _asked(request, application)
    kept = {"detail": asked.choices.get("detail", "")}
    form = DetailForm(request.POST or None, initial=kept)
    if form.is_valid():
        walk.choose_detail(request=asked, **form.cleaned_data)
        return _on(application, "detail")
    return _form(request, application, "detail", form)


def _how(request: PersonRequest, application: Application) -> HttpResponse:
    asked = _asked(request, application)
    choices = choices_of(asked)
    kept = {
        "channel": choices.channel.value,
        "greeting": choices.manner.greeting,
        "locale": choices.locale.value,
        "interested": choices.interested,
        "offers_times": bool(choices.slots),
    }
    form = HowForm(request.POST or None, initial=kept)
    if form.is_valid():
        how = walk.How(**form.cleaned_data)
        walk.choose_how(request=asked, how=how, now=now())
        return _on(application, "how")
    return _form(request, application, "how", form)


def _form(
    request: PersonRequest,
    application: Application,
    name: str,
    form: WhatForm | DetailForm | HowForm,
) -> HttpResponse:
    given = {"form": form, "place": place_of(application, name)}
    return render(request, f"asking/{name}.html", given)


def _on(application: Application, name: str) -> HttpResponse:
    following = SCREENS[SCREENS.index(name) + 1]
    if following == "letter":
        return redirect("ask-letter", application.pk)
    return redirect(screen_url(application, following))


_ANSWERS: dict[str, Callable[[PersonRequest, Application], HttpResponse]] = {
    "should": _should,
    "whom": _whom,
    "what": _what,
    "detail": _detail,
    "how": _how,
}
