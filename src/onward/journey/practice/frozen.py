"""Frozen values written as JSON, and read again by their types.

What an older version wrote may lack a field or hold one too many: a lack is filled by
the field's own default, what is too much is left out. Where neither helps, it cannot be
read, and whoever asked makes the value anew.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


class UnreadableError(ValueError):
    """What was kept is not such a value, or one of another time."""


def as_json(value: Any) -> bytes:
    """Return a frozen value as JSON."""
    return json.dumps(asdict(value), ensure_ascii=False).encode()


def from_json(kind: type[Value], told: bytes) -> Value:
    """Return the value again; raises UnreadableError where it cannot be."""
    try:
        read: Value = _read(kind, json.loads(told))
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise UnreadableError from problem
    return read


def _read(kind: Any, told: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _one_of(get_args(kind), told)
    if origin is tuple:
        return _tuple(get_args(kind), told)
    if is_dataclass(kind):
        return _fields(kind, told)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(told)
    return told


def _one_of(kinds: tuple[Any, ...], told: Any) -> Any:
    if told is None and NoneType in kinds:
        return None
    return _read(next(kind for kind in kinds if kind is not NoneType), told)


def _tuple(kinds: tuple[Any, ...], told: Any) -> tuple[Any, ...]:
    if kinds[-1] is Ellipsis:
        return tuple(_read(kinds[0], one) for one in told)
    return tuple(_read(kind, one) for kind, one in zip(kinds, told, strict=True))


def _fields(kind: Any, told: Mapping[str, Any]) -> Any:
    hints = get_type_hints(kind)
    known = {
        field.name: _read(hints[field.name], told[field.name])
        for field in fields(kind)
        if field.name in told or field.default is MISSING
    }
    return kind(**known)
