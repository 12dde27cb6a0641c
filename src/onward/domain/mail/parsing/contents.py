"""Turns the content of a part into text, no more of it than the cap."""

import binascii

from onward.domain.mail.message import Fault
from onward.domain.mail.parsing import caps
from onward.domain.mail.parsing.charsets import decoded
from onward.domain.mail.parsing.one_line import bytes_of_base64
from onward.domain.mail.parsing.parts import Part

_BASE64_GROWTH = 3 / 2  # four letters for three bytes, and the line ends
_QUOTED_GROWTH = 3


def bytes_of(content: bytes, part: Part, faults: set[Fault], most: int) -> bytes:
    """Return the bytes of a part, at most so many, whatever its transfer encoding."""
    if part.encoding == "base64":
        stop = min(part.end, part.start + int(most * _BASE64_GROWTH))
        found, is_whole = bytes_of_base64(content[part.start : stop])
        if not is_whole and stop == part.end:
            faults.add(Fault.TRUNCATED)
    elif part.encoding == "quoted-printable":
        stop = min(part.end, part.start + most * _QUOTED_GROWTH)
        found = binascii.a2b_qp(content[part.start : stop])
    else:
        stop = min(part.end, part.start + most)
        found = content[part.start : stop]
    if stop < part.end or len(found) > most:
        faults.add(Fault.TOO_LARGE)
    return found[:most]


def text_of(content: bytes, part: Part, faults: set[Fault]) -> str:
    """Return a part's text with LF line ends and flowed paragraphs joined."""
    found = bytes_of(content, part, faults, caps.TEXT)
    text, fault = decoded(found, part.parameters.get("charset", ""))
    if fault:
        faults.add(fault)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if part.parameters.get("format", "").lower() == "flowed":
        return joined_flow(text, part.parameters.get("delsp", "").lower() == "yes")
    return text


def joined_flow(text: str, drops_space: bool = False) -> str:  # noqa: FBT001, FBT002
    """Return format=flowed text with its soft line ends taken out (RFC 3676)."""
    joined: list[str] = []
    depth_before, flows = 0, False
    for line in text.split("\n"):
        unquoted = line.lstrip(">")
        depth = len(line) - len(unquoted)
        said = unquoted[1:] if unquoted[:1] == " " else unquoted
        if flows and depth == depth_before and said != "-- ":
            joined.append(said)
        else:
            joined += ["\n" if joined else "", "> " * depth, said]
        flows = said[-1:] == " " and said != "-- "
        if flows and drops_space:
            joined[-1] = said[:-1]
        depth_before = depth
    return "".join(joined)
