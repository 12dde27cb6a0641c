"""Puts together the answers to a mail that waits, for the list and for its own page."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Application
from onward.journey.mail.likely import Ties, ties_of
from onward.journey.mail.models import Message
from onward.journey.mail.queries import offered
from onward.journey.people.models import Person
from onward.web.shown.listing import line_of
from onward.web.shown.mail import Answers
from onward.web.shown.mail_words import tie_words
from onward.web.shown.shared import Choice

NEW, NOT_MINE, NONE = "new", "not-mine", "none"


def answers_of(person: Person, messages: Iterable[Message]) -> dict[int, Answers]:
    """Return the answers to each of some mails, the likeliest first."""
    some = list(messages)
    rows, ties = offered(person, some), ties_of(person, some)
    now = clock.now().astimezone(clock.zone_of(person))
    return {one.pk: _answers(one, rows[one.pk], ties[one.pk], now) for one in some}


def _answers(
    message: Message, likely: Sequence[Application], ties: Ties, now: datetime
) -> Answers:
    return Answers(
        id=message.pk,
        url=reverse("answer-mail", args=[message.pk]),
        question=_question(message),
        likely=tuple(_likely(one, ties, now) for one in likely),
        new=new_choice(message),
        not_mine=Choice(
            NOT_MINE, _("Not about my search"), _("Onward forgets its words")
        ),
        asks_employer=not message.details.get("employer"),
        wrong_url=reverse("message", args=[message.pk]) + "#correct",
    )


def _question(message: Message) -> str:
    if message.says is Meaning.NOT_JOB_RELATED:
        return _("Is this about your search?")
    if message.details.get("asks"):
        return _("Is that right, and which application is it about?")
    return _("Which application is this about?")


def _likely(application: Application, ties: Ties, now: datetime) -> Choice:
    """Return an application as an answer, with what speaks for it."""
    why = tie_words(ties.get(application.pk, ""))
    said = [words for words in (why, line_of(application, now)) if words]
    return Choice(str(application.pk), called(application), ", ".join(said))


def called(application: Application) -> str:
    """Return what an application is called among mail: "Acme, Data Analyst"."""
    name = application.employer.root.called
    return f"{name}, {application.role}" if application.role else name


def new_choice(message: Message) -> Choice:
    """Return the answer that begins an application, with what the mail names."""
    employer, agency = (message.details.get(n, "") for n in ("employer", "agency"))
    role = next(iter(message.details.get("roles") or ()), "")
    if employer:
        said = f"{employer}, {role}" if role else employer
    elif agency:
        said = _("It names %(agency)s, but no employer") % {"agency": agency}
    else:
        said = _("It names no employer")
    return Choice(NEW, _("A new application"), said)
