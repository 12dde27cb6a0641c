"""Reads the text out of a document, by what it is and not by what it is called."""

from onward.domain.errors import OnwardError

# An advert or a CV is a few pages; what is larger is something else.
MOST_BYTES = 10_000_000
_PDF, _ZIP, _RICH_TEXT = b"%PDF-", b"PK\x03\x04", b"{\\rtf"
# How a text says in which way it is written. The longer marks come first.
_MARKS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# In two bytes a letter most western text has an empty one at every other place.
_EVERY_OTHER = 0.7
_LOOKS_AT = 2_000
_FEWEST = 8  # bytes, below which any two would look like such a letter


class UnreadableDocumentError(OnwardError):
    """This file cannot be read. Onward reads PDF, DOCX, HTML and plain text."""


class TooLargeDocumentError(UnreadableDocumentError):
    """This file is too large for an advert or a CV. Ten megabytes are the most."""


class LockedDocumentError(UnreadableDocumentError):
    """This file is locked with a password. Save it without one, or paste its text."""


class PictureDocumentError(UnreadableDocumentError):
    """There are pictures in this file and no text. Paste the text instead."""


def text_of(content: bytes) -> str:
    """Return the text of a document, line by line, with "- " before what is listed."""
    if len(content) > MOST_BYTES:
        raise TooLargeDocumentError
    if content.startswith(_PDF):
        from onward.adapters.documents.pdf import pdf_text  # noqa: PLC0415 - slow

        return pdf_text(content)
    if content.startswith(_ZIP):
        from onward.adapters.documents.docx import docx_text  # noqa: PLC0415 - seldom

        return docx_text(content)
    return _written(content)


def _written(content: bytes) -> str:
    """Return plain text as it stands, so that places in it can be trusted, or a page's.

    Anything else is refused.
    """
    name = _wide(content)
    if content.startswith(_RICH_TEXT) or (not name and b"\0" in content[:_LOOKS_AT]):
        raise UnreadableDocumentError
    text = content.decode(name, "replace") if name else _decoded(content)
    head = text[:_LOOKS_AT].lstrip().lower()
    if head.startswith(("<!doctype html", "<html")) or "<body" in head or "<p>" in head:
        from onward.adapters.documents.page import page_text  # noqa: PLC0415 - slow

        return page_text(text).strip()
    return text


def _wide(content: bytes) -> str:
    """Return the name of a way of writing with several bytes a letter, or nothing."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    if len(content) < _FEWEST:
        return ""
    first, second = content[:_LOOKS_AT:2], content[1:_LOOKS_AT:2]
    if first.count(0) == 0 and second.count(0) > _EVERY_OTHER * len(second):
        return "utf-16-le"
    if second.count(0) == 0 and first.count(0) > _EVERY_OTHER * len(first):
        return "utf-16-be"
    return ""


def _decoded(content: bytes) -> str:
    for name in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")
