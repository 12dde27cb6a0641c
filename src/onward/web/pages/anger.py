"""The angry version: a page whose words go nowhere."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from onward.journey.feedback import anger
from onward.web.forms.listening import AngryForm
from onward.web.pages.applications import mine
from onward.web.whose import PersonRequest


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the page, and do with the words what the person says."""
    application = mine(request, pk)
    version = anger.angry_version_of(application)
    kept = {"text": version.text if version else ""}
    form = AngryForm(request.POST or None, initial=kept)
    if form.is_valid():
        _do(request, application.pk, form.cleaned_data["text"])
        return redirect("angry", pk)
    given = {
        "form": form,
        "application": application,
        "sealed": anger.sealed_count(application),
    }
    return render(request, "listening/angry.html", given)


def _do(request: PersonRequest, pk: int, text: str) -> None:
    application = mine(request, pk)
    go = request.POST.get("go", "")
    if go == "delete":
        anger.delete_angry_versions(application=application)
        return
    version = anger.write_angry_version(application=application, text=text)
    if go == "seal" and version is not None:
        anger.seal_angry_version(version=version)
