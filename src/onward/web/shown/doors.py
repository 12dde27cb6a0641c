"""Says what was decided about an employer's door."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.background.clock import today
from onward.journey.applications.models import Employer
from onward.journey.feedback.doors import door_of
from onward.journey.feedback.models import Door
from onward.web.shown.moments import near_day

_AGAIN = {
    Door.Again.YES: gettext_lazy("You would apply here again."),
    Door.Again.MAYBE: gettext_lazy("You might apply here again."),
    Door.Again.NO: gettext_lazy("You would not apply here again."),
}


def door_words(employer: Employer) -> tuple[str, ...]:
    """Return what was decided, a sentence each; none where nothing was."""
    door = door_of(employer)
    if door is None:
        return ()
    again = (str(_AGAIN[Door.Again(door.again)]),) if door.again else ()
    connected = (_("You are connected on a network."),) if door.is_connected else ()
    return (*again, *_days(door), *_different(door), *connected)


def _days(door: Door) -> tuple[str, ...]:
    here = today(door.person)
    told = (
        (_("On a reserve list until %(day)s."), door.reserve_until),
        (_("You can apply again from %(day)s."), door.reapply_from),
        (_("Next light touch: %(day)s."), door.next_touch_on),
    )
    return tuple(words % {"day": near_day(day, here)} for words, day in told if day)


def _different(door: Door) -> tuple[str, ...]:
    if not door.different:
        return ()
    return (_("To be different: %(what)s") % {"what": door.different},)
