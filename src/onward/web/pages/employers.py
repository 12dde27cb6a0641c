"""Employers, their names, and the people there."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.journey.applications import contacts
from onward.journey.applications.editing import NameTakenError, edit_employer
from onward.journey.applications.merging import merge_employers, split_employer
from onward.journey.applications.models import Contact, Employer
from onward.web.forms.applications import ContactForm, EmployerForm
from onward.web.pages.editing import number_given
from onward.web.shown.employer import (
    employer_of,
    merge_of_employers,
    split_of_employers,
)
from onward.web.whose import PersonRequest


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show an employer; one that was merged leads to what it is a name of."""
    employer = _mine(request, pk)
    if employer.merged_into_id:
        return redirect("employer", employer.merged_into_id)
    given = {"employer": employer_of(employer)}
    return render(request, "applications/employer.html", given)


def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change an employer's name or note."""
    employer = _mine(request, pk)
    written = {"name": employer.name, "note": employer.note}
    form = EmployerForm(request.POST or None, initial=written)
    form.fields["name"].required = bool(employer.name)
    if form.is_valid():
        try:
            edit_employer(employer=employer, **form.cleaned_data)
        except NameTakenError as error:
            form.add_error("name", _(str(error)))
        else:
            return redirect("employer", pk)
    back_url = reverse("employer", args=[pk])
    given = {"title": employer.called, "form": form, "back_url": back_url}
    return render(request, "applications/edit.html", given)


def merge(request: PersonRequest, pk: int) -> HttpResponse:
    """Make two employers one."""
    employer = _mine(request, pk)
    if request.method == "POST":
        other = _mine(request, number_given(request, "other"))
        whole = merge_employers(whole=employer, other=other)
        return redirect("employer", whole.pk)
    words = request.GET.get("q", "")
    given = {"merge": merge_of_employers(employer, words)}
    return render(request, "applications/merge.html", given)


def split(request: PersonRequest, pk: int) -> HttpResponse:
    """Take apart employers that were made one."""
    employer = _mine(request, pk)
    if request.method == "POST":
        part = _mine(request, number_given(request, "other"))
        if part.merged_into_id == employer.pk:
            split_employer(part=part)
        return redirect("employer", part.pk)
    given = {"split": split_of_employers(employer)}
    return render(request, "applications/split.html", given)


def add_contact(request: PersonRequest, pk: int) -> HttpResponse:
    """Write down somebody new at an employer."""
    employer = _mine(request, pk)
    form = ContactForm(request.POST or None)
    if form.is_valid():
        contacts.add_contact(employer=employer, **form.cleaned_data)
        return redirect("employer", pk)
    back_url = reverse("employer", args=[pk])
    given = {"title": _("Add a person"), "form": form, "back_url": back_url}
    return render(request, "applications/edit.html", given)


def edit_contact(request: PersonRequest, pk: int) -> HttpResponse:
    """Change who somebody is."""
    contact = _contact(request, pk)
    written = {name: getattr(contact, name) for name in contacts.FIELDS}
    form = ContactForm(request.POST or None, initial=written)
    if form.is_valid():
        contacts.edit_contact(contact=contact, **form.cleaned_data)
        return redirect("employer", contact.employer_id)
    given = {
        "title": contact.name or contact.address,
        "form": form,
        "back_url": reverse("employer", args=[contact.employer_id]),
        "remove_url": reverse("remove-contact", args=[pk]),
    }
    return render(request, "applications/edit.html", given)


@require_POST
def remove_contact(request: PersonRequest, pk: int) -> HttpResponse:
    """Take somebody out of the people at an employer."""
    contact = _contact(request, pk)
    contacts.remove_contact(contact=contact)
    return redirect("employer", contact.employer_id)


def _mine(request: PersonRequest, pk: int) -> Employer:
    rows = Employer.objects.of(request.user).select_related("person", "merged_into")
    return get_object_or_404(rows, pk=pk)


def _contact(request: PersonRequest, pk: int) -> Contact:
    rows = Contact.objects.of(request.user)
    rows = rows.select_related("person", "employer__merged_into")
    return get_object_or_404(rows, pk=pk)
