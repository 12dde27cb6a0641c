"""What a message's meaning makes happen to the application it is filed under."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from onward.domain.applications.events import EventKind, Source
from onward.domain.mail.linking.clue import WORDS_AFTER_ASKING, Sign, is_soon
from onward.domain.mail.verdict import Meaning
from onward.journey.mail.kept import meets_at
from onward.journey.mail.models import Message

_KINDS = {
    Meaning.ACKNOWLEDGEMENT: EventKind.ACKNOWLEDGED,
    Meaning.ASSESSMENT: EventKind.ASSESSMENT,
    Meaning.INTERVIEW_INVITATION: EventKind.INVITED,
    Meaning.OFFER: EventKind.OFFER,
    Meaning.REJECTION: EventKind.REJECTED,
    Meaning.FEEDBACK: EventKind.FEEDBACK_RECEIVED,
    Meaning.OTHER: EventKind.HEARD,
}


@dataclass(slots=True)
class Planned:
    """An event that a message makes; `replaces` is an earlier one it takes over from.

    `id` is set once it is kept. A planned event that was kept before is found again by
    its `mark`.
    """

    message: Message
    kind: EventKind
    happened_at: datetime
    source: Source = Source.MESSAGE
    has_time: bool = True
    quote: str = ""
    replaces: "Planned | None" = None
    id: int | None = None

    @property
    def is_main(self) -> bool:
        """Whether it is what the message says, and not what follows from that."""
        told = self.source is Source.MESSAGE
        return told and self.kind is not EventKind.INTERVIEW_SCHEDULED

    @property
    def mark(self) -> tuple[str, str, datetime]:
        """What tells it apart within an application."""
        return self.message.key, self.kind, self.happened_at


def plan(
    messages: Iterable[Message],
    standing: Sequence[Planned] = (),
    named: Collection[int] = (),
) -> list[Planned]:
    """Return the events that messages make in one application, taken by date.

    `standing` are events known already: an application is begun only once, and a new
    time of a talk takes the place of the one told before in the same conversation.
    `named` are messages that only name the application: a word was heard, no more.
    """
    planned: list[Planned] = []
    for message in messages:
        before = [*standing, *planned]
        if message.pk in named:
            planned.append(Planned(message, EventKind.HEARD, moment_of(message)))
        else:
            planned += list(_events_of(message, before))
    return planned


def moment_of(message: Message) -> datetime:
    """Return when a message was sent, or kept where its date cannot be believed."""
    return message.sent_at or message.kept_at


def _events_of(message: Message, before: Sequence[Planned]) -> Iterator[Planned]:
    kind = kind_of(message, before)
    if kind is None:
        return
    at = moment_of(message)
    begun = any(event.kind is EventKind.APPLIED for event in before)
    if kind is EventKind.ACKNOWLEDGED and not begun:
        yield Planned(message, EventKind.APPLIED, at, source=Source.RULE)
    yield Planned(message, kind, at, quote=best_quote(message))
    if kind is EventKind.INVITED:
        yield from _talks(message, before)


def kind_of(message: Message, before: Sequence[Planned]) -> EventKind | None:
    """Return what kind of event a message makes, None for none."""
    meaning = message.says
    if meaning is Meaning.RECRUITER_OUTREACH:
        return EventKind.HEARD if before else EventKind.APPROACHED
    if _is_a_word(message, before):
        return EventKind.HEARD
    if message.own or meaning is Meaning.FOLLOW_UP:
        return _own_kind(message, before)
    return _KINDS.get(meaning)


def _is_a_word(message: Message, before: Sequence[Planned]) -> bool:
    """Tell whether a message of theirs goes on with a conversation and is no step.

    Soon after feedback was asked for, a talk or a "we have your mail" is about that.
    """
    if message.own or message.told_meaning:
        return False
    if message.says is Meaning.FOLLOW_UP:
        return message.sender_address in _heard(before)
    if message.says not in WORDS_AFTER_ASKING:
        return False
    asked = (e.happened_at for e in before if e.kind is EventKind.FEEDBACK_REQUESTED)
    goes_on = any(shares_thread(event.message, message) for event in before)
    return goes_on and any(is_soon(at, moment_of(message)) for at in asked)


def _heard(before: Sequence[Planned]) -> set[str]:
    """Return the addresses of those who wrote to the person before."""
    theirs = (event for event in before if event.kind is not EventKind.WROTE)
    found = {e.message.sender_address for e in theirs if not e.message.own}
    return found - {""}


def _own_kind(message: Message, before: Sequence[Planned]) -> EventKind | None:
    signs = set(message.details.get("signs", ()))
    if message.says is Meaning.NOT_JOB_RELATED or Sign.FORWARDED in signs:
        return None
    if Sign.WITHDRAWS in signs:
        return EventKind.WITHDRAWN
    begun = any(event.kind is EventKind.APPLIED for event in before)
    return EventKind.APPLIED if Sign.APPLIES in signs and not begun else EventKind.WROTE


def _talks(message: Message, before: Sequence[Planned]) -> Iterator[Planned]:
    """Yield the talks an invitation names; times to choose from are none yet."""
    if Sign.OPTIONS in message.details.get("signs", ()):
        return
    known = {event.happened_at for event in before if _is_talk(event)}
    moved = [event for event in before if _is_ahead(event, message)]
    moved = [event for event in moved if shares_thread(event.message, message)]
    for at in meets_at(message):
        if at not in known:
            earlier = moved.pop() if moved else None
            yield Planned(message, EventKind.INTERVIEW_SCHEDULED, at, replaces=earlier)


def _is_talk(event: Planned) -> bool:
    return event.kind is EventKind.INTERVIEW_SCHEDULED


def _is_ahead(event: Planned, message: Message) -> bool:
    return _is_talk(event) and event.happened_at > moment_of(message)


def shares_thread(first: Message, second: Message) -> bool:
    """Tell whether two messages belong to one conversation."""
    if set(first.linked_ids) & set(second.linked_ids):
        return True
    return bool(first.thread) and first.thread == second.thread


def best_quote(message: Message) -> str:
    """Return the words a message's meaning rests on most."""
    best = max(message.evidence, key=lambda item: item["weight"], default=None)
    return str(best["quote"]).strip() if best else ""
