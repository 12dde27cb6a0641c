"""Says which message a message is, wherever it was found."""

import re
from hashlib import blake2b

from onward.domain.mail import caps

DIGEST_SIZE = 16
# What mail programs write into a stored message and change later: whether it was read,
# its labels, its length. The same mail would not be known again after it was opened.
_CHANGING = (
    *(b"status", b"x-status", b"x-keywords", b"x-uid", b"x-uidl", b"x-imap"),
    *(b"x-imapbase", b"x-mozilla-status", b"x-mozilla-status2", b"x-mozilla-keys"),
    *(b"x-account-key", b"x-gmail-labels", b"x-gm-thrid", b"content-length", b"lines"),
)
_CHANGING_HEADER = re.compile(
    rb"\n(?:" + b"|".join(_CHANGING) + rb")[ \t]*:.*(?:\n[ \t].*)*", re.IGNORECASE
)


def digest_of(raw: bytes) -> bytes:
    """Return BLAKE2b of a message without the headers that change while it is kept."""
    end = raw.find(b"\n\n", 0, caps.HEADER_BLOCK) + 1
    head = b"\n" + raw[:end]
    digest = blake2b(_CHANGING_HEADER.sub(b"", head), digest_size=DIGEST_SIZE)
    digest.update(memoryview(raw)[end:])
    return digest.digest()
