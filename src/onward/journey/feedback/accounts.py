"""The account letters go through: kept, tried and let go; its password elsewhere."""

from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction
from django.utils.timezone import now

from onward import wiring
from onward.domain.errors import OnwardError
from onward.domain.letters.providers import provider_of
from onward.journey.feedback.models import MailAccount, OutgoingLetter
from onward.journey.people.models import Person
from onward.ports.post import Account, Delivery, Post

_BUSY = [OutgoingLetter.State.WAITING, OutgoingLetter.State.SENDING]


class AccountInUseError(OnwardError):
    """A letter is waiting to go through this account. Hold it back first."""


class AccountRefusedError(OnwardError):
    """The mail server did not let Onward in."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the person typed; an empty password keeps the one there is."""

    address: str
    name: str = ""
    host: str = ""
    port: int = 465
    security: str = "tls"
    user: str = ""
    password: str = ""


def account_of(person: Person) -> MailAccount | None:
    """Return the person's account for sending, or None before there is one."""
    return MailAccount.objects.of(person).order_by("-pk").first()


def suggested(address: str) -> Given:
    """Return what is usual for an address, from what its provider publishes."""
    provider = provider_of(address)
    return Given(
        address=address,
        host=provider.host if provider else "",
        port=provider.port if provider else 465,
        security=provider.security if provider else "tls",
        user=address,
    )


def keep_account(*, person: Person, given: Given) -> MailAccount:
    """Keep the account once its server lets us in; raises what the server said."""
    known = account_of(person)
    password = given.password or _secret(known)
    receipt = wiring.post(_plain(given, password)).check()
    if receipt.delivery is not Delivery.SENT:
        raise AccountRefusedError(receipt.said)
    secret_name = known.secret_name if known and known.secret_name else _new_name()
    if given.password:
        wiring.vault().put(secret_name, given.password)
    return _kept(person, known, given, secret_name)


@transaction.atomic
def _kept(
    person: Person, known: MailAccount | None, given: Given, secret_name: str
) -> MailAccount:
    account = known or MailAccount(person=person)
    account.address, account.name = given.address.strip(), given.name
    account.host, account.port = given.host, given.port
    account.security, account.user = given.security, given.user
    account.secret_name = secret_name
    account.checked_at = now()
    account.save()
    return account


def drop_account(*, account: MailAccount) -> None:
    """Let go of an account and its password; letters that went through it stay."""
    with transaction.atomic():
        if account.letters.select_for_update().filter(state__in=_BUSY).exists():
            raise AccountInUseError
        account.letters.update(account=None)
        account.delete()
    if account.secret_name:
        wiring.vault().forget(account.secret_name)


def post_for(account: MailAccount) -> Post:
    """Return what sends through an account."""
    given = Given(
        account.address,
        account.name,
        account.host,
        account.port,
        account.security,
        account.user,
    )
    return wiring.post(_plain(given, _secret(account)))


def _plain(given: Given, password: str) -> Account:
    return Account(
        host=given.host.strip(),
        port=given.port,
        address=given.address.strip(),
        user=given.user.strip() if password else "",
        secret=password,
        security=given.security,
    )


def _secret(account: MailAccount | None) -> str:
    if account is None or not account.secret_name:
        return ""
    return wiring.vault().get(account.secret_name) or ""


def _new_name() -> str:
    return f"mail-{uuid4().hex}"
