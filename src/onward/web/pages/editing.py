"""Changing an application: its words, what it is one with, where it is kept."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward.journey.applications import keeping
from onward.journey.applications.editing import edit_application
from onward.journey.applications.merging import merge_applications, split_application
from onward.journey.applications.models import Application
from onward.journey.applications.telling import close_as_silent
from onward.web.forms.applications import DeleteForm, WrittenForm
from onward.web.pages.applications import mine
from onward.web.shown.employer import going_of, merge_of, split_of
from onward.web.whose import PersonRequest


def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change what is written of an application."""
    application = mine(request, pk)
    written = WrittenForm.written(application)
    form = WrittenForm(request.POST or None, initial=written)
    form.fields["employer"].required = bool(written["employer"])
    if form.is_valid():
        edit_application(application=application, **form.cleaned_data)
        return redirect("application", pk)
    back_url = reverse("application", args=[pk])
    given = {"title": application.label, "form": form, "back_url": back_url}
    return render(request, "applications/edit.html", given)


def merge(request: PersonRequest, pk: int) -> HttpResponse:
    """Make two applications one."""
    application = mine(request, pk)
    if request.method == "POST":
        other = mine(request, number_given(request, "other"))
        whole = merge_applications(whole=application, other=other)
        return redirect("application", whole.pk)
    words = request.GET.get("q", "")
    given = {"merge": merge_of(application, words)}
    return render(request, "applications/merge.html", given)


def split(request: PersonRequest, pk: int) -> HttpResponse:
    """Take apart what was made one."""
    application = mine(request, pk)
    if request.method == "POST":
        rows = Application.objects.of(request.user).filter(merged_into=application)
        part = get_object_or_404(rows, pk=number_given(request, "other"))
        split_application(part=part)
        return redirect("application", part.pk)
    return render(request, "applications/split.html", {"split": split_of(application)})


@require_POST
def archive(request: PersonRequest, pk: int) -> HttpResponse:
    """Put an application away."""
    keeping.archive(application=mine(request, pk))
    return redirect("application", pk)


@require_POST
def unarchive(request: PersonRequest, pk: int) -> HttpResponse:
    """Bring an application back."""
    keeping.unarchive(application=mine(request, pk))
    return redirect("application", pk)


@require_POST
def close(request: PersonRequest, pk: int) -> HttpResponse:
    """Close an application of which nothing is heard."""
    close_as_silent(application=mine(request, pk))
    return redirect("application", pk)


def delete(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask, and then delete an application for good."""
    application = mine(request, pk)
    form = DeleteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with_mail = form.cleaned_data["with_mail"]
        keeping.delete_application(application=application, with_mail=with_mail)
        return redirect("applications")
    given = {"going": going_of(application), "form": form}
    return render(request, "applications/delete.html", given)


def number_given(request: PersonRequest, name: str) -> int:
    """Return the number a form gave; 0, which nothing has, where it gave none."""
    given = request.POST.get(name, "")
    return int(given) if given.isdecimal() else 0
