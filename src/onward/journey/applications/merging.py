"""Making two one, and taking them apart again; nothing is moved for it."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from onward.domain.errors import OnwardError
from onward.journey.applications.indexing import index_application, index_employer
from onward.journey.applications.models import Application, Employer
from onward.journey.applications.rounds import keep_rounds
from onward.journey.applications.services import derive
from onward.journey.history.services import CannotUndoError, record_change, undoer
from onward.journey.people.models import Person


class SameError(OnwardError):
    """These two are one already."""


class NotMergedError(OnwardError):
    """This stands by itself already."""


@transaction.atomic
def merge_applications(*, whole: Application, other: Application) -> Application:
    """Make another application part of a whole; what was merged into it comes along."""
    whole, other = whole.merged_into or whole, other.merged_into or other
    if whole.pk == other.pk:
        raise SameError
    along = list(other.merged.values_list("pk", flat=True))
    _join_applications(whole, [other.pk, *along])
    record_change(
        person=whole.person,
        text=_("Made %(other)s and %(whole)s one.")
        % {"other": other.label, "whole": whole.label},
        undoer="applications.merged",
        arguments={"whole": whole.pk, "other": other.pk, "along": along},
        of_what=whole.key,
    )
    return whole


@transaction.atomic
def split_application(*, part: Application) -> Application:
    """Let a merged application stand by itself again."""
    whole = part.merged_into
    if whole is None:
        raise NotMergedError
    _part_applications(part, whole, ())
    record_change(
        person=whole.person,
        text=_("Took %(part)s and %(whole)s apart.")
        % {"part": part.label, "whole": whole.label},
        undoer="applications.split",
        arguments={"whole": whole.pk, "part": part.pk},
        of_what=whole.key,
    )
    return part


def _join_applications(whole: Application, parts: Iterable[int]) -> None:
    rows = Application.objects.of(whole.person).filter(pk__in=parts)
    rows.update(merged_into=whole)
    _bring_up_to_date(whole)


def _part_applications(
    part: Application, whole: Application, along: Iterable[int]
) -> None:
    """Let a part stand alone, with those of its own that came along with it."""
    part.merged_into = None
    part.save(update_fields=["merged_into"])
    whole.merged.filter(pk__in=along).update(merged_into=part)
    _bring_up_to_date(whole, part)


def _bring_up_to_date(*applications: Application) -> None:
    for application in applications:
        derive(application=application)
        keep_rounds([application])
        index_application(application)


@undoer("applications.merged")
def unmerge(*, person: Person, whole: int, other: int, along: list[int]) -> None:
    """Take apart what was made one, down to what each held before."""
    rows = Application.objects.of(person)
    part = rows.filter(pk=other, merged_into=whole).first()
    if part is None or part.merged_into is None:
        raise CannotUndoError
    _part_applications(part, part.merged_into, along)


@undoer("applications.split")
def unsplit(*, person: Person, whole: int, part: int) -> None:
    """Make one again what was taken apart, if both still stand alone."""
    rows = Application.objects.of(person).whole().in_bulk([whole, part])
    if len(rows) != 2 or rows[part].merged.exists():  # noqa: PLR2004 - both of them
        raise CannotUndoError
    _join_applications(rows[whole], [part])


@transaction.atomic
def merge_employers(*, whole: Employer, other: Employer) -> Employer:
    """Make another employer a name of a whole; its applications stay where they are."""
    whole, other = whole.root, other.root
    if whole.pk == other.pk:
        raise SameError
    along = list(other.merged.values_list("pk", flat=True))
    _join_employers(whole, [other.pk, *along])
    record_change(
        person=whole.person,
        text=_("Made %(other)s and %(whole)s one employer.")
        % {"other": other.called, "whole": whole.called},
        undoer="applications.employers_merged",
        arguments={"whole": whole.pk, "other": other.pk, "along": along},
        of_what=f"employer:{whole.pk}",
    )
    return whole


@transaction.atomic
def split_employer(*, part: Employer) -> Employer:
    """Let a merged employer stand by itself again."""
    whole = part.merged_into
    if whole is None:
        raise NotMergedError
    _part_employers(part, whole, ())
    record_change(
        person=whole.person,
        text=_("Took %(part)s and %(whole)s apart.")
        % {"part": part.called, "whole": whole.called},
        undoer="applications.employers_split",
        arguments={"whole": whole.pk, "part": part.pk},
        of_what=f"employer:{whole.pk}",
    )
    return part


def _join_employers(whole: Employer, parts: Iterable[int]) -> None:
    rows = Employer.objects.of(whole.person).filter(pk__in=parts)
    rows.update(merged_into=whole)
    index_employer(whole)


def _part_employers(part: Employer, whole: Employer, along: Iterable[int]) -> None:
    part.merged_into = None
    part.save(update_fields=["merged_into"])
    whole.merged.filter(pk__in=along).update(merged_into=part)
    index_employer(whole)
    index_employer(part)


@undoer("applications.employers_merged")
def unmerge_employers(
    *, person: Person, whole: int, other: int, along: list[int]
) -> None:
    """Take two employers apart, down to the names each had before."""
    part = Employer.objects.of(person).filter(pk=other, merged_into=whole).first()
    if part is None or part.merged_into is None:
        raise CannotUndoError
    _part_employers(part, part.merged_into, along)


@undoer("applications.employers_split")
def unsplit_employers(*, person: Person, whole: int, part: int) -> None:
    """Make two employers one again, if both still stand alone."""
    alone = Employer.objects.of(person).filter(merged_into=None)
    rows = alone.in_bulk([whole, part])
    if len(rows) != 2 or rows[part].merged.exists():  # noqa: PLR2004 - both of them
        raise CannotUndoError
    _join_employers(rows[whole], [part])
