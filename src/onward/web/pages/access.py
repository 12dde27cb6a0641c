"""The letter for one's own data: edited, checked as it is written, and sent."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from onward.journey.feedback import access
from onward.journey.feedback.accounts import account_of
from onward.journey.feedback.models import AccessLetter
from onward.journey.feedback.outbox import refuse_angry_words
from onward.journey.feedback.writing import message_of
from onward.web.forms.asking import AccessForm
from onward.web.pages.applications import mine
from onward.web.shown.access import access_of, access_tone
from onward.web.shown.asking_tone import tone_at, with_better_words
from onward.web.whose import PersonRequest


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the letter, keep what the person makes of it, and send it when told."""
    letter = access.access_letter_of(mine(request, pk))
    form = AccessForm(request.POST or None, initial=_standing(letter))
    if form.is_valid():
        kept = access.keep_access_letter(
            application=letter.application, **form.cleaned_data
        )
        return _next(request, kept)
    text = str(form["text"].value() or "")
    given = {
        "form": form,
        "shown": access_of(letter, now()),
        "tone": access_tone(letter, text, now()),
    }
    return render(request, "routes/access.html", given)


def _standing(letter: AccessLetter) -> dict[str, str]:
    return {name: getattr(letter, name) for name in ("to_address", "subject", "text")}


def _next(request: PersonRequest, letter: AccessLetter) -> HttpResponse:
    """Do what the pressed button says, with the letter kept."""
    go = request.POST.get("go", "")
    if go not in {"send", "soon"}:
        return redirect("access-letter", letter.application_id)
    account = account_of(request.user)
    if account is None:
        return redirect("mail-account")
    send_at = None if go == "soon" else access.usual_access_time(letter, now())
    sent = access.send_access_letter(letter=letter, account=account, send_at=send_at)
    return redirect("letter", sent.pk)


@require_POST
def tone(request: PersonRequest, pk: int) -> HttpResponse:
    """Answer how the letter sounds as it stands in the page; nothing is kept."""
    letter = access.access_letter_of(mine(request, pk))
    given = {
        "tone": access_tone(letter, request.POST.get("text", ""), now()),
        "improve_url": access_of(letter, now()).improve_url,
    }
    return render(request, "letters/tone.html", given)


@require_POST
def improve(request: PersonRequest, pk: int) -> HttpResponse:
    """Put better words in the place of those a flag points at."""
    letter, form = access.access_letter_of(mine(request, pk)), AccessForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        moment = access.usual_access_time(letter, now())
        sounds = tone_at(request.user, told["text"], moment)
        told["text"] = with_better_words(
            sounds, told["text"], request.POST.get("flag", "")
        )
        access.keep_access_letter(application=letter.application, **told)
    return redirect("access-letter", pk)


def file(request: PersonRequest, pk: int) -> HttpResponse:
    """Give the letter as a file that mail programs open as a draft."""
    letter = access.access_letter_of(mine(request, pk))
    refuse_angry_words(request.user.pk, f"{letter.subject}\n{letter.text}")
    account = account_of(request.user)
    own = account.address if account else next(iter(request.user.addresses), "")
    draft = access.draft_of_access(letter, "", own or "me@example.invalid")
    raw = b"X-Unsent: 1\r\n" + message_of(draft, "", now())
    response = HttpResponse(raw, content_type="message/rfc822")
    response["Content-Disposition"] = 'attachment; filename="letter.eml"'
    return response
