"""After asking: where the request is, the follow-up, thanks, and the call."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.background.clock import zone_of
from onward.journey.feedback import answers, invitations
from onward.journey.feedback.accounts import account_of
from onward.journey.feedback.asking import current_request
from onward.journey.feedback.models import FeedbackRequest, OutgoingLetter
from onward.journey.feedback.outbox import refuse_angry_words
from onward.journey.preparation.calendar import content_for, feed_content
from onward.web.forms.listening import MoveForm
from onward.web.pages.applications import mine
from onward.web.shown.asked_pages import asked_of, more_letter
from onward.web.shown.busy_calendars import busy_of
from onward.web.whose import PersonRequest

_ENDS = frozenset({FeedbackRequest.End.DECLINED, FeedbackRequest.End.NO_REPLY})
_MORE = frozenset({OutgoingLetter.Purpose.FOLLOW_UP, OutgoingLetter.Purpose.THANKS})


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show where the request is; without one, lead to asking."""
    asked = current_request(mine(request, pk))
    if asked is None:
        return redirect("ask", pk)
    return render(
        request, "answers/show.html", {"asked": asked_of(asked, now()), "pk": pk}
    )


def more(request: PersonRequest, pk: int, purpose: str) -> HttpResponse:
    """Show a follow-up or thanks, and put it on its way."""
    asked = _mine(request, pk)
    if purpose not in _MORE:
        raise Http404
    text = request.POST.get("text", "").replace("\r\n", "\n")
    if request.method == "POST" and text.strip():
        return _send(request, asked, purpose, text)
    letter = more_letter(asked, purpose, text)
    return render(request, "answers/more.html", {"letter": letter})


def _send(
    request: PersonRequest, asked: FeedbackRequest, purpose: str, text: str
) -> HttpResponse:
    account = account_of(request.user)
    if request.POST.get("go") == "mine":
        refuse_angry_words(request.user.pk, text)
        answers.note_sent(request=asked, purpose=OutgoingLetter.Purpose(purpose))
        messages.info(request, _("Noted."))
        return redirect("ask-after", asked.application_id)
    if account is None:
        return redirect("mail-account")
    letter = answers.send_after(
        request=asked,
        account=account,
        purpose=OutgoingLetter.Purpose(purpose),
        text=text,
    )
    return redirect("letter", letter.pk)


@require_POST
def close(request: PersonRequest, pk: int, end: str) -> HttpResponse:
    """Close the request as the person says."""
    if end not in _ENDS:
        raise Http404
    asked = _mine(request, pk)
    answers.close_request(request=asked, end=FeedbackRequest.End(end))
    return redirect("ask-after", pk)


@require_POST
def reopen(request: PersonRequest, pk: int) -> HttpResponse:
    """Open the request again."""
    answers.reopen_request(request=_mine(request, pk))
    return redirect("ask-after", pk)


@require_POST
def rate(request: PersonRequest, pk: int) -> HttpResponse:
    """Keep how useful the answer was."""
    value = request.POST.get("usefulness", "")
    if value.isdecimal():
        answers.rate_usefulness(request=_mine(request, pk), usefulness=int(value))
    return redirect("ask-after", pk)


@require_POST
def pick(request: PersonRequest, pk: int, slot: int) -> HttpResponse:
    """Agree on an offered time."""
    invitations.pick_time(request=_mine(request, pk), slot=slot)
    return redirect("ask-after", pk)


@require_POST
def invite(request: PersonRequest, pk: int) -> HttpResponse:
    """Put the invitation on its way."""
    asked, account = _mine(request, pk), account_of(request.user)
    if account is None:
        return redirect("mail-account")
    letter = invitations.invite(request=asked, account=account)
    return redirect("letter", letter.pk)


def move(request: PersonRequest, pk: int) -> HttpResponse:
    """Move the agreed call to another time, by the person's own clock."""
    asked, form = _mine(request, pk), MoveForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        here = zone_of(request.user)
        moment = datetime.combine(told["day"], told["hour"], here)
        invitations.move_call(request=asked, starts_at=moment)
        return redirect("ask-after", pk)
    return render(request, "answers/move.html", {"form": form, "pk": pk})


@require_POST
def call_off(request: PersonRequest, pk: int) -> HttpResponse:
    """Drop the agreed time and tell who was invited."""
    asked = _mine(request, pk)
    letter = invitations.call_off(request=asked, account=account_of(request.user))
    return redirect("letter", letter.pk) if letter else redirect("ask-after", pk)


def call_file(request: PersonRequest, pk: int) -> HttpResponse:
    """Give the agreed time as a calendar file."""
    content = invitations.own_file(_mine(request, pk))
    return _calendar(content, "call.ics")


def feed(request: PersonRequest, token: str) -> HttpResponse:
    """Give the private calendar to whoever holds its address; a revoked one is none."""
    del request
    content = feed_content(token)
    if content is None:
        raise Http404
    return _calendar(content, "onward.ics")


def feed_file(request: PersonRequest) -> HttpResponse:
    """Give the same calendar once, as a file to take along."""
    return _calendar(content_for(request.user), "onward.ics")


def _calendar(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def calendar(request: PersonRequest) -> HttpResponse:
    """Show the private calendar's address, and which calendars say when one is busy."""
    if request.method == "POST":
        _change_calendar(request)
        return redirect("calendar")
    given: dict[str, Any] = {
        "feed": invitations.feed_of(request.user),
        "busy": busy_of(request.user),
    }
    return render(request, "answers/calendar.html", given)


def _change_calendar(request: PersonRequest) -> None:
    go = request.POST.get("go", "")
    if go == "renew":
        invitations.renew_feed(person=request.user)
    elif go == "revoke":
        invitations.revoke_feed(person=request.user)


def _mine(request: PersonRequest, pk: int) -> FeedbackRequest:
    asked = current_request(mine(request, pk))
    if asked is None:
        raise Http404
    return asked
