"""What opens a connected mailbox; secrets come from the vault and stay in memory."""

from onward import wiring
from onward.domain.errors import OnwardError
from onward.domain.letters.providers import provider_of
from onward.journey.mailboxes.models import ConnectedMailbox
from onward.ports.mail_server import Access, Security


class NoSecretError(OnwardError):
    """The password of this mailbox is not here any more. Type it once more."""


def access_of(mailbox: ConnectedMailbox) -> Access:
    """Return where a mailbox lies and what opens it at this moment."""
    secret = wiring.vault().get(mailbox.secret_name)
    if not secret:
        raise NoSecretError
    is_token = mailbox.way != ConnectedMailbox.Way.PASSWORD
    return Access(
        host=mailbox.host,
        port=mailbox.port,
        user=mailbox.user,
        secret=wiring.token(mailbox.secret_name) if is_token else secret,
        security=Security(mailbox.security),
        is_token=is_token,
        wants_app_password=wants_app_password(mailbox.address),
    )


def wants_app_password(address: str) -> bool:
    """Tell whether the provider of an address refuses the usual password."""
    provider = provider_of(address)
    return provider is not None and provider.app_password
