"""What surrounds every page: the theme, where we are, and the counts beside."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from onward.journey.applications.models import Application
from onward.journey.history.queries import undoable
from onward.journey.mail.queries import waiting_mail
from onward.journey.people.models import Person
from onward.web.shown.shared import Frame, Undo

THEME_COOKIE = "onward_theme"
THEMES = ("light", "dark")
# The line stays for ten seconds; a slow page may take some of them.
JUST_DONE = timedelta(seconds=15)
PLACES = frozenset(
    {
        *("applications", "mail", "practice", "insights", "plan", "prepare"),
        *("reflect", "nerves", "history", "help", "settings", "more"),
    }
)


def frame(request: HttpRequest) -> dict[str, object]:
    """Give every template its frame; what shows none costs no query."""
    return {"frame": SimpleLazyObject(lambda: _frame(request))}


def theme_of(request: HttpRequest) -> str:
    """Return the theme this browser was told to use, empty for the device's own."""
    kept = request.COOKIES.get(THEME_COOKIE, "")
    return kept if kept in THEMES else ""


def _frame(request: HttpRequest) -> Frame:
    person = getattr(request, "user", None)
    if not isinstance(person, Person):
        return Frame(theme=theme_of(request))
    return Frame(
        theme=theme_of(request),
        here=_here(request.path),
        undo=_undo(person),
        **_counted(person),
    )


def _counted(person: Person) -> dict[str, int]:
    """Return the counts beside the places, in one query: every page asks it."""
    found = Person.objects.filter(pk=person.pk).annotate(
        applications=_number_of(Application.objects.of(person).whole().unarchived()),
        mail_to_check=_number_of(waiting_mail(person)),
    )
    applications, mail = found.values_list("applications", "mail_to_check").get()
    return {"applications": applications, "mail_to_check": mail}


def _number_of(rows: QuerySet[Any]) -> Coalesce:
    counted = rows.order_by().values("person_id").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


def _undo(person: Person) -> Undo | None:
    """Return what was just done; afterwards it is found in the history only."""
    change = undoable(person, timezone.now() - JUST_DONE)
    return Undo(change.text, reverse("undo", args=[change.pk])) if change else None


def _here(path: str) -> str:
    first = path.strip("/").partition("/")[0]
    if not first:
        return "today"
    return first if first in PLACES else ""
