"""Letters on their way: the list, one of them, and what can still be done."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from onward.journey.feedback import outbox, sending
from onward.journey.feedback.models import OutgoingLetter
from onward.web.shown.outbox_pages import letters_of, outgoing_of
from onward.web.whose import PersonRequest


def letters(request: PersonRequest) -> HttpResponse:
    """Show all letters, those on their way and those gone."""
    given = {"letters": letters_of(request.user, now())}
    return render(request, "letters/list.html", given)


def show(request: PersonRequest, pk: int) -> HttpResponse:
    """Show one letter exactly as it goes; htmx asks how far it is."""
    outgoing = outgoing_of(_mine(request, pk), now())
    part = "#letter" if request.htmx else ""
    given = {"outgoing": outgoing, "here": request.path}
    return render(request, f"letters/show.html{part}", given)


@require_POST
def hold(request: PersonRequest, pk: int) -> HttpResponse:
    """Hold a letter back; its request becomes a draft again."""
    letter = outbox.hold_back(_mine(request, pk))
    if letter.request and letter.purpose == OutgoingLetter.Purpose.REQUEST:
        sending.back_to_draft(request=letter.request)
    return redirect("letter", pk)


@require_POST
def went(request: PersonRequest, pk: int) -> HttpResponse:
    """Take the person's word that an unsure letter went."""
    outbox.say_it_went(_mine(request, pk))
    return redirect("letter", pk)


@require_POST
def again(request: PersonRequest, pk: int) -> HttpResponse:
    """Send a letter again that is unsure or failed."""
    outbox.send_again(_mine(request, pk))
    return redirect("letter", pk)


def _mine(request: PersonRequest, pk: int) -> OutgoingLetter:
    letters = OutgoingLetter.objects.of(request.user).select_related(
        "application__employer__merged_into", "person", "request"
    )
    return get_object_or_404(letters, pk=pk)
