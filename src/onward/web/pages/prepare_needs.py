"""What the person needs to show what they can do, and the letter that asks for it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.domain.preparation.needs import Asked
from onward.journey.feedback.accounts import account_of
from onward.journey.people.sealing import is_sealed_away
from onward.journey.preparation import needing, services
from onward.journey.preparation.models import Preparation
from onward.journey.preparation.queries import preparation_of
from onward.web.forms.prepare import NeedsAskedForm, NeedsForm, NeedsLetterForm
from onward.web.pages.applications import mine
from onward.web.pages.prepare import place_here
from onward.web.shown.prepare_letter import letter_shown, tone_shown
from onward.web.whose import PersonRequest


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask what would help; whatever is ticked goes into one letter."""
    application = mine(request, pk)
    kept = preparation_of(application)
    form = NeedsForm(request.POST or None, initial=_told(kept))
    if form.is_valid():
        services.keep_needs(application=application, **form.cleaned_data)
        return redirect("prepare-needs-letter", pk)
    given = {
        "form": form,
        "place": place_here(request, pk),
        "asked": NeedsAskedForm(initial={"needs_asked": kept.needs_asked}),
        "has_needs": bool(needing.wanted(kept).lines),
    }
    return render(request, "prepare/needs.html", given)


def _told(kept: Preparation) -> dict[str, object]:
    why = "" if is_sealed_away(kept.person) else needing.reason(kept)
    return {"needs": kept.needs, "said": kept.needs_said, "why": why}


@require_POST
def asked(request: PersonRequest, pk: int) -> HttpResponse:
    """Keep what became of asking."""
    form = NeedsAskedForm(request.POST)
    if form.is_valid():
        services.keep(application=mine(request, pk), **form.cleaned_data)
    return redirect("prepare", pk)


def letter(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the letter, and keep what the person makes of it."""
    application = mine(request, pk)
    kept = preparation_of(application)
    if not needing.wanted(kept).lines:
        return redirect("prepare-needs", pk)
    current = needing.letter_of(kept)
    initial = {name: getattr(current, name) for name in NeedsLetterForm.base_fields}
    form = NeedsLetterForm(request.POST or None, initial=initial)
    if form.is_valid():
        services.keep(application=application, **form.cleaned_data)
        return _next(request, preparation_of(application))
    given = {
        "form": form,
        "place": place_here(request, pk),
        "letter": letter_shown(kept, current),
        "tone": tone_shown(request.user, str(form["text"].value() or ""), now()),
    }
    return render(request, "prepare/needs-letter.html", given)


def _next(request: PersonRequest, kept: Preparation) -> HttpResponse:
    """Do what the pressed button says, with the letter kept."""
    go, pk = request.POST.get("go", ""), kept.application_id
    if go == "anew":
        services.keep(application=kept.application, subject="", text="")
    elif go == "mine":
        asked_now = Asked.ASKED.value
        services.keep(application=kept.application, needs_asked=asked_now)
        messages.info(request, _("Noted. Write down here what they answer."))
        return redirect("prepare-needs", pk)
    elif go in {"send", "soon"}:
        return _send(kept, at_once=go == "soon")
    return redirect("prepare-needs-letter", pk)


def _send(kept: Preparation, *, at_once: bool) -> HttpResponse:
    account = account_of(kept.person)
    if account is None:
        return redirect("mail-account")
    send_at = now() if at_once else needing.usual_time(kept, now())
    sent = needing.send(preparation=kept, account=account, send_at=send_at)
    return redirect("letter", sent.pk)


@require_POST
def tone(request: PersonRequest, pk: int) -> HttpResponse:
    """Answer how the letter sounds as it stands in the page; nothing is kept."""
    shown = tone_shown(request.user, request.POST.get("text", ""), now())
    given = {"tone": shown, "place": place_here(request, pk)}
    return render(request, "prepare/needs-letter.html#tone", given)


def file(request: PersonRequest, pk: int) -> HttpResponse:
    """Give the letter as a file that mail programs open as a draft."""
    kept = preparation_of(mine(request, pk))
    account = account_of(request.user)
    own: list[str] = request.user.addresses
    address = account.address if account else (own or ["me@example.invalid"])[0]
    raw = needing.draft_file_of(kept, address)
    response = HttpResponse(raw, content_type="message/rfc822")
    response["Content-Disposition"] = 'attachment; filename="letter.eml"'
    return response
