"""A file of rows: what a row holds, as a schema says it, and the rows themselves."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from onward.journey.custody.taking_out.anger import Row, without_anger
from onward.journey.people.models import Person, Personal

_AT_ONCE = 500
_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
# The first that fits; a list or an object may be anything.
_TYPES: tuple[tuple[type[models.Field[Any, Any]], Row], ...] = (
    (models.DateTimeField, {"type": "string", "format": "date-time"}),
    (models.DateField, {"type": "string", "format": "date"}),
    (models.TimeField, {"type": "string", "format": "time"}),
    (models.BooleanField, {"type": "boolean"}),
    (models.FloatField, {"type": "number"}),
    (models.ForeignKey, {"type": "integer"}),
    (models.IntegerField, {"type": "integer"}),
    (models.JSONField, {}),
    (models.Field, {"type": "string"}),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A model that goes along: the name of its file, and what a row of it is.

    `without` are fields that stay here; `only` says which rows there are. `drafts` are
    fields with words that somebody may have begun in anger.
    """

    model: type[Personal]
    name: str
    said: str
    without: frozenset[str] = frozenset()
    only: Mapping[str, object] = field(default_factory=dict)
    drafts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One file of rows; `fields` says what each field of a row is."""

    name: str
    said: str
    fields: Mapping[str, Row]
    rows: Callable[[Person], Iterable[Row]]

    @property
    def schema(self) -> Row:
        """What stands in the file, in the words of JSON Schema."""
        one = {
            "type": "object",
            "properties": dict(self.fields),
            "required": list(self.fields),
            "additionalProperties": False,
        }
        return {"description": self.said, "type": "array", "items": one}


def table_of(kind: Kind, names: Mapping[type[models.Model], str]) -> Table:
    """Return the table of a model, without what stays here and what is locked.

    `names` are the files of all models, to say where a row of another is found.
    """
    left = {"person", *kind.without}
    fields = {
        one.attname: _type_of(one, names)
        for one in kind.model._meta.concrete_fields  # noqa: SLF001 - Django's own way
        if one.name not in left and not isinstance(one, models.BinaryField)
    }

    def rows(person: Person) -> Iterator[Row]:
        mine = kind.model._default_manager.filter(person=person, **kind.only)  # noqa: SLF001
        found = mine.order_by("pk").values(*fields)
        plain = found.iterator(chunk_size=_AT_ONCE)
        yield from without_anger(person, plain, kind.drafts) if kind.drafts else plain

    return Table(f"{kind.name}.json", kind.said, fields, rows)


def _type_of(
    one: "models.Field[Any, Any]", names: Mapping[type[models.Model], str]
) -> Row:
    told = next(dict(told) for kind, told in _TYPES if isinstance(one, kind))
    if one.null and "type" in told:
        told["type"] = [told["type"], "null"]
    if isinstance(one, models.ForeignKey):
        told["description"] = f"The id of a row in {names[one.related_model]}.json"
    return told


def as_json(rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield rows as one JSON list, a row a line."""
    before = "[\n"
    for row in rows:
        line = json.dumps(row, ensure_ascii=False, cls=DjangoJSONEncoder)
        yield f"{before}{line}".encode("utf-8", "replace")
        before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"


def schema_of(tables: Iterable[Table]) -> bytes:
    """Return what every file holds, for programs and for who writes one."""
    files = {table.name: table.schema for table in tables}
    told = {"$schema": _SCHEMA, "$defs": files}
    return json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"
