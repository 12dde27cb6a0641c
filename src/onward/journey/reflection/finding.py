"""Letting the search find a reflection, only where the person ticks it.

What the search finds stands open in the database: that is what the tick means.
"""

from django.db import connection, transaction

from onward.background.shredding import shred_what_goes
from onward.journey.applications import search
from onward.journey.reflection.models import Reflection
from onward.journey.reflection.reading import Account, account_of

_WORDS = "applications_passage_words"


@transaction.atomic
def choose_who_sees(
    *, reflection: Reflection, is_findable: bool, goes_along: bool
) -> Reflection:
    """Keep both ticks; what the search is to find no more is gone from the disk."""
    was_findable = reflection.is_findable
    reflection.is_findable, reflection.goes_along = is_findable, goes_along
    reflection.save(update_fields=["is_findable", "goes_along"])
    if is_findable:
        keep_findable(account_of(reflection))
    elif was_findable:
        forget_words(reflection)
    return reflection


def keep_findable(account: Account) -> None:
    """Let the search find a reflection by its words of now."""
    row = account.reflection
    words = (
        *account.facts.words,
        *account.meaning.words,
        *account.long_form.values(),
    )
    search.index(row.person, row.key, "\n".join(words), account.application)


def forget_words(reflection: Reflection) -> None:
    """Let the search find it no more, and leave none of its words on the disk."""
    shred_what_goes()
    search.remove(reflection.person, reflection.key)
    if connection.vendor == "sqlite":
        # Until its pieces are merged the index keeps words that were deleted.
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {_WORDS}({_WORDS}) VALUES('optimize')")
