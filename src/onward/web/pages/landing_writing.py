"""What can be written at the end: a kind note, and a page for nobody."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from onward.domain.landing.walk import Screen
from onward.journey.outcome import landing as taking_in
from onward.journey.outcome import private_page
from onward.journey.outcome.models import PrivatePage
from onward.web.forms.landing import KindNoteForm, PrivateForm
from onward.web.pages.landing_walk import Go, go_of, onwards, shown
from onward.web.shown.landing_end import private_of, url_of
from onward.web.shown.landing_known import Known
from onward.web.whose import PersonRequest


def kind_note(request: PersonRequest, known: Known) -> HttpResponse:
    """Show the three questions of the note, or keep the answers."""
    written = known.landing.kind_note
    initial = {f"part_{place}": words for place, words in enumerate(written)}
    form = KindNoteForm(request.POST or None, initial=initial)
    if form.is_valid():
        taking_in.keep_kind_note(outcome=known.outcome, parts=form.parts)
        return onwards(request, known, Screen.KIND_NOTE)
    return shown(request, known, Screen.KIND_NOTE, {"form": form})


def private(request: PersonRequest, known: Known) -> HttpResponse:
    """Show the page for nobody, or do with it what was pressed."""
    page = private_page.page_of(known.outcome)
    act = request.POST.get("act", "")
    if act == "open":
        return _open(known, page)
    if act == "delete":
        return _delete(request, known, page)
    if request.method == "POST":
        return _written(request, known, page)
    given = {"page": private_of(page, known), "asks": "delete" in request.GET}
    return shown(request, known, Screen.PRIVATE_PAGE, given)


def _open(known: Known, page: PrivatePage | None) -> HttpResponse:
    if page:
        private_page.unseal(page=page)
    return redirect(url_of(known, Screen.PRIVATE_PAGE))


def _delete(
    request: PersonRequest, known: Known, page: PrivatePage | None
) -> HttpResponse:
    """Delete the page, or one that was never kept: both are gone afterwards."""
    if page:
        private_page.delete_unread(page=page)
    messages.info(request, _("The page is gone. Nothing of it was kept."))
    return redirect(url_of(known, Screen.DONE))


def _written(
    request: PersonRequest, known: Known, page: PrivatePage | None
) -> HttpResponse:
    """Keep what was written; going on seals it. Of a sealed page nothing changes."""
    form = PrivateForm(request.POST)
    is_open = page is None or page.sealed_at is None
    if is_open and form.is_valid() and form.cleaned_data["text"].strip():
        landing = taking_in.go_to(outcome=known.outcome, screen=Screen.PRIVATE_PAGE)
        text = form.cleaned_data["text"]
        page = private_page.write_privately(landing=landing, text=text)
        if go_of(request) is Go.NEXT:
            private_page.seal(page=page)
    return onwards(request, known, Screen.PRIVATE_PAGE)
