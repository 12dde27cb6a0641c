"""The mark by which a message is known again, of which nothing can be read back."""

from functools import lru_cache
from hashlib import blake2b

from django.conf import settings

from onward.domain.mail.parsing.identity import digest_of
from onward.journey.mail.models import DIGEST_BYTES

_PURPOSE = b"onward: marks of mail that was read"


@lru_cache(maxsize=4)
def _key(secret: str) -> bytes:
    return blake2b(_PURPOSE, key=secret.encode()[:64], digest_size=32).digest()


def mark_of(raw: bytes) -> bytes:
    """Return a message's digest under this installation's own key.

    Without the key nobody can tell from a copy of the database whether the person ever
    got a certain mail.
    """
    key = _key(settings.SECRET_KEY)
    return blake2b(digest_of(raw), key=key, digest_size=DIGEST_BYTES).digest()
