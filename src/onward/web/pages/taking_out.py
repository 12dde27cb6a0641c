"""Taking one's things along, as one file that the browser keeps."""

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render

from onward.background import clock
from onward.journey.custody.taking_out.whole import Chosen, name_on, taken_out
from onward.web.forms.taking_out import TakeOutForm
from onward.web.shown.taking_out import taking_out_of
from onward.web.whose import PersonRequest


def show(request: PersonRequest) -> HttpResponseBase:
    """Show what would go along; POST gives it, piece by piece as it is made."""
    if request.method == "POST":
        form = TakeOutForm(request.POST)
        form.full_clean()
        return _file(request, Chosen(**form.cleaned_data))
    return _page(request)


def _page(request: PersonRequest) -> HttpResponse:
    shown = taking_out_of(request.user)
    form = TakeOutForm(is_locked=shown.is_locked)
    return render(request, "settings/take-out.html", {"shown": shown, "form": form})


def _file(request: PersonRequest, chosen: Chosen) -> StreamingHttpResponse:
    pieces = taken_out(request.user, chosen)
    answer = StreamingHttpResponse(pieces, content_type="application/zip")
    name = name_on(clock.now().astimezone(clock.zone_of(request.user)))
    answer["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return answer
