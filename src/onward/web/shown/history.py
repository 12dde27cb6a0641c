"""Puts together the page of what was done."""

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from onward.background import clock
from onward.journey.history.models import Change
from onward.journey.history.queries import done
from onward.journey.people.models import Person
from onward.web.shown.applications import Done, DoneShown
from onward.web.shown.moments import hour, near_day
from onward.web.shown.shared import Pages

PAGE = 50


def history_of(person: Person, page: int) -> DoneShown:
    """Return one page of what was done, the latest first."""
    shown = Paginator(done(person), PAGE).get_page(page)
    url = reverse("history") + "?page={}"
    return DoneShown(
        done=tuple(_done(change, person) for change in shown),
        pages=Pages(
            number=shown.number,
            count=shown.paginator.num_pages,
            total=shown.paginator.count,
            before_url=url.format(shown.number - 1) if shown.has_previous() else "",
            after_url=url.format(shown.number + 1) if shown.has_next() else "",
        ),
    )


def _done(change: Change, person: Person) -> Done:
    made_at = change.made_at.astimezone(clock.zone_of(person))
    day = near_day(made_at.date(), clock.today(person))
    can_be_undone = change.can_be_undone
    return Done(
        text=change.text,
        when=f"{day}, {hour(made_at)}",
        moment=made_at.isoformat(),
        by=_("by Onward") if change.is_automatic else "",
        undo_url=reverse("undo", args=[change.pk]) if can_be_undone else "",
        undone=_("taken back") if change.undone_at else "",
    )
