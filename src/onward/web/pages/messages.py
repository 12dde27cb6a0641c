"""One mail: what was made of it, and what the person says of it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Application
from onward.journey.mail.corrections import (
    begin_application,
    confirm_message,
    correct_message,
    forget_message,
)
from onward.journey.mail.models import Message
from onward.web.forms.mail import Answer, Correction, Placing
from onward.web.shown.mail import Inbox
from onward.web.shown.mail_answers import NEW, NOT_MINE
from onward.web.shown.mail_inbox import waiting_of
from onward.web.shown.mail_message import message_of
from onward.web.whose import PersonRequest


def _found(request: PersonRequest, pk: int) -> Message:
    mine = Message.objects.of(request.user).filter(forgotten_at=None)
    return get_object_or_404(mine.select_related("person"), pk=pk)


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show a mail with the words its meaning rests on."""
    return render(
        request, "mail/message.html", {"message": message_of(_found(request, pk))}
    )


@require_POST
def answer(request: PersonRequest, pk: int) -> HttpResponse:
    """Take the person's word on where a mail belongs; the next question follows."""
    message = _found(request, pk)
    form = Answer(request.POST)
    if form.is_valid():
        _take(request, message, form)
    if not request.htmx:
        return redirect("mail")
    waiting, total = waiting_of(request.user)
    shown = Inbox(waiting=waiting, waiting_total=total)
    return render(request, "mail/answered.html", {"inbox": shown})


def _take(request: PersonRequest, message: Message, form: Answer) -> None:
    choice = form.cleaned_data["choice"]
    if choice == NOT_MINE:
        forget_message(message=message)
    else:
        _put_in_place(message, _places(request, message, choice, form))


def _put_in_place(message: Message, places: list[Application]) -> None:
    """File a mail with its meaning as it is; mail that has a place is of the search."""
    meaning = message.says
    if meaning is Meaning.NOT_JOB_RELATED:
        meaning = Meaning.OTHER
    correct_message(message=message, meaning=meaning, applications=places)


def _places(
    request: PersonRequest, message: Message, choice: str, form: Placing
) -> list[Application]:
    """Return the application chosen; a new one where that was, else none."""
    if choice == NEW:
        employer = form.told_employer
        return [begin_application(message=message, employer=employer)]
    if not choice.isdecimal():
        return []
    mine = Application.objects.of(request.user).whole()
    return [get_object_or_404(mine, pk=int(choice))]


@require_POST
def confirm(request: PersonRequest, pk: int) -> HttpResponse:
    """Keep that the person agrees."""
    confirm_message(message=_found(request, pk))
    return redirect("message", pk)


@require_POST
def correct(request: PersonRequest, pk: int) -> HttpResponse:
    """Let a mail mean what the person says, and file it where they say."""
    message = _found(request, pk)
    form = Correction(request.POST)
    if not form.is_valid():
        given = {"message": message_of(message), "is_unanswered": True}
        return render(request, "mail/message.html", given, status=400)
    places = _places(request, message, form.cleaned_data["application"], form)
    meaning = Meaning(form.cleaned_data["meaning"])
    correct_message(message=message, meaning=meaning, applications=places)
    return redirect("message", pk)


@require_POST
def forget(request: PersonRequest, pk: int) -> HttpResponse:
    """Let a mail go that is not about the search."""
    forget_message(message=_found(request, pk))
    return redirect("mail")
