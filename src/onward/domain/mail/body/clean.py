"""Turns the HTML of a message into the text a person would read."""

import re
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from onward.domain.mail.body.nesting import without_excess
from onward.domain.mail.body.plain import tidied
from onward.domain.mail.body.written import Written
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.parsing import caps

_UNSEEN = frozenset(
    {
        *("head", "title", "style", "script", "template", "object", "svg", "math"),
        *("select", "textarea", "audio", "video", "iframe", "canvas", "map"),
        *("-comment", "!doctype", "-undef"),
    }
)
_PARAGRAPHS = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre"),
        *("blockquote", "hr", "article", "section", "table"),
    }
)
_BLOCKS = _PARAGRAPHS | {
    *("div", "tr", "li", "dt", "dd", "address", "center", "caption", "fieldset"),
    *("form", "header", "footer", "main", "nav", "aside", "figure", "figcaption"),
    *("thead", "tbody", "tfoot", "body", "html", "legend", "details", "summary"),
}
_CELLS = frozenset({"td", "th"})
_BREAKING = _BLOCKS | _CELLS | {"br"}
_TRANSPARENT = re.compile(r"opacity:0(?:\.0+)?(?:;|!|$)")


def clean(html: str) -> str:
    """Return the text of hostile HTML; lines of an earlier mail start with "> "."""
    html = without_excess(html[: caps.TEXT])
    root = LexborHTMLParser(html).body
    if root is None:
        return ""
    text = tidied(_text_of(root, shows_hidden=False))
    return text or tidied(_text_of(root, shows_hidden=True))


def _text_of(root: LexborNode, *, shows_hidden: bool) -> str:
    """Walk the tree without recursion, since mail may nest it thousands deep."""
    written = Written()
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag or ""
        entered = False
        if tag == "-text":
            written.say(node.text_content or "")
        elif tag and tag not in _UNSEEN and (shows_hidden or not _is_hidden(node)):
            entered = node.child is not None
            if tag in _BREAKING:
                _open(node, tag, written)
                if not entered:
                    _close(node, tag, written)
        node = node.child if entered else _following(node, root, written)
    return written.text()


def _following(
    node: LexborNode, root: LexborNode, written: Written
) -> LexborNode | None:
    """Return the next node after a finished one, closing what it ends."""
    at: LexborNode | None = node
    top = root.mem_id  # comparing nodes would compare their whole HTML
    while at is not None and at.mem_id != top:
        following = at.next
        if following is not None:
            return following
        at = at.parent
        if at is not None and (tag := at.tag or "") in _BREAKING:
            _close(at, tag, written)
    return None


def _open(node: LexborNode, tag: str, written: Written) -> None:
    if tag == "br":
        written.end_line()
    elif tag in _CELLS:
        written.leave_space()
    elif tag in _BLOCKS:
        written.start_block(is_paragraph=tag in _PARAGRAPHS)
        if tag == "li":
            written.start_item()
        elif tag == "pre":
            written.keeps_lines = True
        elif tag == "blockquote" and _is_quote(node):
            written.start_quote()


def _close(node: LexborNode, tag: str, written: Written) -> None:
    if tag in _CELLS:
        written.leave_space()
    elif tag in _BLOCKS:
        if tag == "blockquote" and _is_quote(node):
            written.end_quote()
        elif tag == "pre":
            written.keeps_lines = False
        written.start_block(is_paragraph=tag in _PARAGRAPHS)


def _is_quote(node: LexborNode) -> bool:
    attributes = node.attributes
    return (attributes.get("type") or "").lower() == "cite" or (
        "_quote" in (attributes.get("class") or "")
    )


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attrs
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    if not style:
        return False
    style = style.lower()
    if "none" not in style and "hidden" not in style and "opacity" not in style:
        return False
    style = style.replace(" ", "")
    return (
        "display:none" in style
        or "visibility:hidden" in style
        or ("max-height:0" in style and "overflow:hidden" in style)
        or _TRANSPARENT.search(style) is not None
    )


# A plain part shorter than this is weighed against the HTML part.
_SURELY_ENOUGH = 400
_EMPTY_PROMISES = (
    *("view this email in", "view in browser", "view it in your browser"),
    *("view online", "view this message in", "html format", "html-format"),
    *("support html", "display html", "html version", "html email", "html mail"),
    *("im browser", "dans votre navigateur", "unterstützt kein html"),
)
_MARKUP = ("<html", "<body", "</div>", "</p>", "</td>", "<br")


def body_of(parsed: ParsedMail) -> str:
    """Return what a message says as text, from its better part."""
    is_short = len(parsed.text) + len(parsed.html) <= _SHORT
    better = _known_better if is_short else _better
    return better(parsed.text, parsed.html)


def _better(text: str, html: str) -> str:
    plain = tidied(text)
    if not html:
        return tidied(clean(plain)) if _is_markup(plain) else plain
    if len(plain) >= _SURELY_ENOUGH and not _is_markup(plain):
        return plain
    from_html = clean(html)
    return from_html if _is_better(from_html, plain) else plain


# In a first look short mail is asked for its words up to three times.
_SHORT = 24_000
_known_better = lru_cache(maxsize=256)(_better)


def _is_markup(plain: str) -> bool:
    if "<" not in plain:
        return False
    low = plain[:_SURELY_ENOUGH].lower()
    return any(sign in low for sign in _MARKUP)


def _is_better(from_html: str, plain: str) -> bool:
    if not from_html:
        return False
    low = plain.lower()
    if not plain or _is_markup(plain) or any(sign in low for sign in _EMPTY_PROMISES):
        return True
    return len(from_html.split()) > 2 * len(plain.split())
