"""How far the reading of each mailbox is, in words."""

from django.contrib.humanize.templatetags.humanize import intcomma
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.journey.mail.models import Import as Reading
from onward.web.shown.mail import Import

State = Reading.State
_MOST_PROBLEMS = 20
_UNDER_WAY = {State.WAITING, State.RUNNING}
_MINUTE, _HOUR = 60, 3600


def import_of(reading: Reading) -> Import:
    """Return one reading as the page shows it."""
    is_first = not is_second_look(reading) and not is_read_through(reading)
    is_running = reading.state == State.RUNNING and is_first
    return Import(
        id=reading.pk,
        name=reading.name,
        state=reading.state,
        sentence=_sentence(reading),
        share=share_of(reading),
        rate=rate_words(reading.rate) if is_running else "",
        remaining=remaining_words(reading) if is_running else "",
        kept=intcomma(reading.kept) if reading.seen else "",
        ordinary=intcomma(reading.ordinary) if reading.seen else "",
        known=intcomma(reading.known) if reading.known else "",
        refused=intcomma(reading.refused) if reading.refused else "",
        problems=_problems(reading),
        **_urls(reading),
    )


def is_under_way(reading: Reading) -> bool:
    """Tell whether a page about a reading should keep asking."""
    return reading.state in _UNDER_WAY


def is_second_look(reading: Reading) -> bool:
    """Tell whether all was looked at once, and the rest is read more closely."""
    goes_on = reading.state in {*_UNDER_WAY, State.PAUSED}
    return goes_on and reading.look == Reading.Look.SECOND


def is_read_through(reading: Reading) -> bool:
    """Tell whether all is read, and what was read is being filed."""
    return 0 < reading.size_bytes <= reading.done_bytes


def share_of(reading: Reading) -> int | None:
    """Return how far a reading is, 0 to 100; None while that cannot be told."""
    if not reading.size_bytes or not reading.seen:
        return None if reading.state == State.RUNNING else 0
    if is_second_look(reading):
        return min(100, reading.second_bytes * 100 // max(1, reading.done_bytes))
    return min(100, reading.done_bytes * 100 // reading.size_bytes)


def rate_words(rate: float) -> str:
    """Return how quick it goes: "1,240 a second"."""
    if rate < 1:
        return ""
    return _("%(count)s a second") % {"count": intcomma(round(rate))}


def remaining_words(reading: Reading) -> str:
    """Return how long it may still take: "about 2 minutes left"."""
    seconds = remaining_seconds(reading)
    if seconds is None:
        return ""
    if seconds < _MINUTE:
        return _("less than a minute left")
    if seconds < _HOUR:
        minutes = round(seconds / _MINUTE)
        return ngettext(
            "about a minute left", "about %(count)s minutes left", minutes
        ) % {"count": minutes}
    hours = round(seconds / _HOUR)
    return ngettext("about an hour left", "about %(count)s hours left", hours) % {
        "count": hours
    }


def remaining_seconds(reading: Reading) -> float | None:
    """Return how long it may still take, None while that cannot be told."""
    if not reading.done_bytes or not reading.rate:
        return None
    left = max(0, reading.size_bytes - reading.done_bytes)
    return left / (reading.done_bytes / reading.seen) / reading.rate


def _sentence(reading: Reading) -> str:
    if reading.said:
        return reading.said
    read = {"count": intcomma(reading.seen)}
    if is_second_look(reading) and not reading.wanted:
        return _looking_again(reading)
    return {
        State.WAITING: _("Stopping.") if reading.wanted else _("It is next."),
        State.RUNNING: _running(reading),
        State.PAUSED: _("Paused after %(count)s messages.") % read,
        State.STOPPED: _("Stopped after %(count)s messages. They stay.") % read,
        State.REFUSED: _("This could not be read."),
        State.DONE: ngettext(
            "Done. One message read.", "Done. %(count)s messages read.", reading.seen
        )
        % read,
    }[State(reading.state)]


def _looking_again(reading: Reading) -> str:
    told = {"count": intcomma(reading.seen), "later": intcomma(reading.later)}
    if reading.state == State.PAUSED:
        return _("Paused. %(later)s messages wait to be read more closely.") % told
    return (
        _(
            "All %(count)s were looked at, and your applications are there. "
            "%(later)s of them are now read more closely. You need not wait."
        )
        % told
    )


def _running(reading: Reading) -> str:
    if reading.wanted == Reading.Wanted.PAUSE:
        return _("Pausing.")
    if reading.wanted == Reading.Wanted.STOP:
        return _("Stopping.")
    if not reading.done_bytes:
        return _("Reading.")
    if is_read_through(reading):
        return _("All %(count)s are read. Putting them in order.") % {
            "count": intcomma(reading.seen)
        }
    guess = reading.seen * reading.size_bytes / reading.done_bytes
    return _("Reading. %(count)s of about %(all)s.") % {
        "count": intcomma(reading.seen),
        "all": intcomma(_rounded(max(guess, reading.seen))),
    }


def _rounded(guess: float) -> int:
    """Return a guess with two digits that mean something."""
    step: int = 10 ** max(0, len(str(round(guess))) - 2)
    return round(guess / step) * step


def _problems(reading: Reading) -> tuple[str, ...]:
    told = [f"{p.place}: {p.reason}" for p in reading.problems.all()[:_MOST_PROBLEMS]]
    more = reading.refused - len(told)
    if more > 0:
        told.append(
            ngettext("One more like these.", "%(count)s more like these.", more)
            % {"count": intcomma(more)}
        )
    return tuple(told)


def _urls(reading: Reading) -> dict[str, str]:
    """Return the addresses of what can be done with a reading now."""
    names: tuple[str, ...] = {
        State.WAITING: ("pause", "cancel"),
        State.RUNNING: ("pause", "cancel"),
        State.PAUSED: ("resume", "cancel"),
    }.get(State(reading.state), ("dismiss",))
    if reading.wanted:
        names = ()
    return {
        f"{name}_url": reverse(f"{name}-import", args=[reading.pk]) for name in names
    }
