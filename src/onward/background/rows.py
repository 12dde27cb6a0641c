"""Writes what changed of many rows at once."""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Field, Model


def update_all(rows: Sequence[Model], fields: Sequence[str]) -> None:
    """Write these fields of rows that are kept already.

    `bulk_update` asks for each row in each field, and an insert that turns into an
    update writes down all fields: both take several times as long.
    """
    if not rows:
        return
    meta, quoted = rows[0]._meta, connection.ops.quote_name  # noqa: SLF001 - Django's own way
    named = {one.name: one for one in meta.concrete_fields}
    wanted = [named[name] for name in fields]
    told = ", ".join(f"{quoted(str(one.column))} = %s" for one in wanted)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {quoted(meta.db_table)} SET {told} WHERE id = %s",  # noqa: S608 - names of columns
            [(*_values(row, wanted), row.pk) for row in rows],
        )


def _values(row: Model, fields: Sequence["Field[Any, Any]"]) -> list[Any]:
    """Return what a row holds as its database takes it."""
    return [
        field.get_db_prep_save(getattr(row, str(field.attname)), connection)
        for field in fields
    ]
