"""The words of each step: what it is, what helps, and why it is there."""

from collections.abc import Callable
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.applications.state import USUAL_WAIT_DAYS
from onward.domain.today.steps import Kind
from onward.journey.today.circumstances import Step as Known
from onward.web.shown import answers, steps_of_asking, steps_of_mail, steps_of_plan
from onward.web.shown.moments import first_number, hour, how_far, how_long, near_day
from onward.web.shown.shared import Action
from onward.web.shown.today import Step

_FEW_MAILS, _MANY_MAILS = 3, 20


def step_of(known: Known, now: datetime) -> Step:
    """Return a step in words; `now` is in the person's own time zone."""
    return _WORDS[known.candidate.kind](known, now)


def _answer(known: Known, now: datetime) -> Step:
    employer = _employer_first(known)
    application = known.application
    title = answers.title_of_no(employer, application) if application else employer
    return Step(
        kind=known.candidate.kind,
        title=title,
        said=answers.beside_the_no(known),
        quote=answers.quote_of_no(known, now),
        actions=answers.ways_on(known),
        not_now_url=_not_now(known),
        why=answers.why_the_no(known, now),
    )


def _ask(known: Known, now: datetime) -> Step:
    pk = known.candidate.application
    return Step(
        kind=known.candidate.kind,
        title=_("Ask %(employer)s what would help you next time")
        % {"employer": _employer(known)},
        said=_("One short mail. You see every word before it goes."),
        quote=answers.offer_of_feedback(known, now),
        actions=(Action(_("Begin"), reverse("ask", args=[pk]), primary=True),),
        not_now_url=_not_now(known),
        why=_(
            "It is easiest while they remember the talk. Many never answer, and asking "
            "once costs little."
        ),
    )


def _offer(known: Known, _now: datetime) -> Step:
    return Step(
        kind=known.candidate.kind,
        title=_("%(employer)s have made you an offer")
        % {"employer": _employer_first(known)},
        said=_("Read all of it before you answer."),
        actions=_to_application(known),
        not_now_url=_not_now(known),
        why=_("It waits for your yes or no."),
    )


def _tell_answer(known: Known, _now: datetime) -> Step:
    return Step(
        kind=known.candidate.kind,
        title=_("Write down your answer to %(employer)s")
        % {"employer": _employer(known)},
        said=_("You have written since their offer."),
        actions=_to_application(known),
        not_now_url=_not_now(known),
        why=_("Then Onward knows that this one is settled."),
    )


def _interview(known: Known, now: datetime) -> Step:
    at = _here(known, now)
    return Step(
        kind=known.candidate.kind,
        title=f"{_employer_first(known)}, {_when(known, at, now)}",
        said=_about_round(known),
        actions=_before_talk(known),
        not_now_url=_not_now(known),
        why=_("It is %(when)s.") % {"when": how_far(at.date(), now.date())},
    )


def _reflect(known: Known, now: datetime) -> Step:
    day = near_day(_here(known, now).date(), now.date())
    titles = {
        _("today"): _("Write down today's interview while it is fresh"),
        _("yesterday"): _("Write down yesterday's interview while it is fresh"),
    }
    other = _("Write down the interview of %(day)s while it is fresh") % {"day": day}
    return Step(
        kind=known.candidate.kind,
        title=titles.get(day, other),
        said=_("%(employer)s: what they asked, and how it went. A few lines will do.")
        % {"employer": _employer_first(known)},
        actions=_to_looking_back(known, _("Write it down")),
        not_now_url=_not_now(known),
        why=_("Facts are clearest within a day. Written down, they are there later."),
    )


def _meaning(known: Known, now: datetime) -> Step:
    return Step(
        kind=known.candidate.kind,
        title=_("Look back on %(employer)s: one thing to keep, one to do differently")
        % {"employer": _employer(known)},
        said=_("A quarter of an hour, on a day when you feel fairly well."),
        actions=_to_looking_back(known, _("Look back")),
        not_now_url=_not_now(known),
        why=_("They answered %(when)s, and the first days have passed.")
        % {"when": near_day(_here(known, now).date(), now.date())},
    )


def _test(known: Known, now: datetime) -> Step:
    words = known.event.quote if known.event else ""
    return Step(
        kind=known.candidate.kind,
        title=_("%(employer)s have asked for a test or a task")
        % {"employer": _employer_first(known)},
        said=_role(known),
        quote=answers.quoted(words, known.message, now),
        actions=_to_application(known),
        not_now_url=_not_now(known),
        why=_("They asked %(when)s, and nothing has come after it.")
        % {"when": near_day(_here(known, now).date(), now.date())},
    )


def _mail(known: Known, _now: datetime) -> Step:
    count = known.candidate.depth
    look = ngettext("Look at it", "Look at them", count)
    title = ngettext(
        "%(count)s mail I am not sure about",
        "%(count)s mails I am not sure about",
        count,
    )
    return Step(
        kind=known.candidate.kind,
        title=title % {"count": first_number(count)},
        said=_time_for(count),
        actions=(Action(look, reverse("mail"), primary=True),),
        not_now_url=_not_now(known),
        why=_("Nothing is filed until you say so, and Onward learns from it."),
    )


