"""Reads the text out of a document, by what it is and not by what it is called."""

from onward.domain.errors import OnwardError

# An advert or a CV is a few pages; what is larger is something else.
MOST_BYTES = 10_000_000
_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
_LOOKS_AT = 2_000


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
    if b"\0" in content[:_LOOKS_AT] and not content.startswith(
        (b"\xff\xfe", b"\xfe\xff")
    ):
        raise UnreadableDocumentError
    text = _decoded(content)
    head = text[:_LOOKS_AT].lstrip().lower()
    if head.startswith(("<!doctype html", "<html")) or "<body" in head or "<p>" in head:
        from onward.adapters.documents.page import page_text  # noqa: PLC0415 - slow

        return page_text(text).strip()
    return text


def _decoded(content: bytes) -> str:
    for name in ("utf-8-sig", "utf-16", "cp1252"):
        is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
        if (name == "utf-16") is not is_wide:
            continue
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")
