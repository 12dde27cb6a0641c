"""Sharing a take with a friend or adviser, and taking in what they think."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from onward.journey.practice.sharing import LARGEST_BYTES, take_in_opinion
from onward.web.forms.practice import OpinionForm
from onward.web.pages.practice_access import my_take
from onward.web.shown.practice_share import shared_file, sharing_of
from onward.web.whose import PersonRequest


def show(request: PersonRequest, key: str) -> HttpResponse:
    """Show what can be shared and what came back; POST takes in an answer."""
    take = my_take(request, key)
    form = OpinionForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        content = form.cleaned_data["file"].read(LARGEST_BYTES + 1)
        take_in_opinion(take=take, content=content)
        messages.info(request, _("Kept. It stands on this page now."))
        return redirect("take-share", key)
    given = {"sharing": sharing_of(take), "form": form}
    return render(request, "practice/share.html", given)


@require_GET
def file(request: PersonRequest, key: str) -> HttpResponse:
    """Return the one file to send to somebody."""
    take = my_take(request, key)
    content = shared_file(take, with_sound="sound" in request.GET)
    response = HttpResponse(content, content_type="text/html; charset=utf-8")
    name = f"onward-take-{take.number}.html"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
