"""Reads the parameters of Content-Type and Content-Disposition headers."""

import re
from urllib.parse import unquote_to_bytes

from onward.domain.mail.parsing import caps
from onward.domain.mail.parsing.charsets import decoded
from onward.domain.mail.parsing.one_line import header_text, on_one_line

_PARAMETER = re.compile(
    rb';\s*([^\s=;"*]{1,60})(\*\d{1,3})?(\*)?\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)'
)
_ESCAPE = re.compile(rb"\\(.)", re.DOTALL)
_LONGEST = 8_192
_CHARSET_LANGUAGE_VALUE = 3


def value_of(field: bytes) -> str:
    """Return what stands before the parameters, in lower case."""
    return field.partition(b";")[0].strip().decode("latin-1").lower()


def parameters_of(field: bytes) -> dict[str, str]:
    """Return the parameters by lower-case name, their pieces joined and decoded."""
    if b";" not in field:
        return {}
    plain: dict[str, bytes] = {}
    pieces: dict[str, list[tuple[int, bool, bytes]]] = {}
    for count, found in enumerate(_PARAMETER.finditer(field[:_LONGEST])):
        if count >= caps.PARAMETERS:
            break
        name = found[1].decode("latin-1").lower()
        if found[2] or found[3]:
            place = int(found[2][1:]) if found[2] else 0
            pieces.setdefault(name, []).append((place, bool(found[3]), _bare(found[4])))
        else:
            plain.setdefault(name, _bare(found[4]))
    spelled = {name: header_text(value, _LONGEST) for name, value in plain.items()}
    return spelled | {name: _joined(parts) for name, parts in pieces.items()}


def _bare(value: bytes) -> bytes:
    value = value.strip()
    if value[:1] == b'"':
        value = value[1:-1] if value[-1:] == b'"' and len(value) > 1 else value[1:]
        return _ESCAPE.sub(rb"\1", value) if b"\\" in value else value
    return value


def _joined(parts: list[tuple[int, bool, bytes]]) -> str:
    parts.sort(key=lambda part: part[0])
    charset, content = "", b""
    for place, (_, is_encoded, value) in enumerate(parts):
        said = value
        if is_encoded and not place:
            split = said.split(b"'", 2)
            if len(split) == _CHARSET_LANGUAGE_VALUE:
                charset, said = split[0].decode("latin-1"), split[2]
        content += unquote_to_bytes(said) if is_encoded else said
    return on_one_line(decoded(content, charset)[0])
