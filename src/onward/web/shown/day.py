"""Puts together what Today shows."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.background import clock
from onward.domain.today.steps import Candidate, Kind, choose
from onward.domain.today.waits import usual_wait
from onward.journey.mail.models import Message
from onward.journey.people.models import Person
from onward.journey.today.circumstances import with_circumstances
from onward.journey.today.models import NotNow
from onward.journey.today.queries import Counts, candidates, counts, days_waited
from onward.web.shown.moments import first_number, long_day
from onward.web.shown.steps import step_of
from onward.web.shown.today import Today


def today_of(person: Person) -> Today:
    """Return what Today shows to a person."""
    now = clock.now().astimezone(clock.zone_of(person))
    chosen = steps_of(person, now)
    known = with_circumstances(person, chosen)
    number = counts(person, now)
    empty = _is_empty(person, number, chosen)
    kinds = [step.kind for step in chosen]
    return Today(
        date=long_day(now.date()),
        sentence=_("There are two ways to begin.") if empty else _sentence(kinds),
        steps=tuple(step_of(step, now) for step in known),
        waiting_sentence=_waiting(number, person),
        empty=empty,
    )


def steps_of(person: Person, now: datetime) -> tuple[Candidate, ...]:
    """Return the steps of today, without those that were put off."""
    resting = NotNow.objects.of(person).resting(now.date())
    keys = set(resting.values_list("key", flat=True))
    return choose(candidates(person, now), keys)


def _is_empty(person: Person, number: Counts, chosen: tuple[Candidate, ...]) -> bool:
    """Tell whether nothing is known yet, and nothing on its way."""
    if number.applications or chosen:
        return False
    return not Message.objects.of(person).exists()


def _sentence(kinds: list[Kind]) -> str:
    """Return the line under the date: what is first, and how many others can wait."""
    if not kinds:
        return ""
    leads = {
        Kind.IMPORT: _("Onward is reading."),
        Kind.SOON: _("An interview is close."),
        Kind.OFFER: _("An offer came in."),
        Kind.ANSWER: _("One answer came in."),
        Kind.MAILBOX: _("A mailbox does not open."),
        Kind.INTERVIEW: _("An interview is coming up."),
        Kind.REFLECT: _("There is an interview to look back on."),
        Kind.REVIEW: _("There is an interview to look back on."),
        Kind.MEANING: _("There is something to look back on."),
        Kind.ASK: _("There is something you could ask."),
        Kind.ASSESSMENT: _("There is a test to do."),
        Kind.TRY: _("There is one thing you want to try."),
        Kind.DRILL: _("There is something to practise."),
        Kind.MAIL: _("Some mail needs a yes or a no."),
        Kind.EARLY_ANSWER: _("One answer came in."),
        Kind.TELL_ANSWER: _("Nothing is urgent."),
        Kind.QUIET: _("Nothing is urgent."),
        Kind.LETTER: _("A letter needs your word."),
        Kind.CALL: _("A call is close."),
        Kind.FEEDBACK: _("An employer answered you."),
        Kind.FOLLOW_UP: _("There is something you could ask once more."),
        Kind.DOOR: _("Nothing is urgent."),
        Kind.START: _("You have begun."),
    }
    return " ".join([leads[kinds[0]], *_others(len(kinds) - 1)])


def _others(count: int) -> list[str]:
    if not count:
        return []
    words = ngettext(
        "%(count)s other thing can wait.", "%(count)s other things can wait.", count
    )
    return [words % {"count": first_number(count)}]


def _waiting(number: Counts, person: Person) -> str:
    """Return how many wait for an answer, and how long answers usually took."""
    if not number.waiting and not number.quiet:
        return ""
    words = [_waiting_now(number)]
    usual = usual_wait(days_waited(person))
    if usual:
        words.append(
            _("Half of the answers so far came after %(least)s to %(most)s days.")
            % dict(zip(("least", "most"), usual, strict=True))
        )
    return " ".join(words)


def _waiting_now(number: Counts) -> str:
    waiting = ngettext(
        "%(count)s application is waiting for an answer.",
        "%(count)s applications are waiting for an answer.",
        number.waiting,
    ) % {"count": first_number(number.waiting)}
    if not number.quiet:
        return waiting
    quiet = ngettext(
        "%(count)s has gone quiet.", "%(count)s have gone quiet.", number.quiet
    ) % {"count": first_number(number.quiet)}
    return f"{waiting} {quiet}" if number.waiting else _only_quiet(number.quiet)


def _only_quiet(count: int) -> str:
    return ngettext(
        "%(count)s application has gone quiet.",
        "%(count)s applications have gone quiet.",
        count,
    ) % {"count": first_number(count)}
