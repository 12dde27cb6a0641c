"""Putting applications away, and deleting them for good."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from onward.background import clock
from onward.background.events import announce
from onward.journey.applications.models import Application, Employer, Passage
from onward.journey.history.models import Change
from onward.journey.history.services import CannotUndoError, record_change, undoer
from onward.journey.people.models import Person


@dataclass(frozen=True, slots=True)
class ApplicationGoing:
    """An application and those merged into it are about to be deleted for good."""

    applications: tuple[Application, ...]
    with_mail: bool = False


@transaction.atomic
def archive(*, application: Application) -> None:
    """Put an application out of sight; its history and its counts stay."""
    if application.archived_at is None:
        _put(application, is_away=True)
        text = _("Put away %(what)s.")
        _keep(application, text, is_away=True)


@transaction.atomic
def unarchive(*, application: Application) -> None:
    """Bring an application back into the lists."""
    if application.archived_at is not None:
        _put(application, is_away=False)
        text = _("Brought back %(what)s.")
        _keep(application, text, is_away=False)


def _put(application: Application, *, is_away: bool) -> None:
    application.archived_at = clock.now() if is_away else None
    application.save(update_fields=["archived_at"])


def _keep(application: Application, text: str, *, is_away: bool) -> None:
    record_change(
        person=application.person,
        text=text % {"what": application.label},
        undoer="applications.archived",
        arguments={"application": application.pk, "is_away": not is_away},
        of_what=application.key,
    )


@undoer("applications.archived")
def put_back(*, person: Person, application: int, is_away: bool) -> None:
    """Put an application where it was before."""
    found = Application.objects.of(person).filter(pk=application).first()
    if found is None:
        raise CannotUndoError
    _put(found, is_away=is_away)


@transaction.atomic
def delete_application(*, application: Application, with_mail: bool = False) -> None:
    """Delete an application for good, with those merged into it and all they hold.

    Its mail stays and is set aside, unless the person wants that gone too. The history
    keeps that something was deleted, but no name.
    """
    whole = application.merged_into or application
    person = whole.person
    going = (whole, *whole.merged.all())
    announce(ApplicationGoing(going, with_mail))
    mine = Q(key__in=[one.key for one in going])
    Passage.objects.of(person).filter(mine).delete()
    Passage.objects.of(person).filter(application__in=going).update(application=None)
    Change.objects.of(person).about(*(one.key for one in going)).delete()
    employers = {one.employer_id: one.employer for one in going}
    whole.delete()
    for employer in employers.values():
        if is_unused(employer):
            Change.objects.of(person).about(f"employer:{employer.pk}").delete()
            employer.delete()
    record_change(person=person, text=_("Deleted an application for good."))


def is_unused(employer: Employer, without: Iterable[Application] = ()) -> bool:
    """Tell whether nothing but these applications needs an employer to be kept."""
    gone = [application.pk for application in without]
    others = employer.applications.exclude(pk__in=gone)
    is_a_name = employer.merged_into_id is not None or employer.merged.exists()
    return not (is_a_name or employer.note or others.exists())
