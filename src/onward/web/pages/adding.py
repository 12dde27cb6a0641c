"""Adding an application: in a line, field by field, or from something pasted."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.applications.advert import read_advert
from onward.domain.applications.line import Line, understand
from onward.domain.applications.pasted import Pasted, what_is
from onward.journey.applications.adding import AheadError, add_told
from onward.journey.applications.queries import employer_names
from onward.journey.mail.services import give_text
from onward.web.forms.applications import AddForm, LineForm, PasteForm
from onward.web.shown.understood import missing, understood_of
from onward.web.whose import PersonRequest

FORM, PASTE, LINE = "form", "paste", "line"


def add(request: PersonRequest) -> HttpResponse:
    """Show the ways to add one, or add what was told."""
    if request.method == "POST":
        ways = {FORM: _add_by_form, PASTE: _read_pasted}
        return ways.get(request.POST.get("by", ""), _add_by_line)(request)
    today = clock.today(request.user)
    form = AddForm(initial={"applied_on": today})
    line = LineForm(initial={"line": request.GET.get("line", "")})
    return _page(request, request.GET.get("by", LINE), form=form, line_form=line)


def understood(request: PersonRequest) -> HttpResponse:
    """Show how a line is understood so far."""
    told = _told(request, request.GET.get("line", ""))
    shown = understood_of(told, clock.today(request.user))
    return render(request, "applications/add.html#understood", {"understood": shown})


def _told(request: PersonRequest, line: str) -> Line:
    return understand(line, clock.today(request.user), employer_names(request.user))


def _add_by_line(request: PersonRequest) -> HttpResponse:
    form = LineForm(request.POST)
    told = _told(request, request.POST.get("line", ""))
    if form.is_valid() and missing(told):
        form.add_error("line", missing(told))
    if form.is_valid():
        return redirect("application", add_told(person=request.user, told=told).pk)
    shown = understood_of(told, clock.today(request.user))
    return _page(request, LINE, line_form=form, understood=shown)


def _add_by_form(request: PersonRequest) -> HttpResponse:
    form = AddForm(request.POST)
    if form.is_valid():
        told, beside = form.told
        try:
            added = add_told(person=request.user, told=told, beside=beside)
        except AheadError as error:
            form.add_error("applied_on", _(str(error)))
        else:
            return redirect("application", added.pk)
    return _page(request, FORM, form=form)


def _read_pasted(request: PersonRequest) -> HttpResponse:
    """File a mail where it belongs; let an advert fill the form, to be looked over."""
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _page(request, PASTE, paste_form=form)
    text = form.cleaned_data["text"]
    if what_is(text) is Pasted.MAIL:
        return redirect("message", give_text(person=request.user, text=text).pk)
    advert = read_advert(text)
    found = {"employer": advert.employer, "role": advert.role, "place": advert.place}
    filled = AddForm(initial={**found, "link": advert.link, "advert": text})
    return _page(request, FORM, form=filled, from_advert=True)


def _page(request: PersonRequest, by: str, **given: Any) -> HttpResponse:
    forms = {"form": AddForm(), "line_form": LineForm(), "paste_form": PasteForm()}
    known = by if by in (FORM, PASTE) else LINE
    return render(request, "applications/add.html", {**forms, "by": known, **given})
