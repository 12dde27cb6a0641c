"""A connected mailbox: what it brought, what is read of it, and letting go."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.background.clock import today
from onward.journey.mailboxes import connecting
from onward.journey.mailboxes.models import ConnectedMailbox
from onward.web.forms.mailboxes import FoldersForm
from onward.web.shown.mailboxes import folder_choices, going_of, mailbox_of, starting
from onward.web.whose import PersonRequest


def _mine(request: PersonRequest, pk: int) -> ConnectedMailbox:
    mailboxes = ConnectedMailbox.objects.of(request.user).select_related("reading")
    return get_object_or_404(mailboxes, pk=pk)


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show one mailbox; htmx asks how far it is."""
    shown = mailbox_of(_mine(request, pk), with_mail=True)
    part = "#now" if request.htmx and request.htmx.target == "now" else ""
    return render(request, f"mailboxes/show.html{part}", {"mailbox": shown})


def folders(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask which folders to read and how far back; then begin."""
    mailbox = _mine(request, pk)
    form = FoldersForm(
        request.POST or None,
        folders=folder_choices(mailbox),
        initial=starting(mailbox),
    )
    if form.is_valid():
        since = form.first_day(today(request.user))
        connecting.choose(mailbox=mailbox, folders=form.chosen(), since=since)
        messages.info(request, _("Onward begins to read. You need not wait."))
        return redirect("mail")
    given = {"form": form, "mailbox": mailbox_of(mailbox)}
    return render(request, "mailboxes/folders.html", given)


def let_go(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask whether its mail stays, then let go of a mailbox."""
    mailbox = _mine(request, pk)
    if request.method == "POST":
        forgets = request.POST.get("mail") == "forget"
        connecting.disconnect(mailbox=mailbox, forgets=forgets)
        said = _("The mailbox is let go, and its mail is forgotten.")
        kept = _("The mailbox is let go. Its mail stays here.")
        messages.info(request, said if forgets else kept)
        return redirect("mail")
    shown = going_of(mailbox)
    return render(request, "mailboxes/let-go.html", {"going": shown})


def _page(
    act: Callable[..., None],
) -> Callable[[PersonRequest, int], HttpResponse]:
    """Return a page that does something with a mailbox and goes back to it."""

    @require_POST
    def page(request: PersonRequest, pk: int) -> HttpResponse:
        act(mailbox=_mine(request, pk))
        return redirect("mailbox", pk)

    return page


look = _page(connecting.look_now)
pause = _page(connecting.pause)
go_on = _page(connecting.go_on)
