"""Puts together the pages of an employer, of making one, and of deleting for good."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.background import clock
from onward.journey.applications.keeping import is_unused
from onward.journey.applications.likeness import likely_same, likely_same_employers
from onward.journey.applications.models import Application, Employer
from onward.journey.applications.queries import (
    at_employer,
    history_of,
    people_at,
    rounds_of,
)
from onward.journey.mail.models import Message
from onward.web.shown.application import person_of
from onward.web.shown.applications import EmployerShown, Going, Merge
from onward.web.shown.doors import door_words
from onward.web.shown.listing import line_of, row_of
from onward.web.shown.shared import Action, Choice

MOST_ROWS = 50


def employer_of(employer: Employer) -> EmployerShown:
    """Return what the page of an employer shows."""
    now = clock.now().astimezone(clock.zone_of(employer.person))
    found = at_employer(employer)
    rows = tuple(row_of(application, now) for application in found[:MOST_ROWS])
    names = employer.merged.order_by("name").values_list("name", flat=True)
    return EmployerShown(
        name=employer.called,
        line=_line(employer, len(rows)),
        note=employer.note,
        names=tuple(names),
        rows=rows,
        people=tuple(person_of(contact) for contact in people_at([employer])),
        door=door_words(employer),
        actions=_actions(employer, has_merged=bool(names)),
    )


def _line(employer: Employer, count: int) -> str:
    words = ngettext("%(count)s application", "%(count)s applications", count)
    parts = [words % {"count": count}] if count else []
    return ", ".join([*parts, employer.domain] if employer.domain else parts)


def _actions(employer: Employer, *, has_merged: bool) -> tuple[Action, ...]:
    pk = [employer.pk]
    actions = [
        Action(_("Edit"), reverse("edit-employer", args=pk)),
        Action(_("Keep the door open?"), reverse("door", args=pk)),
        Action(_("Add a person"), reverse("add-contact", args=pk)),
        Action(_("Same as another"), reverse("merge-employer", args=pk)),
    ]
    if has_merged:
        actions.append(Action(_("Take apart"), reverse("split-employer", args=pk)))
    return tuple(actions)


def merge_of(application: Application, words: str) -> Merge:
    """Return the page that makes two applications one."""
    now = clock.now().astimezone(clock.zone_of(application.person))
    likely = likely_same(application, words)
    return Merge(
        title=_("Make two one"),
        said=application.label,
        question=_("Which one is the same?"),
        choices=tuple(
            Choice(str(other.pk), other.label, line_of(other, now)) for other in likely
        ),
        back_url=reverse("application", args=[application.pk]),
        query=words,
    )


def merge_of_employers(employer: Employer, words: str) -> Merge:
    """Return the page that makes two employers one."""
    return Merge(
        title=_("Make two employers one"),
        said=employer.called,
        question=_("Which one is the same?"),
        choices=tuple(
            Choice(str(other.pk), other.called, other.domain)
            for other in likely_same_employers(employer, words)
        ),
        back_url=reverse("employer", args=[employer.pk]),
        query=words,
    )


def split_of(whole: Application) -> Merge:
    """Return the page that takes a merged application out again."""
    now = clock.now().astimezone(clock.zone_of(whole.person))
    parts = whole.merged.select_related("employer__merged_into").order_by("pk")
    return _split(
        whole.label,
        (Choice(str(part.pk), part.label, line_of(part, now)) for part in parts),
        reverse("application", args=[whole.pk]),
    )


def split_of_employers(whole: Employer) -> Merge:
    """Return the page that takes a merged employer out again."""
    parts = whole.merged.order_by("name")
    return _split(
        whole.name,
        (Choice(str(part.pk), part.called, part.domain) for part in parts),
        reverse("employer", args=[whole.pk]),
    )


def _split(said: str, choices: Iterable[Choice], back_url: str) -> Merge:
    return Merge(
        title=_("Take apart"),
        said=said,
        question=_("Which one stands by itself?"),
        choices=tuple(choices),
        back_url=back_url,
    )


def going_of(application: Application) -> Going:
    """Return the page that asks before an application is deleted for good."""
    pk = [application.pk]
    away = Action(
        _("Put it away"), reverse("archive-application", args=pk), method="post"
    )
    return Going(
        title=_("Delete for good?"),
        said=application.label,
        back_url=reverse("application", args=pk),
        loses=tuple(_loses(application)),
        keep=None if application.archived_at else away,
    )


def _loses(application: Application) -> Iterable[str]:
    events = len(history_of(application))
    yield ngettext(
        "%(count)s event of its timeline", "%(count)s events of its timeline", events
    ) % {"count": events}
    if rounds := len(rounds_of(application)):
        yield ngettext("%(count)s interview", "%(count)s interviews", rounds) % {
            "count": rounds
        }
    if application.note or application.advert:
        yield _("Your note and the advert")
    if parts := application.merged.count():
        words = ngettext(
            "%(count)s application that was made one with it",
            "%(count)s applications that were made one with it",
            parts,
        )
        yield words % {"count": parts}
    if is_unused(application.employer, [application]):
        has_people = application.employer.contacts.exists()
        yield (
            _("The employer and the people there") if has_people else _("The employer")
        )
    mail = Message.objects.of(application.person)
    if letters := mail.about(application).count():
        yield _mail_words(letters)


def _mail_words(count: int) -> str:
    return ngettext(
        "The tie to %(count)s mail; it stays, set aside, unless you say otherwise",
        "The tie to %(count)s mails; they stay, set aside, unless you say otherwise",
        count,
    ) % {"count": count}
