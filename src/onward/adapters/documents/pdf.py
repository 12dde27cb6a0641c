"""The text of a PDF, with lines that were broken at the margin put together again."""

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import islice

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from onward.adapters.documents.reading import (
    LockedDocumentError,
    PictureDocumentError,
    UnreadableDocumentError,
)

# What it thinks of a broken file is told in words of our own.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

_MOST_PAGES = 40
_MARK = re.compile(
    r"^\s*(?:[\u2022\u25cf\u25aa\u25e6\u2023\u00b7\uf0b7*]|[-\u2013\u2014](?=\s)|o(?=\s{1,4}\S))\s*"
)
_NUMBER = re.compile(r"^\s*\(?(?:\d{1,2}|[a-z])[.)]\s")
_ENDED = re.compile(r"[.!?:;]['\u201d\u2019)]?$")
# Lines shorter than this part of the longest were ended by whoever wrote them.
_FULL = 0.7


def pdf_text(content: bytes) -> str:
    """Return the text of a PDF; raises what the person can be told if there is none."""
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise LockedDocumentError
        pages = [page.extract_text() for page in islice(reader.pages, _MOST_PAGES)]
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as problem:
        raise UnreadableDocumentError from problem
    text = "\n".join(unbroken(page) for page in pages).strip()
    if not text:
        raise PictureDocumentError
    return text


def unbroken(page: str) -> str:
    """Return a page's lines as they were meant: what the margin broke is one again."""
    lines = [" ".join(line.split()) for line in page.splitlines()]
    width = max((len(line) for line in lines), default=0)
    return "\n".join(_joined(lines, width))


def _joined(lines: list[str], width: int) -> Iterator[str]:
    held = before = ""
    for raw in lines:
        line = _MARK.sub("- ", raw)
        if held and _goes_on(before, line, width):
            held = f"{held[:-1]}{line}" if _is_split_word(held) else f"{held} {line}"
        else:
            if held or before:
                yield held
            held = line
        before = raw
    yield held


def _goes_on(before: str, line: str, width: int) -> bool:
    """Tell whether a line only goes on with the one before it."""
    if (
        not line
        or line.startswith("- ")
        or _NUMBER.match(line)
        or _ENDED.search(before)
    ):
        return False
    return line[0].islower() or (len(before) >= _FULL * width and line[0] in "(&\u201c")


def _is_split_word(held: str) -> bool:
    return held.endswith("-") and held[-2:-1].isalpha()
