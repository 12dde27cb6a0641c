"""A calendar published at an address, as one subscribes to it."""

from onward.adapters.calendars.files import calendar_or_refuse
from onward.adapters.calendars.web import Ask, Web
from onward.domain.meetings.busy import Span
from onward.ports.calendar import NotACalendarError

_FINE = 200


class Published:
    """A whole calendar behind one address."""

    def __init__(self, web: Web) -> None:
        self._web = web

    def read(self, within: Span) -> bytes:
        """Return the calendar; the address gives no way to ask for less."""
        del within
        answer = self._web.ask(Ask("GET", headers={"Accept": "text/calendar"}))
        if answer.status != _FINE:
            raise NotACalendarError
        return calendar_or_refuse(answer.content)
