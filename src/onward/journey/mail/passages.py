"""Lets kept mail be found by its words."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import connection

from onward.background.rows import update_all
from onward.journey.applications.models import Application, Passage
from onward.journey.applications.search import words_of
from onward.journey.mail.models import Message
from onward.journey.people.models import Person

# `bulk_create` takes ten times as long.
_INDEX = """
INSERT INTO applications_passage (person_id, key, text) VALUES (%s, %s, %s)
ON CONFLICT (person_id, key) DO UPDATE SET text = excluded.text
"""


def index_mail(person: Person, messages: Iterable[Message]) -> None:
    """Make messages findable, many in one go; they belong to no application yet."""
    rows = [(person.pk, message.key, _words(message)) for message in messages]
    with connection.cursor() as cursor:
        cursor.executemany(_INDEX, rows)


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
    found = Passage.objects.of(person).filter(key__in=rows).defer("text")
    changed = [one for one in found if one.application_id != rows[one.key]]
    for one in changed:
        one.application_id = rows[one.key]
    update_all(changed, ["application"])


def forget_words(person: Person, keys: Iterable[str]) -> None:
    """Make messages unfindable."""
    Passage.objects.of(person).filter(key__in=list(keys)).delete()
