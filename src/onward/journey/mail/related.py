"""Looks a second time for mail that belongs to kept mail but does not sound like it.

"Fine, see you Tuesday" says nothing of a job, and a no may be two kind lines. Once all
is read it is known which conversations are about the search, and who writes in them:
what was let go but stands in one of these is fetched again and kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db import transaction

from onward.background.clock import now
from onward.domain.mail import caps
from onward.domain.mail.details_context import Context
from onward.domain.mail.link_names import is_someone
from onward.domain.mail.parse import parse
from onward.domain.mail.reading import read
from onward.domain.mail.verdict import Meaning
from onward.journey.mail.batches import Item, held_by
from onward.journey.mail.digests import mark_of
from onward.journey.mail.kept import message_of
from onward.journey.mail.models import Import, Message, Seen
from onward.journey.mail.passages import index_mail
from onward.journey.people.models import Person
from onward.ports.mailbox import Mailbox, RawMessage

# Somebody who writes about work also writes of other things; in a known conversation
# everything counts.
_LEAST_CHANCE_OF_PEOPLE = 0.1
_MOST_ROUNDS = 3
_BRACKETED = re.compile(rb"<([^<>\s]{3,990})>")
_PROVIDER = re.compile(rb"^X-GM-THRID:\s*(\d+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Relatives:
    """What ties mail to kept mail: message ids, the provider's threads, people."""

    threads: frozenset[str]
    people: frozenset[str]

    def of(self, content: bytes) -> tuple[bool, bool]:
        """Tell whether headers name a known conversation, and a known person."""
        end = content.find(b"\n\n", 0, caps.HEADER_BLOCK)
        head = content[: end if end >= 0 else caps.HEADER_BLOCK]
        named = {item.decode("utf-8", "replace") for item in _BRACKETED.findall(head)}
        provider = _PROVIDER.search(head)
        if provider:
            named.add(f"provider:{provider[1].decode()}")
        people = {name.lower() for name in named}
        return not self.threads.isdisjoint(named), not self.people.isdisjoint(people)


def relatives_of(person: Person) -> Relatives:
    """Return the conversations and people that kept mail is about."""
    threads: set[str] = set()
    people: set[str] = set()
    kept = Message.objects.of(person).exclude(state=Message.State.SET_ASIDE)
    about = kept.exclude(meaning=Meaning.NOT_JOB_RELATED)
    for ids, thread, address, own, details in about.values_list(
        "linked_ids", "thread", "sender_address", "own", "details"
    ).iterator(2_000):
        threads.update(name.strip("<>") for name in ids)
        threads.add(thread if thread.startswith("provider:") else "")
        if not own and not details.get("asks") and is_someone(address):
            people.add(address)
    return Relatives(frozenset(threads - {""}), frozenset(people))


def keep_related(*, reading: Import, mailbox: Mailbox, context: Context) -> int:
    """Keep what belongs to kept mail; returns how many messages that were."""
    about = replace(context, is_about_search=True)
    total, known = 0, None
    for _ in range(_MOST_ROUNDS):
        relatives = relatives_of(reading.person)
        if relatives == known or not relatives.threads:
            break
        known = relatives
        for raw in _found(reading, mailbox.messages(), relatives):
            total += _keep(reading, raw, about)
    return total


def _found(
    reading: Import, items: Iterator[Item], relatives: Relatives
) -> Iterator[RawMessage]:
    """Yield the messages that are related and were let go before."""
    for item in items:
        if not isinstance(item, RawMessage):
            continue
        in_thread, by_person = relatives.of(item.content)
        if in_thread or by_person:
            least = 0.0 if in_thread else _LEAST_CHANCE_OF_PEOPLE
            if _was_let_go(reading.person, mark_of(item.content), least):
                yield item


def _was_let_go(person: Person, mark: bytes, least: float) -> bool:
    seen = Seen.objects.of(person).filter(digest=mark, chance__gte=least)
    return seen.exists() and not Message.objects.of(person).filter(digest=mark).exists()


def _keep(reading: Import, raw: RawMessage, about: Context) -> int:
    parsed = parse(raw.content, now())
    parsed = replace(parsed, labels=(*raw.labels, *parsed.labels))
    message = message_of(parsed, read(parsed, about), own=about.is_own(parsed))
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=reading.person_id)
        held = held_by(reading)
        mark = mark_of(raw.content)
        if Message.objects.of(person).filter(digest=mark).exists():
            return 0
        message.person, message.reading, message.digest = person, held, mark
        message.save()
        index_mail(person, [message])
        held.kept += 1
        if held.ordinary:
            held.ordinary -= 1
        else:
            held.known -= 1
        held.save(update_fields=["kept", "ordinary", "known"])
    return 1
