"""The text of a Word document (DOCX): its paragraphs, lists and tables in order."""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from onward.adapters.documents.reading import (
    LockedDocumentError,
    PictureDocumentError,
    UnreadableDocumentError,
)
from onward.adapters.documents.tables import rows_of

_BODY = "word/document.xml"
# A body that unpacks to more than this is no advert and no CV.
_MOST_BYTES = 30_000_000
# The few elements that carry text; a full reader of XML would follow entities too.
_PARAGRAPH_ENDS, _CELL_ENDS, _ROW_ENDS = "</w:p>", "</w:tc>", "</w:tr>"
_ROW_BEGINS = ("<w:tr>", "<w:tr ")
_PIECE = re.compile(r"<w:t(?: [^<>]*)?>(?P<text>[^<]*)</w:t>|<w:(?P<gap>tab|br|cr)[ /]")
_LISTED = re.compile(r"<w:numPr>|<w:pStyle w:val=\"List")


def docx_text(content: bytes) -> str:
    """Return the text of a DOCX; raises what can be told if there is none."""
    text = "\n".join(_lines(_body(content))).strip()
    if not text:
        raise PictureDocumentError
    return text


def _body(content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as packed:
            entry = packed.getinfo(_BODY)
            if entry.flag_bits & 1:
                raise LockedDocumentError
            if entry.file_size > _MOST_BYTES:
                raise UnreadableDocumentError
            with packed.open(entry) as body:
                return body.read(_MOST_BYTES).decode("utf-8", "replace")
    except (BadZipFile, KeyError, OSError, NotImplementedError) as problem:
        raise UnreadableDocumentError from problem


def _lines(body: str) -> Iterator[str]:
    """Yield the document's lines, those of a table with bars between the cells."""
    *rows, rest = body.split(_ROW_ENDS)
    for part in rows:
        begun = max(part.rfind(mark) for mark in _ROW_BEGINS)
        if begun < 0:
            yield from _paragraphs(part)
            continue
        yield from _paragraphs(part[:begun])
        cells = part[begun:].split(_CELL_ENDS)[:-1]
        yield from rows_of([[*_plain(_paragraphs(cell))] for cell in cells])
    yield from _paragraphs(rest)


def _plain(lines: Iterator[str]) -> Iterator[str]:
    """Yield the lines of a cell, in which a list needs no dashes."""
    yield from (line.removeprefix("- ") for line in lines)


def _paragraphs(part: str) -> Iterator[str]:
    for paragraph in part.split(_PARAGRAPH_ENDS):
        pieces = (_said(piece) for piece in _PIECE.finditer(paragraph))
        text = "".join(pieces).strip()
        yield f"- {text}" if text and _LISTED.search(paragraph) else text


def _said(piece: re.Match[str]) -> str:
    if piece["gap"]:
        return " " if piece["gap"] == "tab" else "\n"
    return unescape(piece["text"])
