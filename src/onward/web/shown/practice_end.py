"""Puts together the page after a sitting."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.background import clock
from onward.journey.practice.models import Sitting
from onward.journey.practice.queries import takes_of
from onward.journey.practice.sittings import MOST_NERVES
from onward.web.shown.moments import first_number
from onward.web.shown.practice import Row, row_of
from onward.web.shown.practice_question import walk_of


@dataclass(frozen=True, slots=True)
class End:
    """What was practised, and how it feels now."""

    walk: str
    said: str
    url: str
    rows: tuple[Row, ...]
    scale: tuple[int, ...]
    rated: int | None
    before: str


def end_of(sitting: Sitting) -> End:
    """Return the page after a sitting."""
    today = clock.today(sitting.person)
    done = takes_of(sitting.person).filter(
        asked__sitting=sitting, follows=None, ended_at__isnull=False
    )
    rows = tuple(row_of(take, today) for take in done.order_by("ended_at", "pk"))
    told = ngettext("%(count)s answer.", "%(count)s answers.", len(rows))
    count = first_number(len(rows))
    before = sitting.nerves_before
    return End(
        walk=walk_of(sitting),
        said=told % {"count": count} if rows else _("Nothing was answered this time."),
        url=reverse("practice-end", args=[sitting.pk]),
        rows=rows,
        scale=tuple(range(MOST_NERVES + 1)),
        rated=sitting.nerves_after,
        before="" if before is None else _("Before, it was %(n)s.") % {"n": before},
    )
