"""Who could be asked about an application, as its mail and invitations tell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onward.domain.asking.whom import Known, Part, Ranked, whom_to_ask
from onward.domain.mail.details.people.listed import name_key
from onward.domain.mail.details.people.who_wrote import addresses_in_text
from onward.domain.mail.senders import is_tracking_system
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Application, Contact
from onward.journey.mail.models import Message
from onward.journey.outcome.models import Outcome

_SHARED = re.compile(
    r"^(?:hr|jobs?|careers?|recruit\w*|resourcing|talent\w*|people|info|office|admin"
    r"|vacanc\w*|hello|enquir\w*|contact|bewerbung|personal|applications?)\b",
    re.IGNORECASE,
)
_PARTS = {
    "interviewer": Part.INTERVIEWER,
    "recruiter": Part.RECRUITER,
    "agency": Part.AGENCY,
    "hr": Part.MAILBOX,
}


def people_to_ask(application: Application) -> tuple[Ranked, ...]:
    """Return who can be asked about an application, best first, each with why."""
    mail = Message.objects.of(application.person_id).about(application)
    letters = list(mail.filter(own=False).order_by("-sent_at", "-pk"))
    own = {address.lower() for address in application.person.addresses}
    found = [
        *_named_with_the_offer(application),
        *_written_down(application),
        *_in_invitations(letters),
        *_senders(letters, application),
    ]
    there = interviewers_in(letters)
    return whom_to_ask(
        _met(one, there) for one in found if one.address.lower() not in own
    )


def interviewers_in(letters: Iterable[Message]) -> frozenset[str]:
    """Return the names of who was to be there, as the invitations tell, to compare."""
    return frozenset(
        name_key(name)
        for letter in letters
        for name in letter.details.get("interviewers", ())
    )


def _met(known: Known, there: frozenset[str]) -> Known:
    """Return a writer as somebody who was there, where an invitation names them."""
    is_met = known.part > Part.INTERVIEWER and name_key(known.name) in there
    return replace(known, part=Part.INTERVIEWER) if is_met else known


def _named_with_the_offer(application: Application) -> Iterator[Known]:
    """Yield the addresses that an offer of feedback names; their owner is not known."""
    outcome = Outcome.objects.of(application.person_id).ending(application)
    offered = outcome.feedback_offered if outcome else ""
    for address in addresses_in_text(offered):
        yield Known("", address, Part.NAMED)


def _written_down(application: Application) -> Iterator[Known]:
    employer = application.employer.root
    contacts = Contact.objects.of(application.person_id).filter(employer=employer)
    for contact in contacts.exclude(address=""):
        part = _PARTS.get(contact.part.lower(), Part.COLLEAGUE)
        yield Known(contact.name, contact.address, part)


def _in_invitations(letters: Iterable[Message]) -> Iterator[Known]:
    """Yield who stands in an invitation: they were there, or meant to be."""
    for letter in letters:
        for content in letter.calendars:
            yield from _invited(content)


def _invited(content: str) -> Iterator[Known]:
    from icalendar import Calendar  # noqa: PLC0415 - slow to load

    try:
        calendars = Calendar.from_ical(content, multiple=True)
    except (ValueError, KeyError, IndexError):
        return
    for calendar in calendars:
        for event in calendar.walk("VEVENT"):
            people = [event.get("ORGANIZER"), event.get("ATTENDEE")]
            flat = [one for p in people for one in (p if isinstance(p, list) else [p])]
            for one in flat:
                address = str(one or "").lower().removeprefix("mailto:")
                if "@" in address:
                    name = str(one.params.get("CN", ""))
                    part = Part.MAILBOX if _is_shared(address) else Part.INTERVIEWER
                    yield Known(name, address, part)


def _senders(letters: list[Message], application: Application) -> Iterator[Known]:
    counts: dict[str, int] = {}
    for letter in letters:
        address = (letter.reply_to or letter.sender_address).lower()
        counts[address] = counts.get(address, 0) + 1
    for letter in letters:
        address = (letter.reply_to or letter.sender_address).lower()
        if is_tracking_system(address.rpartition("@")[2]):
            continue
        part = _part_of(letter, address, application)
        yield Known(letter.sender_name, address, part, counts[address])


def _part_of(letter: Message, address: str, application: Application) -> Part:
    if _is_shared(address):
        return Part.MAILBOX
    if application.agency or letter.details.get("agency"):
        return Part.AGENCY
    meaning = letter.told_meaning or letter.meaning
    if meaning == Meaning.REJECTION:
        return Part.WROTE_THE_NO
    if meaning == Meaning.INTERVIEW_INVITATION:
        return Part.RECRUITER
    return Part.COLLEAGUE


def _is_shared(address: str) -> bool:
    return bool(_SHARED.match(address))
