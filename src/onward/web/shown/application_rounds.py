"""Shows the interviews of an application: when, how, and who is there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.journey.applications.models import Round as Interview
from onward.journey.mail.models import Message
from onward.web.shown.application_words import which_interview
from onward.web.shown.applications import Round
from onward.web.shown.moments import hour, near_day
from onward.web.shown.shared import Quote


@dataclass(frozen=True, slots=True)
class Told:
    """Who is there, as an invitation tells, and its words."""

    names: tuple[str, ...]
    quote: Quote | None


def rounds_shown(interviews: list[Interview], now: datetime) -> list[Round]:
    """Return each interview; what the person wrote comes before what mail tells."""
    told = _told_in(interviews)
    return [
        _round(number, interview, told.get(_message_of(interview)), now)
        for number, interview in enumerate(interviews, 1)
    ]


def _round(
    number: int, interview: Interview, told: Told | None, now: datetime
) -> Round:
    is_read = told is not None and not interview.panel
    panel = _with(told.names) if told is not None and is_read else interview.panel
    words = (interview.format, panel, interview.place, interview.said)
    return Round(
        title=which_interview(number),
        when=_when(interview, now),
        said=". ".join(one for one in words if one),
        quote=told.quote if told is not None and is_read else None,
    )


def _with(names: Iterable[str]) -> str:
    return _("With %(names)s") % {"names": ", ".join(names)}


def names_told(interview: Interview) -> str:
    """Return who is there as mail tells; empty where the person told, or no mail."""
    told = _told_in([interview]).get(_message_of(interview))
    return ", ".join(told.names) if told else ""


def _message_of(interview: Interview) -> int:
    """Return the key of the mail that told of an interview; 0 where none did."""
    key = interview.event.message_key if interview.event else ""
    name, _sign, pk = key.partition(":")
    return int(pk) if name == "message" else 0


def _told_in(interviews: list[Interview]) -> dict[int, Told]:
    ids = {_message_of(one) for one in interviews if not one.panel} - {0}
    if not ids:
        return {}
    mine = Message.objects.of(interviews[0].person_id).filter(pk__in=ids)
    kept = mine.filter(forgotten_at=None).values_list("pk", "details")
    return {
        pk: Told(tuple(details["interviewers"]), _quote(pk, details))
        for pk, details in kept
        if details.get("interviewers")
    }


def _quote(pk: int, details: dict[str, dict[str, str] | None]) -> Quote | None:
    said = details.get("interviewers_said")
    if not said:
        return None
    return Quote(said["quote"], _("their mail"), reverse("message", args=[pk]))


def _when(interview: Interview, now: datetime) -> str:
    if interview.starts_at is None:
        return ""
    here = interview.starts_at.astimezone(now.tzinfo)
    has_time = interview.event is None or interview.event.has_time
    day = near_day(here.date(), now.date())
    return f"{day}, {hour(here)}" if has_time else day
