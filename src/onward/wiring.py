"""Which adapter serves which port, read like a table."""

from functools import cache
from pathlib import Path

from django.conf import settings

from onward.adapters.mailboxes import open_mailbox
from onward.ports.language import Endpoint, Language
from onward.ports.mailbox import Mailbox
from onward.ports.post import Account, Post
from onward.ports.vault import Vault

_PASSWORDS = "passwords"


def mailbox(path: Path) -> Mailbox:
    """Return the mailbox a person points to; raises what they can be told."""
    return open_mailbox(path)


def post(account: Account) -> Post:
    """Return what sends letters through a mail server."""
    from onward.adapters.post.smtp import Smtp  # noqa: PLC0415 - ssl is slow to load

    return Smtp(account)


def language(endpoint: Endpoint) -> Language:
    """Return the language model that a person switched on."""
    from onward.adapters.language.chat import Chat  # noqa: PLC0415 - seldom used

    return Chat(endpoint)


@cache
def vault() -> Vault:
    """Return where passwords are kept: the system's key ring, or else a sealed file."""
    from onward.adapters.secrets import key_ring, sealed_file  # noqa: PLC0415 - slow

    if settings.USES_KEY_RING and key_ring.is_usable():
        return key_ring.KeyRing()
    path = Path(settings.DATA_DIR) / _PASSWORDS
    return sealed_file.SealedFile(path, settings.SECRET_KEY.encode())
