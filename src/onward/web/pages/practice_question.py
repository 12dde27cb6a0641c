"""One question: put, answered by voice or by hand, and what comes after it."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseLocation

from onward import wiring
from onward.journey.practice.following import next_follow_up
from onward.journey.practice.hearing import begin_hearing
from onward.journey.practice.models import Asked, Take
from onward.journey.practice.sittings import (
    guess_what_it_tests,
    manner_of,
    next_question,
    show_question,
)
from onward.journey.practice.takes import begin_take, end_take, unfinished
from onward.journey.practice.words import put_of
from onward.web.forms.practice import AnswerForm, GuessForm
from onward.web.pages.practice_access import my_question, my_take, with_microphone
from onward.web.shown.practice_question import begun, question_page
from onward.web.whose import PersonRequest


@with_microphone
def show(request: PersonRequest, pk: int, number: int) -> HttpResponse:
    """Put a question; POST ends the answer to it."""
    asked = show_question(asked=my_question(request, pk, number))
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        known = _take(request, asked, form.cleaned_data["take"])
        take = known or begin_take(asked=asked)
        end_take(take=take, text=form.cleaned_data["text"])
        begin_hearing(take)
        return redirect("take-next", take.key)
    under_way = _take(request, asked, request.GET.get("take", "")) or unfinished(asked)
    page = question_page(asked, under_way, tells="tells" in request.GET)
    return render(request, "practice/question.html", {"page": page})


def _take(request: PersonRequest, asked: Asked, key: str) -> Take | None:
    """Return the take that is being answered, as long as it is not over."""
    mine = Take.objects.of(request.user).filter(asked=asked, key=key, ended_at=None)
    return mine.select_related("person", "follows", "asked__sitting").first()


@require_POST
def begin(request: PersonRequest, pk: int, number: int) -> JsonResponse:
    """Begin a take, or go on with the one under way; says where its sound goes."""
    return JsonResponse(begun(begin_take(asked=my_question(request, pk, number))))


@require_POST
def guess(request: PersonRequest, pk: int, number: int) -> HttpResponse:
    """Keep what they think it is testing, and show what it is."""
    asked, form = my_question(request, pk, number), GuessForm(request.POST)
    if form.is_valid():
        guess_what_it_tests(asked=asked, guess=form.cleaned_data["guess"])
    if not request.htmx:
        return redirect(f"{reverse('practice-question', args=[pk, number])}?tells")
    page = question_page(asked, unfinished(asked), tells=True)
    return render(request, "practice/question.html#testing", {"page": page})


@require_GET
def voice(request: PersonRequest, pk: int, number: int) -> HttpResponse:
    """Return the question as sound."""
    asked = my_question(request, pk, number)
    take = _take(request, asked, request.GET.get("take", ""))
    put = put_of(take) if take else None
    told = request.GET.get("speaker", "")
    speaker = int(told) if told in {"0", "1", "2"} else 0
    said = wiring.voice().say(put.question if put else asked.text, speaker=speaker)
    return HttpResponse(said, content_type="audio/wav", status=200 if said else 404)


@with_microphone
def follow(request: PersonRequest, key: str) -> HttpResponse:
    """Go on from an answer once it was heard."""
    take = my_take(request, key)
    if take.heard_at is None:
        begin_hearing(take)
        take.refresh_from_db()
    if take.heard_at is None:
        if request.htmx and not request.htmx.boosted:
            return HttpResponse(status=204)
        return render(request, "practice/between.html", {"url": request.path})
    return _go(request, _where_next(take))


def _where_next(take: Take) -> str:
    asked = take.asked
    follow_up = next_follow_up(take=take)
    if follow_up is not None:
        url = reverse("practice-question", args=[asked.sitting_id, asked.number])
        return f"{url}?take={follow_up.key}"
    if not manner_of(asked.sitting).looks_back_at_end:
        return reverse("take", args=[(take.follows or take).key])
    after = next_question(asked)
    if after is None:
        return reverse("practice-end", args=[asked.sitting_id])
    return reverse("practice-question", args=[asked.sitting_id, after.number])


def _go(request: PersonRequest, url: str) -> HttpResponse:
    """Lead on; within the page if that asks, so that the microphone stays open."""
    if not request.htmx or request.htmx.boosted:
        return redirect(url)
    return HttpResponseLocation(
        url, target="#content", select="#content", swap="outerHTML"
    )
