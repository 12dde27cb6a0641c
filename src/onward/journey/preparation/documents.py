"""The text of a file that was given: an advert or a CV, as it stands in it."""

from onward.domain.errors import OnwardError

MOST_BYTES = 5_000_000


class UnreadableDocumentError(OnwardError):
    """This file cannot be read. Onward reads PDF, DOCX, HTML and plain text."""


def text_of(name: str, content: bytes) -> str:
    """Return the text of a file by its name's ending; raises if there is none."""
    if len(content) > MOST_BYTES:
        raise UnreadableDocumentError
    ending = name.rpartition(".")[2].lower()
    if ending in {"html", "htm"}:
        return _from_html(content)
    if ending in {"txt", "md", "text"}:
        return content.decode("utf-8", "replace")
    raise UnreadableDocumentError


def _from_html(content: bytes) -> str:
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - slow to load

    page = LexborHTMLParser(content.decode("utf-8", "replace"))
    for node in page.css("script, style, nav, footer"):
        node.decompose()
    body = page.body
    return body.text(separator="\n", strip=True) if body else ""
