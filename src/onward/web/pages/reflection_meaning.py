"""The second sitting: how the answers were, what to keep, and one thing to change."""

from django.http import HttpResponse
from django.shortcuts import redirect

from onward.domain.landing.feelings import is_low
from onward.domain.reflection.change import vague
from onward.domain.reflection.walk import Screen
from onward.journey.reflection import services as reflecting
from onward.web.forms.reflection import (
    ChangeForm,
    ColleagueForm,
    CriteriaForm,
    KeepForm,
    MarksForm,
    MoodForm,
    PreparationForm,
)
from onward.web.pages.landing_walk import Go, go_of
from onward.web.pages.reflection_walk import go_to, leaving, onwards, shown
from onward.web.shown.reflection_known import Known
from onward.web.shown.reflection_pages import (
    answer_of,
    headlines_of,
    lines_of,
    moods_of,
    preparation_of,
    url_of,
)
from onward.web.shown.reflection_words import VAGUE
from onward.web.shown.support import talks_of
from onward.web.whose import PersonRequest


def mood(request: PersonRequest, known: Known) -> HttpResponse:
    """Ask how they are; on a low day it is said that another day may be kinder."""
    form = MoodForm(request.POST or None)
    given: dict[str, object] = {"is_ended": bool(known.application.ending)}
    if form.is_valid():
        feeling = form.cleaned_data["feeling"]
        if "sure" not in request.POST:
            reflecting.keep_meaning(of=known.round, screen=Screen.MOOD, mood=feeling)
        if not is_low(feeling) or go_of(request) is not Go.NEXT:
            return onwards(request, known, Screen.MOOD)
        given["talks"] = talks_of(request.user)
    return shown(request, known, Screen.MOOD, given | {"moods": moods_of(known)})


def stop(request: PersonRequest, known: Known) -> HttpResponse:
    """Suggest leaving it there; going on is one press away."""
    if request.method == "POST":
        return redirect(url_of(known, Screen.MOOD))
    meaning = known.account.meaning
    given = {"keep": meaning.keep, "change": meaning.change, "out_url": leaving(known)}
    return shown(request, known, Screen.STOP, given)


def answers(request: PersonRequest, known: Known) -> HttpResponse:
    """Show one question with its scales, or keep its marks and go to the next."""
    count = len(known.account.facts.questions)
    if not count:
        return redirect(url_of(known, Screen.KEEP))
    asked = request.GET.get("question", "")
    place = int(asked) - 1 if asked.isdecimal() and 0 < int(asked) <= count else 0
    form = MarksForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _mark(known, place, form.marks)
        return _from_answer(request, known, place, count)
    given = {"answer": answer_of(known, place), "is_first": place == 0}
    return shown(request, known, Screen.ANSWERS, given, f"?question={place + 1}")


def _mark(known: Known, place: int, given: dict[str, int]) -> None:
    """Keep the marks of one question beside those of the others."""
    count = len(known.account.facts.questions)
    marks = [known.account.meaning.marks_of(each) for each in range(count)]
    marks[place] = given
    reflecting.keep_meaning(of=known.round, screen=Screen.ANSWERS, marks=tuple(marks))


def _from_answer(
    request: PersonRequest, known: Known, place: int, count: int
) -> HttpResponse:
    """Go to the question before or after, or out of them."""
    here = url_of(known, Screen.ANSWERS)
    if go_of(request) is Go.BACK and place:
        back = f"{here}?question={place}"
        return go_to(request, known, Screen.ANSWERS, back)
    to = f"{here}?question={place + 2}" if place + 1 < count else ""
    return onwards(request, known, Screen.ANSWERS, to)


def keep(request: PersonRequest, known: Known) -> HttpResponse:
    """Ask for one thing to keep; without it nothing is asked about changing."""
    form = KeepForm(request.POST or None, initial={"keep": known.account.meaning.keep})
    is_missing = False
    if form.is_valid():
        words = form.cleaned_data["keep"]
        # A change stands beside something to keep, or not at all.
        rest = {} if words else {"change": ""}
        reflecting.keep_meaning(of=known.round, screen=Screen.KEEP, keep=words, **rest)
        is_missing = not words and go_of(request) is Go.NEXT
        if not is_missing:
            return onwards(request, known, Screen.KEEP)
    return shown(request, known, Screen.KEEP, {"form": form, "is_missing": is_missing})


def change(request: PersonRequest, known: Known) -> HttpResponse:
    """Ask for one change; what is no action yet is asked about once."""
    meaning = known.account.meaning
    if not meaning.keep:
        return redirect(url_of(known, Screen.KEEP))
    form = ChangeForm(request.POST or None, initial={"change": meaning.change})
    hint = ""
    if form.is_valid():
        reflecting.keep_meaning(
            of=known.round, screen=Screen.CHANGE, **form.cleaned_data
        )
        hint = _hint(request, form.cleaned_data["change"])
        if not hint:
            return onwards(request, known, Screen.CHANGE)
    beside = {"hint": hint, "keep": meaning.keep}
    return shown(request, known, Screen.CHANGE, {"form": form, **beside})


def _hint(request: PersonRequest, words: str) -> str:
    """Return what keeps the words from being an action, said once and when going on."""
    if "hinted" in request.POST or go_of(request) is not Go.NEXT:
        return ""
    found = vague(words)
    return str(VAGUE[found]) if found else ""


def preparation(request: PersonRequest, known: Known) -> HttpResponse:
    """Show what could have been looked up, or keep what was."""
    form = PreparationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reflecting.keep_meaning(
            of=known.round, screen=Screen.PREPARATION, preparation=form.ready
        )
        return onwards(request, known, Screen.PREPARATION)
    given = {"items": preparation_of(known)}
    return shown(request, known, Screen.PREPARATION, given)


def criteria(request: PersonRequest, known: Known) -> HttpResponse:
    """Show the lines of the advert, or keep what there was to show for them."""
    form = CriteriaForm(request.POST or None, lines=known.criteria)
    if request.method == "POST" and form.is_valid():
        reflecting.keep_meaning(
            of=known.round, screen=Screen.CRITERIA, criteria=form.shown
        )
        return onwards(request, known, Screen.CRITERIA)
    given = {"lines": lines_of(known), "headlines": headlines_of(known)}
    return shown(request, known, Screen.CRITERIA, given)


def colleague(request: PersonRequest, known: Known) -> HttpResponse:
    """Ask what they would tell a colleague, or keep it."""
    initial = {"colleague": known.account.meaning.colleague}
    form = ColleagueForm(request.POST or None, initial=initial)
    if form.is_valid():
        reflecting.keep_meaning(
            of=known.round, screen=Screen.COLLEAGUE, **form.cleaned_data
        )
        return onwards(request, known, Screen.COLLEAGUE)
    return shown(request, known, Screen.COLLEAGUE, {"form": form})


def done(request: PersonRequest, known: Known) -> HttpResponse:
    """Say that it is enough, with what they keep and change."""
    meaning = known.account.meaning
    given = {"keep": meaning.keep, "change": meaning.change, "out_url": leaving(known)}
    return shown(request, known, Screen.DONE, given)
