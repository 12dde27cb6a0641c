"""Taking in a no: one question a screen, each kept by itself, none that must be."""

from collections.abc import Callable
from dataclasses import asdict

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from onward.domain.landing.walk import Screen, Today, leads_to
from onward.journey.applications.editing import edit_application
from onward.journey.outcome import landing as taking_in
from onward.journey.outcome.private_page import page_of
from onward.web.forms.landing import AccountForm, CriteriaForm, FeelingForm, TodayForm
from onward.web.pages.applications import mine
from onward.web.pages.landing_cards import meaning
from onward.web.pages.landing_walk import Go, go_of, onwards, shown
from onward.web.pages.landing_writing import kind_note, private
from onward.web.shown import landing_end as ends
from onward.web.shown.landing_facts import facts_of
from onward.web.shown.landing_known import Known, known_of
from onward.web.shown.landing_odds import odds_of
from onward.web.shown.support import talks_of
from onward.web.whose import PersonRequest


def land(request: PersonRequest, pk: int) -> HttpResponse:
    """Lead to where they are in it; what has not ended has nothing to take in."""
    known = known_of(mine(request, pk))
    if known is None:
        return redirect("application", pk)
    return redirect(ends.url_of(known, Screen(known.landing.screen)))


def screen(request: PersonRequest, pk: int, name: str) -> HttpResponse:
    """Show one screen, or keep what was said on it and go on."""
    known = known_of(mine(request, pk))
    if known is None:
        return redirect("application", pk)
    if name not in set(Screen):
        raise Http404
    if go_of(request) is Go.SKIP:
        return onwards(request, known, Screen(name))
    return _SCREENS[Screen(name)](request, known)


def _facts(request: PersonRequest, known: Known) -> HttpResponse:
    application = known.application
    told = asdict(known.account) | {"channel": application.channel}
    form = AccountForm(request.POST or None, initial=told)
    if form.is_valid():
        taking_in.keep_account(outcome=known.outcome, account=form.account)
        channel = form.cleaned_data["channel"]
        edit_application(application=application, employer="", channel=channel)
        return onwards(request, known, Screen.FACTS)
    return shown(request, known, Screen.FACTS, {"facts": facts_of(known, form)})


def _feeling(request: PersonRequest, known: Known) -> HttpResponse:
    form = FeelingForm(request.POST or None)
    if form.is_valid():
        taking_in.keep_feeling(outcome=known.outcome, **form.cleaned_data)
        is_going_on = go_of(request) in {Go.NEXT, Go.LEAVE}
        if is_going_on and taking_in.offer_support(outcome=known.outcome):
            return redirect(ends.url_of(known, Screen.TALK))
        return onwards(request, known, Screen.FEELING)
    return shown(request, known, Screen.FEELING, {"feeling": ends.feeling_of(known)})


def _talk(request: PersonRequest, known: Known) -> HttpResponse:
    if request.method == "POST":
        return onwards(request, known, Screen.TALK)
    return shown(request, known, Screen.TALK, {"talks": talks_of(request.user)})


def _criteria(request: PersonRequest, known: Known) -> HttpResponse:
    form = CriteriaForm(request.POST or None, known.criteria)
    if form.is_valid():
        taking_in.keep_criteria(outcome=known.outcome, lines=form.lines)
        return onwards(request, known, Screen.CRITERIA)
    return shown(request, known, Screen.CRITERIA, {"lines": ends.criteria_of(known)})


def _odds(request: PersonRequest, known: Known) -> HttpResponse:
    if request.method == "POST":
        return onwards(request, known, Screen.ODDS)
    return shown(request, known, Screen.ODDS, {"odds": odds_of(known)})


def _today(request: PersonRequest, known: Known) -> HttpResponse:
    form = TodayForm(request.POST or None)
    if form.is_valid():
        taking_in.choose_for_today(outcome=known.outcome, today=form.chosen)
        answer = onwards(request, known, Screen.TODAY, leads_to(form.chosen))
        begins_asking = form.chosen is Today.ASK and go_of(request) is Go.NEXT
        return redirect("ask", known.application.pk) if begins_asking else answer
    return shown(request, known, Screen.TODAY, {"choices": ends.today_of(known)})


def _done(request: PersonRequest, known: Known) -> HttpResponse:
    done = ends.done_of(known, page_of(known.outcome))
    return shown(request, known, Screen.DONE, {"done": done})


_SCREENS: dict[Screen, Callable[[PersonRequest, Known], HttpResponse]] = {
    Screen.FACTS: _facts,
    Screen.FEELING: _feeling,
    Screen.TALK: _talk,
    Screen.CRITERIA: _criteria,
    Screen.MEANING: meaning,
    Screen.ODDS: _odds,
    Screen.TODAY: _today,
    Screen.KIND_NOTE: kind_note,
    Screen.PRIVATE_PAGE: private,
    Screen.DONE: _done,
}
