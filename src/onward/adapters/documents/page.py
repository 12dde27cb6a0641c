"""The text of a web page: what it shows, its lists and the columns of its tables."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from onward.adapters.documents.tables import rows_of

_LEFT_OUT = (
    "head", "script", "style", "noscript", "template", "nav", "svg", "iframe", "button",
    "select", "input", "textarea",
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | frozenset((
    "p", "div", "section", "article", "header", "footer", "ul", "ol", "li", "table",
    "br", "hr", "dl", "dt", "dd", "blockquote", "main", "aside", "pre", "figure",
    "form", "fieldset", "address", "details", "summary",
))  # fmt: skip
_HIDDEN = "[hidden], [aria-hidden=true], [style*='display:none']"
# Deeper than this nobody nests what is meant to be read.
_DEEPEST = 150


def page_text(html: str) -> str:
    """Return the words of a page, with "- " before what is listed."""
    page = LexborHTMLParser(html)
    page.strip_tags(list(_LEFT_OUT))
    for node in page.css(_HIDDEN):
        node.decompose()
    if page.body is None:
        return ""
    return "\n".join(_tidied(_lines(page.body, 0)))


def _tidied(lines: list[str]) -> Iterator[str]:
    """Yield the lines with never more than one empty line between them."""
    before = ""
    for line in lines:
        said = " ".join(line.split()) if not line.startswith(" |") else line.rstrip()
        if said or before:
            yield said
        before = said


def _lines(node: LexborNode, depth: int) -> list[str]:
    """Return the lines that a part of the page shows."""
    lines = [""]
    for child in node.iter(include_text=True):
        name = child.tag or ""
        if name == "-text":
            lines[-1] += " ".join(f"|{child.text_content or ''}|".split())[1:-1]
        elif depth >= _DEEPEST:
            continue
        elif name == "tr":
            lines += [*_row(child, depth + 1), ""]
        elif name in _BLOCKS:
            lines += [*_block(child, name, depth + 1), ""]
        else:
            inner = _lines(child, depth + 1)
            lines[-1] += inner[0]
            lines += inner[1:]
    return lines


def _block(node: LexborNode, name: str, depth: int) -> list[str]:
    lines = _lines(node, depth)
    if name == "li":
        return _item(lines)
    if name in _HEADINGS:
        return ["", f"## {' '.join(' '.join(lines).split())}"]
    return lines


def _item(lines: list[str]) -> list[str]:
    """Return the lines of a list item, the first that says something marked as one."""
    said = [line for line in lines if line.strip()]
    if not said or said[0].startswith("- "):
        return said
    return [f"- {said[0].strip()}", *said[1:]]


def _row(node: LexborNode, depth: int) -> Iterator[str]:
    cells = [
        [line.removeprefix("- ") for line in _lines(child, depth)]
        for child in node.iter(include_text=False)
        if child.tag in {"td", "th"}
    ]
    yield from rows_of(cells)
