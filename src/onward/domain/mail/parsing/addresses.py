"""Reads the people named in From, To and their like."""

import re
from functools import lru_cache

from onward.domain.mail.message import Address
from onward.domain.mail.parsing import caps
from onward.domain.mail.parsing.one_line import header_text, on_one_line

# Each alternative takes what no other takes, so a header of 64 kB is read in one pass.
_MAILBOX = re.compile(rb'(?:"(?:[^"\\]|\\.)*"|<[^<>]*>|\([^()]*\)|[^,;"<(]|["<(])+')
_ANGLED = re.compile(rb"<([^<>]*)>")
_COMMENT = re.compile(rb"\(([^()]*)\)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_GROUP = re.compile(rb"[^:@<\"]{0,200}:")
_LONGEST_ADDRESS = 320
_SHORT = 200


def addresses_in(value: bytes, most: int = caps.RECIPIENTS) -> tuple[Address, ...]:
    """Return the people of one address header, at most so many."""
    is_short = len(value) <= _SHORT
    return _known_in(value, most) if is_short else _found_in(value, most)


def _found_in(value: bytes, most: int) -> tuple[Address, ...]:
    if b"\n" in value:
        value = value.replace(b"\n", b"")
    found: list[Address] = []
    for mailbox in _MAILBOX.finditer(value):
        address = _address(mailbox[0].strip())
        if address.address and found and not found[-1].address:
            # "Lund, Jo <jo@post>", a name with a comma that nobody quoted
            whole = ", ".join(filter(None, (found.pop().name, address.name)))
            address = Address(whole[: caps.NAME], address.address)
        if address.address or address.name:
            if len(found) >= most:
                break
            found.append(address)
    return tuple(found)


# Few people write most of a mailbox, and nearly all of it is sent to one.
_known_in = lru_cache(maxsize=2_048)(_found_in)


def _address(mailbox: bytes) -> Address:
    group = _GROUP.match(mailbox)
    if group:
        mailbox = mailbox[group.end() :].strip()
    angled = _last(_ANGLED, mailbox)
    if angled:
        name = mailbox[: angled.start()].strip() or _inside(_COMMENT, mailbox)
        return _tidy(name, _COMMENT.sub(b"", angled[1]))
    words = _COMMENT.sub(b"", mailbox).split()
    addressed = next((word for word in words if b"@" in word), b"")
    name = b" ".join(word for word in words if b"@" not in word)
    return _tidy(name or _inside(_COMMENT, mailbox), addressed)


def _last(pattern: re.Pattern[bytes], content: bytes) -> re.Match[bytes] | None:
    found = None
    for match in pattern.finditer(content):
        found = match
    return found


def _inside(pattern: re.Pattern[bytes], content: bytes) -> bytes:
    found = pattern.search(content)
    return found[1].strip() if found else b""


def _tidy(name: bytes, address: bytes) -> Address:
    spelled = header_text(name, caps.NAME)
    if '"' in spelled:
        spelled = _QUOTED.sub(lambda found: _ESCAPE.sub(r"\1", found[1]), spelled)
        spelled = on_one_line(spelled)
    where = "".join(header_text(address, _LONGEST_ADDRESS).split()).strip("<>\"'")
    spelled = spelled.strip("' ") if spelled[:1] == spelled[-1:] == "'" else spelled
    return Address("" if spelled == where else spelled, where)
