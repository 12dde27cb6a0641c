"""Reads one message from bytes; whatever the bytes are, there is a result."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime

from onward.domain.mail.message import Address, Fault, ParsedMail
from onward.domain.mail.parsing import caps
from onward.domain.mail.parsing.addresses import addresses_in
from onward.domain.mail.parsing.contents import bytes_of, text_of
from onward.domain.mail.parsing.headers import Headers, headers_of
from onward.domain.mail.parsing.identity import digest_of
from onward.domain.mail.parsing.one_line import header_text, on_one_line
from onward.domain.mail.parsing.parts import Part, parts_of
from onward.domain.mail.parsing.sent import sent_at

_ID = re.compile(rb"<[^<>\s]{1,990}>")
_LABEL = re.compile(r'"([^"]*)"|([^,"]+)')
_MARK = b"\xef\xbb\xbf"  # some editors put it before UTF-8
_BULK = frozenset({"bulk", "list", "junk"})
_TEXT_KINDS = frozenset({"text/plain", "text/html", "text/enriched"})
_CALENDAR_KINDS = frozenset({"text/calendar", "application/ics"})
_FORWARDED = "---------- Forwarded message ----------\n"


@dataclass(slots=True)
class _Found:
    """What the parts of a message hold, as it is collected."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    calendars: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    enclosed: Part | None = None
    letters: int = 0


def parse(
    raw: bytes,
    now: datetime | None = None,
    digest: bytes | None = None,
    labels: tuple[str, ...] = (),
    heading: ParsedMail | None = None,
) -> ParsedMail:
    """Return what a message holds; it never raises, `faults` says what was broken.

    `now` is the moment of reading; a date more than a day after it is not believed.
    `labels` are those that its place gives it, besides its own. Whoever knows the
    message's digest or heading spares it being made.
    """
    digest = digest_of(raw) if digest is None else digest
    faults: set[Fault] = set()
    content = _with_lf(raw, faults)
    start = len(content) - len(content.removeprefix(_MARK).lstrip(b"\n"))
    headers = headers_of(content, start, len(content))
    found = _Found()
    _collect(content, headers, len(content), found, faults)
    if found.enclosed and not any(map(str.strip, (*found.plain, *found.html))):
        _open_enclosed(content, found.enclosed, found, faults)
    known = heading or _headed(headers, faults, now, labels)
    return replace(
        known,
        digest=digest,
        text="\n".join(found.plain)[: caps.TEXT],
        html="\n".join(found.html)[: caps.TEXT],
        calendars=tuple(found.calendars),
        attachments=tuple(found.attachments),
        faults=tuple(sorted(faults.union(known.faults))),
    )


def heading_of(
    raw: bytes, now: datetime | None = None, labels: tuple[str, ...] = ()
) -> ParsedMail:
    """Return what a message's headers say; of its body nothing, and no digest.

    `labels` are those that its place gives it, besides its own.
    """
    faults: set[Fault] = set()
    content = _with_lf(raw[: 2 * caps.HEADER_BLOCK], faults)
    start = len(content) - len(content.removeprefix(_MARK).lstrip(b"\n"))
    headers = headers_of(content, start, len(content))
    return _headed(headers, faults, now, labels)


def _with_lf(raw: bytes, faults: set[Fault]) -> bytes:
    if len(raw) > caps.MESSAGE:
        faults.add(Fault.TOO_LARGE)
        raw = raw[: caps.MESSAGE]
    if b"\r" not in raw:
        return raw
    raw = raw.replace(b"\r\n", b"\n")
    return raw if b"\n" in raw else raw.replace(b"\r", b"\n")


def _collect(
    content: bytes, headers: Headers, end: int, found: _Found, faults: set[Fault]
) -> None:
    for part in parts_of(content, headers, end, faults):
        if part.kind in _CALENDAR_KINDS:
            if len(found.calendars) < caps.CALENDARS:
                found.calendars.append(text_of(content, part, faults))
        elif part.kind in _TEXT_KINDS and not part.is_attached:
            _collect_text(content, part, found, faults)
            continue
        elif part.kind == "message/rfc822":
            found.enclosed = found.enclosed or part
        if part.filename and len(found.attachments) < caps.ATTACHMENT_NAMES:
            found.attachments.append(_bare_name(part.filename))


