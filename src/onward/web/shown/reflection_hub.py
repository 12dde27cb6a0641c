"""The page of all interviews of an application, and the long form on paper."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.background import clock
from onward.domain.reflection.account import LongPart
from onward.journey.applications.models import Application, Round
from onward.journey.people.sealing import wants_passphrase
from onward.journey.reflection.models import Reflection
from onward.journey.reflection.queries import interviews_of
from onward.journey.reflection.reading import Account, accounts_of
from onward.journey.reflection.services import reflection_of
from onward.web.shown.application_words import which_interview
from onward.web.shown.moments import first_number, near_day
from onward.web.shown.reflection import Hub, Interview, Paper, Told
from onward.web.shown.reflection_known import Known
from onward.web.shown.reflection_pages import draft_keys
from onward.web.shown.reflection_words import LONG_PARTS
from onward.web.shown.shared import Action


def hub_of(application: Application) -> Hub:
    """Return all interviews of an application with what was written of each."""
    rounds = interviews_of(application)
    rows = [reflection_of(one) for one in rounds]
    accounts = accounts_of(application.person, rows)
    here = reverse("application", args=[application.pk])
    return Hub(
        application=application.label,
        application_url=here,
        interviews=tuple(
            _interview(application, number, one, account)
            for number, (one, account) in enumerate(
                zip(rounds, accounts, strict=True), 1
            )
        ),
        tell_url=f"{here}?tell=interview_held#record",
        wants_passphrase=wants_passphrase(application.person),
        private_url=reverse("private-words"),
        draft_keys=draft_keys(application.person),
    )


def _interview(
    application: Application, number: int, about: Round, account: Account
) -> Interview:
    row = account.reflection
    when = when_of(about)
    if about.starts_at and about.starts_at > clock.now():
        return Interview(
            which_interview(number), when, facts=_("It is still ahead of you.")
        )
    return Interview(
        title=which_interview(number),
        when=when,
        facts=_facts(account),
        facts_action=_action("reflect-facts", application, about, _facts_label(row)),
        meaning=_meaning(application, row),
        meaning_action=_action(
            "reflect-meaning", application, about, _meaning_label(row)
        ),
        guess=_guess(account),
        told=_told(account),
        others=_others(application, about, row),
    )


def when_of(about: Round) -> str:
    """Return the day of an interview, as one speaks of it."""
    if about.starts_at is None:
        return ""
    zone = clock.zone_of(about.person)
    here = about.starts_at.astimezone(zone)
    return near_day(here.date(), clock.now().astimezone(zone).date())


def _action(name: str, application: Application, about: Round, label: str) -> Action:
    return Action(label, reverse(name, args=[application.pk, about.pk]))


def _facts(account: Account) -> str:
    count = len(account.facts.questions)
    if not account.reflection.facts:
        return _("Nothing written yet. Ten minutes, best within a day.")
    words = ngettext(
        "%(count)s question written down.", "%(count)s questions written down.", count
    )
    return words % {"count": first_number(count)}


def _facts_label(row: Reflection) -> str:
    if not row.facts:
        return _("Write down what happened")
    return _("Look at the facts") if row.facts_at else _("Go on with the facts")


def _meaning(application: Application, row: Reflection) -> str:
    if row.meaning_at:
        return _("Done. Look at it again when it is of use.")
    if row.meaning:
        return _("Begun. You can go on from there.")
    if application.ending:
        return _("A quarter of an hour, on a day when you feel fairly well.")
    return _("Easier once you have heard from them.")


def _meaning_label(row: Reflection) -> str:
    if row.meaning_at:
        return _("Look at it again")
    return _("Go on") if row.meaning else _("What you make of it")


def _guess(account: Account) -> str:
    if account.guess is None:
        return ""
    return _("Your guess: %(guess)s out of 100.") % {"guess": account.guess}


def _told(account: Account) -> tuple[Told, ...]:
    meaning = account.meaning
    told = (
        (_("To keep"), meaning.keep),
        (_("To do differently"), meaning.change),
        (_("To a colleague in your seat"), meaning.colleague),
    )
    return tuple(Told(label, words) for label, words in told if words)


def _others(
    application: Application, about: Round, row: Reflection
) -> tuple[Action, ...]:
    pk = [application.pk, about.pk]
    actions = [
        Action(_("Long form"), reverse("reflect-screen", args=[*pk, "long-form"])),
        Action(_("On paper"), reverse("reflect-paper", args=pk)),
    ]
    if row.pk:
        actions += [
            Action(_("Who sees it"), reverse("reflect-seen", args=pk)),
            Action(_("Delete"), reverse("delete-reflection", args=pk)),
        ]
    return tuple(actions)


def paper_of(known: Known) -> Paper:
    """Return the long form as it goes on one sheet."""
    written = known.account.long_form
    return Paper(
        title=f"{known.application.label}: {which_interview(known.number)}",
        when=when_of(known.round),
        back_url=reverse("reflect", args=[known.application.pk]),
        parts=tuple(
            Told(str(LONG_PARTS[part]), written.get(part.value, ""))
            for part in LongPart
        ),
    )
