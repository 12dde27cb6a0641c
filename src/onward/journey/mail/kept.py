"""Turns what was read into what is kept, and back into what the domain works with."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.utils import timezone

from onward.domain.mail.linking.clue import Clue, Sign
from onward.domain.mail.linking.people import people_in, person_called
from onward.domain.mail.linking.refs import other_names_in, references_in
from onward.domain.mail.linking.signs import signs_of
from onward.domain.mail.message import Address, Fault, ParsedMail
from onward.domain.mail.parsing.thread import linked_ids
from onward.domain.mail.verdict import Meaning, Reading
from onward.journey.mail.models import Message
from onward.journey.mail.width import ASKED_ABOUT

_MOST_RECIPIENTS = 20
# What linking needs of a message; the text is left where it is. Rows of plain values,
# which take two thirds of the time that models take.
CLUE_FIELDS = (
    *("pk", "sent_at", "meaning", "told_meaning", "message_id", "own", "linked_ids"),
    *("thread", "details", "sender_address", "reply_to", "recipients", "subject"),
)


def message_of(parsed: ParsedMail, reading: Reading, *, own: bool) -> Message:
    """Return a message as it is kept, not saved yet and without whose it is."""
    verdict = reading.verdict
    return Message(
        message_id=storable(parsed.message_id)[:998],
        thread=storable(reading.thread)[:1100],
        linked_ids=storable_all(linked_ids(parsed)),
        sender_name=storable(parsed.sender.name)[:300],
        sender_address=storable(parsed.sender.address.lower())[:320],
        reply_to=storable(parsed.reply_to.address.lower())[:320],
        recipients=_recipients(parsed),
        subject=storable(parsed.subject)[:1000],
        sent_at=parsed.sent_at,
        kept_at=timezone.now(),
        shown_text=storable(reading.shown_text),
        labels=storable_all(parsed.labels),
        attachments=storable_all(parsed.attachments),
        calendars=storable_all(parsed.calendars),
        faults=[fault.value for fault in parsed.faults],
        own=own,
        meaning=verdict.meaning,
        confidence=verdict.confidence,
        chance=reading.chance,
        evidence=[_plain(asdict(item)) for item in verdict.evidence],
        details=details_as_plain(parsed, reading, own=own),
    )


def storable(text: str) -> str:
    """Return text as every database takes it: no NUL, no half of a character."""
    if "\0" in text:
        text = text.replace("\0", "")
    return text.encode("utf-8", "replace").decode()


def storable_all(texts: Iterable[str]) -> list[str]:
    """Return several texts as every database takes them."""
    return [storable(text) for text in texts]


def _recipients(parsed: ParsedMail) -> list[str]:
    some = parsed.recipients[:_MOST_RECIPIENTS]
    return [storable(one.address.lower()) for one in some if one.address]


def details_as_plain(
    parsed: ParsedMail, reading: Reading, *, own: bool
) -> dict[str, Any]:
    """Return the details as plain values, with the signs and whether to ask."""
    told: dict[str, Any] = _plain(asdict(reading.details))
    told["signs"] = sorted(signs_of(parsed, reading, own=own))
    told["references"] = list(references_in(reading.shown_text))
    told["also"] = storable_all(other_names_in(reading.shown_text))
    told["people"] = storable_all(people_in(reading.shown_text))
    told["writer"] = "" if own else storable(_who_writes(parsed, reading))
    told["asks"] = _asks(reading, own=own)
    return told


def _who_writes(parsed: ParsedMail, reading: Reading) -> str:
    name = reading.details.contact_name
    return person_called(parsed.sender.name.strip()) or person_called(name)


def _asks(reading: Reading, *, own: bool) -> bool:
    if reading.chance < ASKED_ABOUT:
        return False  # kept only because the person wants much
    mine = own and reading.verdict.meaning is Meaning.FOLLOW_UP
    return reading.verdict.needs_asking and not mine


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return storable(value) if isinstance(value, str) else value


def meets_at(message: Message) -> list[datetime]:
    """Return the moments of talks that a kept message names."""
    return [
        datetime.fromisoformat(text) for text in message.details.get("meets_at", ())
    ]


def clue_of(row: Any, text: str = "") -> Clue:
    """Return what a row of a kept message's `CLUE_FIELDS` tells of where it belongs.

    With a text the row has its `evidence`, too.
    """
    details = row.details
    return Clue(
        id=row.pk,
        sent_at=row.sent_at,
        meaning=Meaning(row.told_meaning or row.meaning),
        order=f"{row.message_id} {row.subject}",
        own=row.own,
        is_sure=bool(row.told_meaning) or not details.get("asks"),
        ids=tuple(row.linked_ids),
        thread=row.thread,
        employer=details.get("employer", ""),
        domain=details.get("employer_domain", ""),
        agency=details.get("agency", ""),
        roles=tuple(details.get("roles", ())),
        writers=_writers(row),
        references=tuple(details.get("references", ())),
        also=tuple(details.get("also", ())),
        people=tuple(details.get("people", ())),
        writer=details.get("writer", ""),
        signs=frozenset(Sign(sign) for sign in details.get("signs", ())),
        text=text,
        evidence=_places(row) if text else (),
    )


def _places(row: Any) -> tuple[tuple[int, int], ...]:
    return tuple((item["start"], item["end"]) for item in row.evidence)


def _writers(row: Any) -> tuple[str, ...]:
    if row.own:
        return tuple(row.recipients)
    contact = str(row.details.get("contact_address", "")).lower()
    found = (row.sender_address, row.reply_to, contact)
    return tuple(dict.fromkeys(address for address in found if address))


def parsed_of(message: Message) -> ParsedMail:
    """Return a kept message as if it had just been parsed; its HTML is gone."""
    body = message.shown_text.partition("\n\n")[2]
    return ParsedMail(
        digest=bytes(message.digest),
        message_id=message.message_id,
        references=tuple(message.linked_ids[:-1]),
        labels=tuple(message.labels),
        sender=Address(message.sender_name, message.sender_address),
        reply_to=Address("", message.reply_to),
        recipients=tuple(Address("", address) for address in message.recipients),
        subject=message.subject,
        sent_at=message.sent_at,
        text=body,
        calendars=tuple(message.calendars),
        faults=tuple(Fault(fault) for fault in message.faults),
    )
