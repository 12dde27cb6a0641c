"""Finds what a feedback text says, between its greeting and its signature."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onward.domain.feedback.headings import is_heading, kind_of
from onward.domain.feedback.note import Kind
from onward.domain.feedback.quoted import Line, parted

_HEADER = re.compile(
    r"(?:from|to|cc|sent|date|subject|reply-to):\s.{0,300}$", re.IGNORECASE
)
_GREETING = re.compile(
    r"(?:(?:dear|hi|hiya|hey+|hello|heya|good (?:morning|afternoon|evening|day)|yo"
    r"|dia dhuit|g'day|greetings|to whom)\b(?:[ ,]+[^\s.!?;:]+){0,5}?"
    r"|(?:morning|afternoon|evening)(?:[ ,]+[^\s.!?;:]+)?)\s*[,.!:\u2013-]*\s*$",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:(?:with |my |our )*"
    r"(?:very |warm(?:est)? |kind(?:est)? |best |friendly |many )*"
    r"(?:regards|wishes|thanks|greetings)"
    r"|yours(?: (?:sincerely|faithfully|truly|ever))?"
    r"|sincerely|all (?:the|my) best|best|cheers|thanks(?: again)?|thank you|take care"
    r"|speak soon|warmly|love|lots of love|with love|mfg|rgds|kr|br|ta|x+|god bless"
    r"|regards,? .{0,30}|good luck(?: with .{0,40})?|best of luck)\s*[,.!x]*\s*$",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"[ \t]*(?:[-*\u2022·▪◦\u2013\u2014+✓✗✔✘]|\(?\d{1,2}[.)]|\(?[a-h][.)])"
    r"[ \t]+(?=\S)"
)
_POSTSCRIPT = re.compile(r"p\.?\s?p?\.?s\b", re.IGNORECASE)
_NAME = re.compile(r"[-\u2013\u2014]?\s*(?:[^\W\d_a-z][\w.'\u2019&-]*\s*){1,4}[x,.]*$")
_NARROWEST_WRAPPED, _WIDEST_WRAPPED = 55, 100
_RAGGED = 12
_LONGEST_SIGNATURE, _LONGEST_SIGNATURE_LINE = 14, 80


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of prose or one item of a list.

    `under` is the kind its heading announces; `heading` is that heading's words.
    """

    start: int
    end: int
    under: Kind | None = None
    heading: str = ""
    is_item: bool = False


def passages_in(text: str) -> Iterator[Passage]:
    """Yield the stretches to read; a text that only quotes is read all the same."""
    lines = parted(text)
    own = _spoken(text, lines.own)
    if any(_has_words(text[line.start : line.end]) for line in own):
        yield from _runs(text, own)
    else:
        yield from _runs(text, [_unquoted(text, line) for line in lines.earlier])


def _has_words(said: str) -> bool:
    return any(letter.isalnum() for letter in said) and not _greets(said.strip())


def _unquoted(text: str, line: Line) -> Line:
    said = text[line.start : line.end]
    return Line(line.end - len(said.lstrip("> \t")), line.end)


def _spoken(text: str, lines: Sequence[Line]) -> list[Line]:
    """Drop what stands above the greeting, the greeting, the sign-off and the names."""
    kept: list[Line] = []
    signing = False
    is_top = True
    for place, line in enumerate(lines):
        said = text[line.start : line.end].strip()
        if is_top and said and _HEADER.match(said):
            continue
        is_top = is_top and not said
        if _closes(said) and len(lines) - place <= _LONGEST_SIGNATURE:
            signing = True
        elif signing and said and not _in_signature(said):
            signing = False
        if signing or _greets(said):
            kept.append(Line(line.start, line.start))
        else:
            kept.append(line)
    return _without_names(text, kept)


def _closes(said: str) -> bool:
    return len(said) < _LONGEST_SIGNATURE_LINE and bool(_SIGN_OFF.match(said))


def _greets(said: str) -> bool:
    return len(said) < _LONGEST_SIGNATURE_LINE and bool(_GREETING.match(said))


def _in_signature(said: str) -> bool:
    return len(said) < _LONGEST_SIGNATURE_LINE and not (
        _POSTSCRIPT.match(said) or said.endswith((".", "?", "!"))
    )


def _without_names(text: str, lines: list[Line]) -> list[Line]:
    """Drop a name that stands alone at the end."""
    while lines and not text[lines[-1].start : lines[-1].end].strip():
        lines.pop()
    if len(lines) > 1 and not text[lines[-2].start : lines[-2].end].strip():
        said = text[lines[-1].start : lines[-1].end].strip()
        if len(said) < _LONGEST_SIGNATURE_LINE and _NAME.match(said):
            lines.pop()
    return lines


def _runs(text: str, lines: Sequence[Line]) -> Iterator[Passage]:
    """Join the lines that a mail program wrapped; a heading holds for its list."""
    run: list[Line] = []
    under, heading = None, ""
    filled = gap = False
    width = _wrapped_at(lines)
    last = max((line.end for line in lines if line.end > line.start), default=0)
    for line in lines:
        said = text[line.start : line.end]
        item = _ITEM.match(said)
        heads = not item and line.end < last and is_heading(said)
        ended = run and _was_ended(run[-1], said, width)
        if run and (not said.strip() or item or heads or ended):
            yield _passage(text, run, under, heading)
            run, filled, gap = [], True, False
        if not said.strip():
            gap = True
            continue
        if heads:
            under, heading, filled = kind_of(said), said.strip(), False
            continue
        if filled and gap and not item:
            under, heading = None, ""
        run.append(line)
    if run:
        yield _passage(text, run, under, heading)


def _wrapped_at(lines: Sequence[Line]) -> int:
    """Return the width at which a mail program wrapped the lines; 0 if none did."""
    lengths = sorted(line.end - line.start for line in lines)[-2:]
    if len(lengths) < len("ab") or lengths[1] - lengths[0] > _RAGGED:
        return 0
    width = lengths[1]
    return width if _NARROWEST_WRAPPED <= width <= _WIDEST_WRAPPED else 0


def _was_ended(last: Line, following: str, width: int) -> bool:
    """Tell whether a line was ended on purpose and not wrapped by a mail program.

    A program wraps where the next word would not fit any more.
    """
    if not width:
        return True
    word = following.split(maxsplit=1)[0] if following.strip() else ""
    return last.end - last.start + 1 + len(word) <= width


def _passage(
    text: str, run: Sequence[Line], under: Kind | None, heading: str
) -> Passage:
    start, end = run[0].start, run[-1].end
    item = _ITEM.match(text[start:end])
    if item:
        start += item.end()
    return Passage(start, end, under, heading, item is not None)
