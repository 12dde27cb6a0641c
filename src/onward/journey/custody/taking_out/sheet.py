"""The applications as a sheet, for who has a spreadsheet and no wish for JSON."""

import csv
import io
from collections.abc import Iterator

from onward.journey.applications.models import Application
from onward.journey.people.models import Person

NAME = "applications.csv"
_AT_ONCE = 500
_BEFORE = "\ufeff"  # so that Excel takes it for UTF-8
_HEADS = (
    *("employer", "role", "stage", "ending", "applied", "last word", "interviews"),
    *("place", "channel", "link", "id"),
)
# What begins like this, a spreadsheet would work out.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet_of(person: Person) -> Iterator[bytes]:
    """Yield the applications, a row each, the latest first."""
    yield (_BEFORE + _line(_HEADS)).encode()
    mine = Application.objects.of(person).whole().with_employer()
    for one in mine.order_by("-last_at", "-pk").iterator(chunk_size=_AT_ONCE):
        yield _line(_cells(one)).encode("utf-8", "replace")


def _cells(one: Application) -> tuple[object, ...]:
    days = (f"{at:%Y-%m-%d}" if at else "" for at in (one.applied_at, one.last_at))
    return (
        *(one.employer.root.name, one.role, one.stage, one.ending, *days),
        *(one.interviews, one.place, one.channel, one.link, one.pk),
    )


def _line(cells: tuple[object, ...]) -> str:
    told = io.StringIO()
    csv.writer(told).writerow([_harmless(str(cell)) for cell in cells])
    return told.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
