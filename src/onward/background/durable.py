"""Commits that outlive a power cut, for the few that must."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def durably() -> Iterator[None]:
    """Run one outermost transaction that is on the disk when it is over.

    In its usual setting SQLite may lose the last commits when the power goes, though
    not when the process is killed. Waiting for the disk each time would slow imports.
    """
    if connection.vendor != "sqlite":
        with transaction.atomic(durable=True):
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=FULL")
    try:
        with transaction.atomic(durable=True):
            yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=NORMAL")
