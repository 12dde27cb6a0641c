"""Deleting so that the words are gone from the disk as well.

SQLite may leave deleted words in its file and in its journal. PostgreSQL has no switch
for that: there its own tidying decides when they go.
"""

from django.db import connection, transaction


def overwrite_what_goes() -> None:
    """Let what is deleted or replaced from now on be overwritten in the file."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def shred_what_goes() -> None:
    """Let what this transaction deletes be gone from file and journal once it is over.

    The price is a wait for whoever is writing just then.
    """
    overwrite_what_goes()
    if connection.vendor == "sqlite":
        transaction.on_commit(_empty_journal)


def _empty_journal() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