def _collect_text(
    content: bytes, part: Part, found: _Found, faults: set[Fault]
) -> None:
    if found.letters >= caps.TEXT:
        faults.add(Fault.TOO_LARGE)
        return
    text = text_of(content, part, faults)
    found.letters += len(text)
    (found.html if part.kind == "text/html" else found.plain).append(text)


def _open_enclosed(
    content: bytes, part: Part, found: _Found, faults: set[Fault]
) -> None:
    """Read the forwarded message of one that says nothing itself."""
    inner = bytes_of(content, part, faults, caps.TEXT)
    inner = inner.replace(b"\r\n", b"\n").lstrip(b"\n")
    headers = headers_of(inner, 0, len(inner))
    enclosed = _Found()
    _collect(inner, headers, len(inner), enclosed, faults)
    sender = header_text(headers.first(b"from"), caps.NAME)
    subject = header_text(headers.first(b"subject"), caps.SUBJECT)
    title = f"{_FORWARDED}From: {sender}\nSubject: {subject}\n\n"
    found.plain = [title, *enclosed.plain] if any(enclosed.plain) else []
    found.html = enclosed.html
    found.calendars += enclosed.calendars
    found.attachments += enclosed.attachments


def _bare_name(filename: str) -> str:
    """Return a file name without its path, on one line."""
    name = on_one_line(filename).replace("\\", "/").rpartition("/")[2]
    return name.strip(". ")[: caps.NAME] or "attachment"


def _headed(
    headers: Headers,
    faults: set[Fault],
    now: datetime | None,
    labels: tuple[str, ...] = (),
) -> ParsedMail:
    moment, fault = sent_at(header_text(headers.first(b"date"), caps.NAME), now)
    if fault:
        faults.add(fault)
    return ParsedMail(
        digest=b"",
        message_id=_identifier(headers.first(b"message-id")),
        in_reply_to=_identifier(headers.first(b"in-reply-to")),
        references=_references(headers.first(b"references")),
        provider_thread=header_text(headers.first(b"x-gm-thrid"), caps.NAME),
        labels=(*labels, *_labels(headers.first(b"x-gmail-labels"))),
        sender=_first_address(headers, b"from", b"sender"),
        reply_to=_first_address(headers, b"reply-to"),
        recipients=_recipients(headers),
        subject=header_text(headers.first(b"subject"), caps.SUBJECT),
        sent_at=moment,
        is_bulk=_is_bulk(headers),
        faults=tuple(sorted(faults)),
    )


def _identifier(value: bytes) -> str:
    if not value:
        return ""
    found = _ID.search(value)
    return header_text(found[0] if found else value, caps.IDENTIFIER)


def _references(value: bytes) -> tuple[str, ...]:
    """Return the thread's ids, oldest first; of a very long row its two ends."""
    found = [header_text(item, caps.IDENTIFIER) for item in _ID.findall(value)]
    half = caps.REFERENCES // 2
    if len(found) > caps.REFERENCES:
        found = found[:half] + found[-half:]
    return tuple(found)


def _labels(value: bytes) -> tuple[str, ...]:
    if not value:
        return ()
    text = header_text(value, caps.HEADER)
    names = ((quoted or bare).strip() for quoted, bare in _LABEL.findall(text))
    return tuple(name[: caps.NAME] for name in names if name)[: caps.LABELS]


def _first_address(headers: Headers, *names: bytes) -> Address:
    for name in names:
        found = addresses_in(headers.first(name), most=1)
        if found:
            return found[0]
    return Address()


def _recipients(headers: Headers) -> tuple[Address, ...]:
    found: list[Address] = []
    for name in (b"to", b"cc", b"bcc"):
        for value in headers.fields.get(name, ()):
            found += addresses_in(value, caps.RECIPIENTS - len(found))
            if len(found) >= caps.RECIPIENTS:
                return tuple(found)
    return tuple(found)


def _is_bulk(headers: Headers) -> bool:
    fields = headers.fields
    if b"list-id" in fields or b"list-unsubscribe" in fields:
        return True
    if header_text(headers.first(b"precedence"), caps.NAME).lower() in _BULK:
        return True
    automatic = header_text(headers.first(b"auto-submitted"), caps.NAME).lower()
    return bool(automatic) and not automatic.startswith("no")