def _time_for(mails: int) -> str:
    if mails <= _FEW_MAILS:
        return _("About a minute.")
    if mails <= _MANY_MAILS:
        return _("A few minutes.")
    return _("Look at a few; the others can wait.")


def _quiet(known: Known, now: datetime) -> Step:
    since = how_long(now - _here(known, now))
    return Step(
        kind=known.candidate.kind,
        title=_("Nothing from %(employer)s for %(long)s")
        % {"employer": _employer(known), "long": since},
        said=_(
            "A short, friendly line can help. Or let it rest: "
            "it opens again if they write."
        ),
        actions=_to_application(known),
        not_now_url=_not_now(known),
        why=_(
            "Most answers come within %(least)s to %(most)s days, depending on the "
            "kind of work (Glassdoor Economic Research, 2017)."
        )
        % dict(zip(("least", "most"), USUAL_WAIT_DAYS, strict=True)),
    )


def _import(known: Known, _now: datetime) -> Step:
    return Step(
        kind=known.candidate.kind,
        title=_("Your mail is being read"),
        said=_("Applications appear as they are found. You may close this page."),
        actions=(Action(_("See how far it is"), reverse("mail"), primary=True),),
        why=_("Until it is done, what stands below may change."),
    )


def _start(known: Known, _now: datetime) -> Step:
    return Step(
        kind=known.candidate.kind,
        title=_("Let your mail fill in the rest"),
        said=_("Onward finds each application in it, and what happened to each."),
        actions=(Action(_("Give a mailbox"), reverse("mail"), primary=True),),
        not_now_url=_not_now(known),
        why=_("So far it knows only what you wrote down."),
    )


_WORDS: dict[Kind, Callable[[Known, datetime], Step]] = {
    Kind.IMPORT: _import,
    Kind.SOON: _interview,
    Kind.OFFER: _offer,
    Kind.ANSWER: _answer,
    Kind.MAILBOX: steps_of_mail.mailbox_step,
    Kind.INTERVIEW: _interview,
    Kind.REFLECT: _reflect,
    Kind.MEANING: _meaning,
    Kind.ASK: _ask,
    Kind.ASSESSMENT: _test,
    Kind.MAIL: _mail,
    Kind.EARLY_ANSWER: _answer,
    Kind.TELL_ANSWER: _tell_answer,
    Kind.QUIET: _quiet,
    Kind.LETTER: steps_of_asking.letter_step,
    Kind.CALL: steps_of_asking.call_step,
    Kind.FEEDBACK: steps_of_asking.words_step,
    Kind.FOLLOW_UP: steps_of_asking.follow_up_step,
    Kind.DOOR: steps_of_asking.door_step,
    Kind.TRY: steps_of_plan.try_step,
    Kind.DRILL: steps_of_plan.drill_step,
    Kind.REVIEW: steps_of_plan.review_step,
    Kind.START: _start,
}


def _to_application(known: Known, label: str = "", part: str = "") -> tuple[Action]:
    pk = known.candidate.application
    url = reverse("application", args=[pk]) + part
    return (Action(label or _("Look at it"), url, primary=True),)


def _before_talk(known: Known) -> tuple[Action, ...]:
    """Return the ways on before an interview; a close one is one tap from the pacer."""
    pk = [known.candidate.application]
    if known.candidate.kind is not Kind.SOON:
        return (Action(_("Get ready"), reverse("prepare", args=pk), primary=True),)
    page = reverse("prepare-morning", args=pk)
    calm = Action(_("Settle your nerves"), reverse("technique", args=["breathing"]))
    return (Action(_("The morning page"), page, primary=True), calm)


def _to_looking_back(known: Known, label: str) -> tuple[Action]:
    pk = known.candidate.application
    url = reverse("reflect", args=[pk])
    if known.round:
        url = reverse("reflect-facts", args=[pk, known.round.pk])
    return (Action(label, url, primary=True),)


def _not_now(known: Known) -> str:
    return reverse("not-now", args=[known.candidate.key])


def _employer_first(known: Known) -> str:
    application = known.application
    return application.employer.root.as_first_word if application else _("An employer")


def _employer(known: Known) -> str:
    application = known.application
    return application.employer.root.in_words if application else _("an employer")


def _role(known: Known) -> str:
    return known.application.role if known.application else ""


def _here(known: Known, now: datetime) -> datetime:
    """Return the moment the step is about, where the person lives."""
    return (known.candidate.at or now).astimezone(now.tzinfo)


def _when(known: Known, at: datetime, now: datetime) -> str:
    """Return the day, and the hour if it is known."""
    day = near_day(at.date(), now.date())
    event = known.round.event if known.round else None
    return f"{day} {hour(at)}" if event is None or event.has_time else day


def _about_round(known: Known) -> str:
    told = [known.round.format, known.round.panel] if known.round else []
    words = [word for word in [_role(known), *told] if word]
    return ". ".join(words) + "." if words else ""
