"""Puts together the list of what one number counts."""

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import ngettext

from onward.background import clock
from onward.journey.insights.narrowing import sent
from onward.journey.insights.queries import in_group, new_ways
from onward.journey.insights.waiting import silent_for
from onward.journey.people.models import Person
from onward.web.shown.insights import Counted
from onward.web.shown.insights_known import Asked, narrowed_to
from onward.web.shown.insights_words import counted, group_titles
from onward.web.shown.listing import row_of
from onward.web.shown.shared import Pages

PAGE = 50


def counted_of(person: Person, group: str, asked: Asked, page: int) -> Counted:
    """Return the applications of a group, a page of them."""
    narrowed = narrowed_to(person, asked, tuple(new_ways(person)))
    ids = in_group(person, group, clock.now(), narrowed)
    return _counted(person, ids, group_titles()[group], asked, page)


def silent_of(person: Person, days: int, asked: Asked, page: int) -> Counted:
    """Return open applications without a word for longer than so many days."""
    narrowed = narrowed_to(person, asked, tuple(new_ways(person)))
    found = silent_for(person, days, clock.now(), narrowed)
    title = ngettext(
        "Quiet for longer than %(days)s day",
        "Quiet for longer than %(days)s days",
        days,
    ) % {"days": days}
    return _counted(
        person, list(found.values_list("pk", flat=True)), title, asked, page
    )


def _counted(
    person: Person, ids: Sequence[int], title: str, asked: Asked, page: int
) -> Counted:
    now = clock.now().astimezone(clock.zone_of(person))
    shown = Paginator(ids, PAGE).get_page(page)
    rows = sent(person).briefly().in_bulk(list(shown.object_list))
    told = ngettext(
        "%(count)s application is counted here.",
        "%(count)s applications are counted here.",
        len(ids),
    )
    return Counted(
        title=title,
        said=told % {"count": counted(len(ids))},
        back_url=reverse("insights") + asked.query,
        rows=tuple(row_of(rows[pk], now) for pk in shown if pk in rows),
        pages=_pages(shown.number, shown.paginator.num_pages, len(ids), asked),
    )


def _pages(number: int, count: int, total: int, asked: Asked) -> Pages:
    return Pages(
        number=number,
        count=count,
        total=total,
        before_url=_page_url(number - 1, asked) if number > 1 else "",
        after_url=_page_url(number + 1, asked) if number < count else "",
    )


def _page_url(number: int, asked: Asked) -> str:
    """Return another page of the same list, to follow from where one is."""
    return f"{asked.query or '?'}{'&' if asked.query else ''}page={number}"
