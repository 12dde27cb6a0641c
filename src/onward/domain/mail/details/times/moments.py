"""Finds the moments an interview is to take place: in the text and in invitations."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from onward.domain.mail.details.times.clocks import told_in_figures
from onward.domain.mail.details.times.dates import days_named, with_months
from onward.domain.mail.details.times.french_times import times_in_english
from onward.domain.mail.details.times.german_times import german_times_plain
from onward.domain.mail.details.times.pairs import pairs_in
from onward.domain.mail.details.times.zones import is_month_first, zone_of_all
from onward.domain.mail.language import language_of

# More than this in one mail is a timetable, not an invitation.
_MOST = 8
_CALENDAR_ENDS = "END:VCALENDAR"
# An invitation sent at night may name the day just gone by.
_GRACE = timedelta(days=1)


def moments_in_text(
    text: str, sent_at: datetime | None, zone: tzinfo
) -> tuple[datetime, ...]:
    """Return the aware moments a text names by day and time, in the text's order."""
    if pasted := moments_in_calendars(_pasted(text), zone):
        return pasted
    language = language_of(text)
    if language == "fr":
        text = times_in_english(text)
    elif language == "de":
        text = german_times_plain(text, sent_at)
    text = with_months(told_in_figures(text))
    local = sent_at.astimezone(zone) if sent_at else None
    stated = zone_of_all(text, zone) or zone
    months_first = is_month_first(zone) or is_month_first(stated)
    days = days_named(text, local and local.date(), is_month_first=months_first)
    found: list[datetime] = []
    for day, hour in pairs_in(text, days, zone):
        moment = datetime.combine(day.on, hour.at, hour.zone or stated)
        grace = timedelta() if day.is_loose else _GRACE
        is_past = local is not None and moment < local - grace
        if moment not in found and not is_past:
            found.append(moment)
    return tuple(found[:_MOST])


def _pasted(text: str) -> tuple[str, ...]:
    """Return the invitation that some calendars write into the text of their mail."""
    start, end = text.find("BEGIN:VCALENDAR"), text.rfind(_CALENDAR_ENDS)
    return (text[start : end + len(_CALENDAR_ENDS)],) if 0 <= start < end else ()


def moments_in_calendars(
    calendars: tuple[str, ...], zone: tzinfo
) -> tuple[datetime, ...]:
    """Return when attached invitations start; broken ones are left out."""
    found: list[datetime] = []
    for content in calendars:
        for start in _starts(content):
            moment = start if start.tzinfo else start.replace(tzinfo=zone)
            if moment not in found:
                found.append(moment)
    return tuple(found[:_MOST])


def _starts(content: str) -> list[datetime]:
    from icalendar import Calendar  # noqa: PLC0415 - slow to load

    try:
        calendar = Calendar.from_ical(content)
        if str(calendar.get("METHOD", "")).upper() == "CANCEL":
            return []
        starts = [event.get("DTSTART") for event in calendar.walk("VEVENT")]
        return [_moment(start.dt) for start in starts if start is not None]
    except (ValueError, KeyError, IndexError, AttributeError, TypeError):
        return []


def _moment(start: date | datetime) -> datetime:
    if isinstance(start, datetime):
        return start
    return datetime.combine(start, time(), UTC)
