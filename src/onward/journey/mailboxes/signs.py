"""Marks of headings: to know one again, and to find what turns out to belong together.

All are keyed, as marks of whole messages are, so that nothing can be read back.
"""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

from django.conf import settings

from onward.domain.mail.linking.names import is_someone, owner_of
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.parsing.thread import linked_ids
from onward.journey.mail.models import DIGEST_BYTES
from onward.journey.mailboxes.models import TIE_BYTES

_PURPOSE = b"onward: marks of headings"
_MOST_TIES = 12


@lru_cache(maxsize=4)
def _key(secret: str) -> bytes:
    return blake2b(_PURPOSE, key=secret.encode()[:64], digest_size=32).digest()


def mark_of_heading(content: bytes, size: int) -> bytes:
    """Return a heading's mark, the same however the server orders and folds it."""
    joined = (
        content.replace(b"\r\n", b"\n").replace(b"\n ", b" ").replace(b"\n\t", b" ")
    )
    lines = sorted(b" ".join(line.split()) for line in joined.split(b"\n"))
    told = b"\n".join((b"%d" % size, *lines))
    key = _key(settings.SECRET_KEY)
    return blake2b(told, key=key, digest_size=DIGEST_BYTES).digest()


@lru_cache(maxsize=65_536)
def tie(kind: str, name: str) -> bytes:
    """Return the short mark of a conversation, a person or a domain."""
    key = _key(settings.SECRET_KEY)
    return blake2b(f"{kind}:{name}".encode(), key=key, digest_size=TIE_BYTES).digest()


def thread_tie(message_id: str) -> bytes:
    """Return the tie of a conversation that holds a message of this id."""
    return tie("id", message_id)


def person_tie(address: str) -> bytes:
    """Return the tie of somebody who writes from an address."""
    return tie("from", address.lower())


def employer_tie(domain: str) -> bytes:
    """Return the tie of whoever a domain belongs to; nothing where many share it."""
    owner = owner_of(domain.lower())
    return tie("at", owner) if owner else b""


def ties_of(mail: ParsedMail) -> bytes:
    """Return what would tie a message to kept mail; nothing of mail to many."""
    return b"" if mail.is_bulk else b"".join(_ties(mail))


def _ties(mail: ParsedMail) -> Iterator[bytes]:
    ids = linked_ids(mail)
    for number in ids[: _MOST_TIES // 2] + ids[_MOST_TIES // 2 :][-_MOST_TIES // 2 :]:
        yield thread_tie(number)
    if is_someone(mail.sender.address.lower()):
        yield person_tie(mail.sender.address)
    yield employer_tie(mail.sender.domain)


def parted(ties: bytes) -> list[bytes]:
    """Return single ties."""
    return [ties[at : at + TIE_BYTES] for at in range(0, len(ties), TIE_BYTES)]
