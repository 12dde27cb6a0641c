"""Cuts HTML made to exhaust a parser: nested by the thousand, tags of a megabyte."""

import re
from collections import Counter

# A tree this deep costs the parser 10 ms; the price grows with the square.
_DEEPEST = 2_000
# Real mail has fewer tags than this; only what has more is looked at closely.
_USUAL_TAGS = 2_000
_LONGEST_TAG = 65_536
_HUGE_TAG = re.compile(r"<[^<>]{65536,}>?")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s<>/]{0,30})")
_NEVER_NEST = frozenset(
    {
        *("br", "img", "hr", "input", "meta", "link", "area", "col", "wbr", "base"),
        *("p", "td", "tr", "th", "tbody", "thead", "option"),
    }
)


def without_excess(html: str) -> str:
    """Return the HTML up to where it nests deeper than any mail, without giant tags."""
    if len(html) > _LONGEST_TAG:
        html = _HUGE_TAG.sub("", html)
    if html.count("<") <= _USUAL_TAGS:
        return html
    return html[: _where_too_deep(html)]


def _where_too_deep(html: str) -> int:
    opened: Counter[str] = Counter()
    depth = 0
    for found in _TAG.finditer(html):
        name = found[2].lower()
        if name in _NEVER_NEST:
            continue
        if not found[1]:
            opened[name] += 1
            depth += 1
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
        if depth > _DEEPEST:
            return found.start()
    return len(html)
