"""Mail: what arrived and what was made of it, what waits, and how far reading is."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from onward.journey.mail.queries import Asked
from onward.journey.mail.setting_width import Changed, set_width
from onward.journey.people.models import Width
from onward.web.forms.mail import HowMuch
from onward.web.shown.mail_inbox import inbox_of, progress_of
from onward.web.whose import PersonRequest


def inbox(request: PersonRequest) -> HttpResponse:
    """Show the mail; htmx gets only the list."""
    told = request.GET
    asked = Asked(
        words=told.get("q", "").strip()[:200],
        meaning=told.get("meaning", ""),
        application=told.get("application", ""),
    )
    page = told.get("page", "1")
    shown = inbox_of(request.user, asked, int(page) if page.isdecimal() else 1)
    wants_list = request.htmx and request.htmx.target == "filed"
    template = "mail/filed-rows.html" if wants_list else "mail/inbox.html"
    return render(request, template, {"inbox": shown})


def progress(request: PersonRequest) -> HttpResponse:
    """Show how far reading is; when the first begins or the last ends, load anew."""
    shown = progress_of(request.user)
    response = render(request, "mail/inbox.html#imports", {"inbox": shown})
    is_first = "first" in request.GET and bool(shown.imports or shown.mailboxes)
    if is_first or not shown.live:
        response["HX-Refresh"] = "true"
    return response


@require_POST
def width(request: PersonRequest) -> HttpResponse:
    """Take in more or less mail from now on."""
    form = HowMuch(request.POST)
    if form.is_valid():
        wanted = Width(form.cleaned_data["width"])
        changed = set_width(person=request.user, width=wanted)
        messages.info(request, _what_changed(changed))
    return redirect("mail")


def _what_changed(changed: Changed) -> str:
    told = (
        ("%(count)s mail came back.", "%(count)s mails came back.", changed.back),
        ("%(count)s was set aside.", "%(count)s were set aside.", changed.aside),
        (
            "%(count)s that was let go fits now: give its mailbox again.",
            "%(count)s that were let go fit now: give their mailbox again.",
            changed.let_go,
        ),
    )
    said = [ngettext(one, many, n) % {"count": n} for one, many, n in told if n]
    return " ".join([_("Changed."), *said])
