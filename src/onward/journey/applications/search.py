"""Full text search over applications and their mail: FTS5 or PostgreSQL's own.

Every word asked for must be there, at least begun: "dat anal" finds Data Analyst.
"""

import re
import unicodedata
from typing import Any

from django.db.models import BigIntegerField, Lookup, QuerySet, TextField
from django.db.models.functions import Cast, Coalesce, Substr

from onward.journey.applications.models import Application, Passage
from onward.journey.people.models import Person

# Of longer texts the beginning is enough to find them again.
LONGEST_TEXT = 20_000
_MOST_WORDS = 12
_WORD = re.compile(r"[^\W_]+")


def index(
    person: Person, key: str, text: str, application: Application | None = None
) -> None:
    """Make a thing's text findable, in place of what was findable of it before."""
    Passage.objects.update_or_create(
        person=person,
        key=key,
        defaults={"text": " ".join(words_of(text)), "application": application},
    )


def remove(person: Person, key: str) -> None:
    """Make a thing's text unfindable."""
    Passage.objects.of(person).filter(key=key).delete()


def find(person: Person, words: str) -> QuerySet[Passage]:
    """Return the passages that hold all the words; without a word, none."""
    asked = words_of(words)[:_MOST_WORDS]
    if not asked:
        return Passage.objects.none()
    return Passage.objects.of(person).filter(text__has_words=" ".join(asked))


def find_applications(person: Person, words: str) -> QuerySet[Application, int]:
    """Return the ids of the applications that the words are found in or with.

    One that was merged is found as its whole. The passages come first and alone, so
    that an application is looked at once however much of its mail holds the words.
    """
    held = find(person, words).filter(application__isnull=False)
    found = Application.objects.of(person).filter(pk__in=held.values("application_id"))
    return found.values_list(Coalesce("merged_into_id", "pk"), flat=True)


def find_numbers(person: Person, words: str, of: str) -> QuerySet[Passage, int]:
    """Return the ids of the things of one kind ("message") that hold the words."""
    found = find(person, words).filter(key__startswith=f"{of}:")
    number = Cast(Substr("key", len(of) + 2), BigIntegerField())
    return found.values_list(number, flat=True)


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case without accents, and nothing else."""
    text = text[:LONGEST_TEXT].casefold()
    if text.isascii():
        return _WORD.findall(text)
    parted = unicodedata.normalize("NFKD", text)
    accents = set(filter(unicodedata.combining, set(parted)))
    if accents:  # seldom, and to go through a text letter by letter takes long
        parted = "".join([letter for letter in parted if letter not in accents])
    return _WORD.findall(parted)


@TextField.register_lookup
class HasWords(Lookup[str]):
    """Keeps the rows of the passages' table whose text has all words, at least begun.

    The words hold letters and digits only, so that none is an operator.
    """

    lookup_name = "has_words"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, *_: Any) -> tuple[str, list[str]]:
        """Ask the FTS5 table that triggers keep beside the passages."""
        row = compiler.quote_name_unless_alias(self.lhs.alias)
        asked = " ".join(f'"{word}"*' for word in self.rhs.split())
        found = "SELECT rowid FROM applications_passage_words WHERE text MATCH %s"
        return f"{row}.id IN ({found})", [asked]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """Ask the GIN index; its expression must be the same as here."""
        text, parameters = self.process_lhs(compiler, connection)
        asked = " & ".join(f"'{word}':*" for word in self.rhs.split())
        found = f"to_tsvector('simple', {text}) @@ to_tsquery('simple', %s)"
        return found, [*parameters, asked]
