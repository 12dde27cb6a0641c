"""Lets kept mail be found by its words."""

from collections.abc import Iterable, Mapping, Sequence

from onward.journey.applications.models import Application, Passage
from onward.journey.applications.search import words_of
from onward.journey.mail.models import Message
from onward.journey.people.models import Person


def index_mail(person: Person, messages: Iterable[Message]) -> None:
    """Make messages findable, many in one go; they belong to no application yet."""
    Passage.objects.bulk_create(
        [
            Passage(person=person, key=message.key, text=_words(message))
            for message in messages
        ],
        update_conflicts=True,
        unique_fields=["person", "key"],
        update_fields=["text"],
        batch_size=100,
    )


def _words(message: Message) -> str:
    said = f"{message.sender_name} {message.sender_address} {message.shown_text}"
    return " ".join(words_of(said))


def put_with(row: Application, messages: Sequence[Message]) -> None:
    """Let what is found in messages lead to their application."""
    keys = [message.key for message in messages]
    found = Passage.objects.filter(person_id=row.person_id, key__in=keys)
    found.exclude(application=row).update(application=row)


def put_all_with(person: Person, rows: Mapping[str, int]) -> None:
    """Let what is found in many messages lead to their applications."""
    found = list(Passage.objects.of(person).filter(key__in=rows))
    changed = [one for one in found if one.application_id != rows[one.key]]
    for one in changed:
        one.application_id = rows[one.key]
    Passage.objects.bulk_update(changed, ["application"], batch_size=200)


def forget_words(person: Person, keys: Iterable[str]) -> None:
    """Make messages unfindable."""
    Passage.objects.of(person).filter(key__in=list(keys)).delete()
