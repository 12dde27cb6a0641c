"""Changing what is written of an application, an employer or a person there."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from onward.domain.errors import OnwardError
from onward.journey.applications.indexing import index_application, index_employer
from onward.journey.applications.models import Application, Employer
from onward.journey.applications.services import ensure_employer, key_of
from onward.journey.history.services import CannotUndoError, record_change, undoer
from onward.journey.people.models import Person

# What a person may write; everything else of an application derives from events.
EDITABLE = (
    *("role", "agency", "place", "channel", "channel_said"),
    *("link", "note", "advert"),
)


class NameTakenError(OnwardError):
    """Another employer has this name. If they are one, make them one instead."""


@transaction.atomic
def edit_application(
    *, application: Application, employer: str, **told: Any
) -> Application:
    """Write down what is told anew of an application; what is as before stays."""
    root = application.employer.root
    fresh = {name: told[name] for name in EDITABLE if name in told}
    if employer.strip() and employer.strip() != root.name:
        kept = ensure_employer(person=application.person, name=employer.strip())
        fresh["employer_id"] = kept.pk
    before = {name: getattr(application, name) for name in fresh}
    changed = {name: value for name, value in fresh.items() if value != before[name]}
    if changed:
        _write(application, changed)
        record_change(
            person=application.person,
            text=_("Changed what is written of %(what)s.")
            % {"what": application.label},
            undoer="applications.edited",
            arguments={
                "application": application.pk,
                "before": {name: before[name] for name in changed},
                "after": changed,
            },
            of_what=application.key,
        )
    return application


def _write(application: Application, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(application, name, value)
    application.save(update_fields=list(values))
    index_application(Application.objects.with_employer().get(pk=application.pk))


@undoer("applications.edited")
def write_back(
    *, person: Person, application: int, before: dict[str, Any], after: dict[str, Any]
) -> None:
    """Write what stood before, except where it was changed once more."""
    found = Application.objects.of(person).filter(pk=application).first()
    if found is None:
        raise CannotUndoError
    still = {
        name: value
        for name, value in before.items()
        if getattr(found, name) == after[name]
    }
    if still:
        _write(found, still)


@transaction.atomic
def edit_employer(*, employer: Employer, name: str, note: str = "") -> Employer:
    """Give an employer another name or note."""
    name = name.strip()[:200] or employer.name
    before = {"name": employer.name, "note": employer.note}
    if before == {"name": name, "note": note}:
        return employer
    if name:
        _refuse_taken(employer, name)
    _rename(employer, name, note)
    record_change(
        person=employer.person,
        text=_("Changed what is written of %(what)s.") % {"what": employer.called},
        undoer="applications.employer_edited",
        arguments={"employer": employer.pk, **before},
        of_what=f"employer:{employer.pk}",
    )
    return employer


def _refuse_taken(employer: Employer, name: str) -> None:
    namesakes = Employer.objects.of(employer.person).filter(key=key_of(name)[:200])
    if namesakes.exclude(pk__in=employer.every_id).exists():
        raise NameTakenError


def _rename(employer: Employer, name: str, note: str) -> None:
    employer.name, employer.key, employer.note = name, key_of(name)[:200], note
    employer.save(update_fields=["name", "key", "note"])
    index_employer(employer)


@undoer("applications.employer_edited")
def rename_back(*, person: Person, employer: int, name: str, note: str) -> None:
    """Give an employer the name and note it had."""
    found = Employer.objects.of(person).filter(pk=employer).first()
    if found is None:
        raise CannotUndoError
    _rename(found, name, note)
