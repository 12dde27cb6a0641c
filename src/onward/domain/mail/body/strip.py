"""Parts what a mail newly says from what it only repeats."""

from dataclasses import dataclass
from functools import lru_cache

from onward.domain.mail.body.endings import without_ending
from onward.domain.mail.body.quotes import (
    Mark,
    header_block_at,
    is_bulleted,
    is_marked,
    is_quoted,
    lead_before,
    mark_in,
)


@dataclass(frozen=True, slots=True)
class Stripped:
    """The words newly written, and those quoted from earlier mail."""

    new_text: str
    quoted_text: str


def strip(text: str, *, is_forward: bool = False) -> Stripped:
    """Return the new words of a mail and the quoted ones.

    What was passed on counts as new, since it is what the mail is about. A mail that
    only quotes keeps its quote as its words. `is_forward` is what its subject says.
    """
    known = _known_stripped if len(text) <= _SHORT else _stripped
    return known(text, is_forward)


def _stripped(text: str, is_forward: bool) -> Stripped:  # noqa: FBT001
    lines = _without_mark_on_top(text.replace("\r\n", "\n").split("\n"))
    new, quoted, passed_on = _parted(lines, is_forward=is_forward)
    if is_forward and not passed_on:
        new, quoted = [*new, "", *_unmarked(quoted)], []
    new_text = without_ending("\n".join(new))
    quoted_text = "\n".join(quoted).strip("\n")
    if new_text.strip():
        return Stripped(new_text, quoted_text)
    unmarked = "\n".join(_unmarked(quoted)).strip("\n ")
    words = without_ending(unmarked) or unmarked or text.strip()
    return Stripped(words, quoted_text)


# A first look reads short mail twice: its first lines are all it says.
_SHORT = 5_000
_known_stripped = lru_cache(maxsize=256)(_stripped)


def _without_mark_on_top(lines: list[str]) -> list[str]:
    """Drop "please type your reply above this line" where nothing stands above it."""
    top = _after_blank(lines, 0)
    return lines[top + 1 :] if mark_in(lines[top]) is Mark.ORIGINAL else lines


def _unmarked(quoted: list[str]) -> list[str]:
    return [line.lstrip("> ") for line in quoted]


def _parted(lines: list[str], *, is_forward: bool) -> tuple[list[str], list[str], bool]:
    """Return the new lines, the quoted ones, and whether a mail was passed on."""
    new: list[str] = []
    quoted: list[str] = []
    passed_on, place = False, 0
    has_bullets = is_bulleted(lines)
    while place < len(lines):
        line = lines[place]
        if not is_marked(line):
            new.append(line)
            place += 1
            continue
        block = header_block_at(lines, place)
        mark = _mark_in(line, is_forward=is_forward and not passed_on)
        is_top = block and not quoted and not "".join(new).strip()
        if mark is Mark.FORWARD or (
            not passed_on and (is_top or (block and is_forward))
        ):
            passed_on = True
            place = _after_block(lines, place, block)
            new += [] if block else [""]
            continue
        if block or mark is Mark.ORIGINAL:
            return new, quoted + lines[place:], passed_on
        if is_quoted(line) and (quoted or not has_bullets):
            quoted.append(line)
        else:
            new.append(line)
            lead = lead_before(lines, place)
            if lead:
                del new[-lead:]
                quoted += lines[place - lead + 1 : place + 1]
                if not _quote_follows(lines, place):
                    return new, quoted + lines[place + 1 :], passed_on
        place += 1
    return new, quoted, passed_on


def _mark_in(line: str, *, is_forward: bool) -> Mark:
    mark = mark_in(line)
    return Mark.FORWARD if mark is Mark.ORIGINAL and is_forward else mark


def _after_block(lines: list[str], place: int, block: int) -> int:
    """Return where the words begin that were passed on."""
    step = place if block else _after_blank(lines, place + 1)
    return step + max(block, header_block_at(lines, min(step, len(lines) - 1)))


def _after_blank(lines: list[str], place: int) -> int:
    while place < len(lines) - 1 and not lines[place].strip():
        place += 1
    return place


def _quote_follows(lines: list[str], place: int) -> bool:
    """Tell whether lines marked with ">" follow, so that new ones may lie between."""
    return any(is_quoted(line) for line in lines[place + 1 : place + 6])
