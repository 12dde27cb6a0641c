"""The letter that asks: edited, checked as it is written, and put on its way."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.journey.feedback import sending, walk
from onward.journey.feedback.accounts import account_of
from onward.journey.feedback.asking import begin_request, request_for
from onward.journey.feedback.models import FeedbackRequest, MailAccount
from onward.web.forms.asking import LetterForm
from onward.web.pages.applications import mine
from onward.web.shown.asking_pages import letter_of, place_of
from onward.web.shown.asking_tone import improved, tone_of
from onward.web.whose import PersonRequest


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show the letter, and keep what the person makes of it."""
    application = mine(request, pk)
    is_kept = request.method == "POST"
    begin = begin_request(application=application) if is_kept else None
    asked = walk.with_letter(begin or request_for(application))
    kept = {"subject": asked.subject, "text": asked.text}
    form = LetterForm(request.POST or None, initial=kept)
    if form.is_valid():
        walk.keep_letter(request=asked, **form.cleaned_data)
        return _next(request, asked)
    return _page(request, asked, form)


def _next(request: PersonRequest, asked: FeedbackRequest) -> HttpResponse:
    """Do what the pressed button says, with the letter kept."""
    go = request.POST.get("go", "")
    if go == "anew":
        walk.put_together(request=asked)
    elif go in {"send", "soon"}:
        return _send(asked, at_once=go == "soon")
    elif go == "mine":
        sending.say_it_was_sent(request=asked)
        messages.info(request, _("Noted. I will look out for an answer."))
        return redirect("application", asked.application_id)
    return redirect("ask-letter", asked.application_id)


def _send(asked: FeedbackRequest, *, at_once: bool) -> HttpResponse:
    account = account_of(asked.application.person)
    if account is None:
        return redirect("mail-account")
    moment = now()
    send_at = moment if at_once else sending.usual_time(asked, moment)
    letter = sending.send_request(request=asked, account=account, send_at=send_at)
    return redirect("letter", letter.pk)


def _page(
    request: PersonRequest, asked: FeedbackRequest, form: LetterForm
) -> HttpResponse:
    text = str(form["text"].value() or "")
    given = {
        "letter": letter_of(asked, len(text.split()), now()),
        "form": form,
        "tone": tone_of(asked, text, now()),
        "improve_url": _improve_url(asked),
        "place": place_of(asked.application, "letter"),
        "is_edited": walk.is_edited(asked),
    }
    return render(request, "asking/letter.html", given)


@require_POST
def tone(request: PersonRequest, pk: int) -> HttpResponse:
    """Answer how the letter sounds as it stands in the page; nothing is kept."""
    asked = request_for(mine(request, pk))
    text = request.POST.get("text", "")
    given = {
        "tone": tone_of(asked, text, now()),
        "improve_url": _improve_url(asked),
    }
    return render(request, "asking/letter.html#tone", given)


def _improve_url(asked: FeedbackRequest) -> str:
    return reverse("ask-improve", args=[asked.application_id])


@require_POST
def improve(request: PersonRequest, pk: int) -> HttpResponse:
    """Put better words in the place of those a flag points at."""
    asked = begin_request(application=mine(request, pk))
    form = LetterForm(request.POST)
    if form.is_valid():
        number = request.POST.get("flag", "")
        text = improved(asked, form.cleaned_data["text"], number, now())
        walk.keep_letter(request=asked, subject=form.cleaned_data["subject"], text=text)
    return redirect("ask-letter", pk)


def file(request: PersonRequest, pk: int) -> HttpResponse:
    """Give the letter as a file that mail programs open as a draft."""
    asked = walk.with_letter(request_for(mine(request, pk)))
    account: MailAccount | None = account_of(request.user)
    address = account.address if account else _own_address(request)
    raw = sending.draft_file_of(asked, address)
    response = HttpResponse(raw, content_type="message/rfc822")
    response["Content-Disposition"] = 'attachment; filename="letter.eml"'
    return response


def _own_address(request: PersonRequest) -> str:
    addresses: list[str] = request.user.addresses
    return addresses[0] if addresses else "me@example.invalid"
