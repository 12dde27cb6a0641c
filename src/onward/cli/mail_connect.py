"""Connects mailboxes on servers and looks into them, from the terminal."""

import json
import sys
from datetime import date
from getpass import getpass
from typing import Any

import typer

from onward.domain.errors import OnwardError
from onward.journey.mailboxes.connecting import Given, choose, connect, suggested
from onward.journey.mailboxes.looking import look
from onward.journey.mailboxes.models import ConnectedMailbox
from onward.journey.mailboxes.queries import (
    fetched_by_reason,
    folders_of,
    looked_into,
    mailboxes_of,
)
from onward.journey.people.models import Person
from onward.ports.mail_server import Security


class NoSuchFolderError(OnwardError):
    """There is no folder of this name. Leave --folder out to see which there are."""


class NothingConnectedError(OnwardError):
    """No mailbox is connected. `onward mail connect ADDRESS` connects one."""


class SecurityNotKnownError(OnwardError):
    """--security is tls, starttls, or none."""


def given_by(address: str, server: str, security: str, user: str) -> Given:
    """Return a mailbox as told, and what is usual for the rest; asks the password."""
    if security not in set(Security):
        raise SecurityNotKnownError
    usual = suggested(address)
    host, _, port = server.partition(":")
    return Given(
        address=address,
        host=host or usual.host,
        port=int(port) if port.isdecimal() else usual.port,
        security=security,
        user=user or address,
        secret=_password(),
    )


def connect_one(given: Given) -> ConnectedMailbox:
    """Connect a mailbox once its server lets us in."""
    return connect(person=Person.objects.local(), given=given)


def _password() -> str:
    """Ask for the password unseen, or take the first line of what is piped in.

    It is never an argument: others on this machine can see those.
    """
    if sys.stdin.isatty():
        return getpass("Password (or app password): ")
    return sys.stdin.readline().rstrip("\r\n")


def begin(mailbox: ConnectedMailbox, names: list[str], since: date | None) -> None:
    """Have these folders read from a day on; without names the usual ones."""
    wanted = {name.casefold() for name in names}
    chosen = [
        folder.pk
        for folder in folders_of(mailbox)
        if (folder.label.casefold() in wanted if wanted else folder.is_chosen)
    ]
    if len(chosen) < len(wanted):
        raise NoSuchFolderError
    choose(mailbox=mailbox, folders=chosen, since=since)


def told_of_folders(mailbox: ConnectedMailbox) -> str:
    """Return which folders there are, with a mark before those that are read."""
    rows = [
        f"  {'*' if folder.is_chosen else ' '} {folder.label}"
        for folder in folders_of(mailbox)
    ]
    return "\n".join([f"{mailbox.address} is connected. It reads:", *rows])


def look_into_all(*, as_json: bool) -> int:
    """Look once into every mailbox that is not paused; returns the exit code."""
    found = list(mailboxes_of(Person.objects.local()).filter(is_paused=False))
    if not found:
        raise NothingConnectedError
    results = [_looked(mailbox, as_json=as_json) for mailbox in found]
    return 0 if all(results) else 1


def _looked(mailbox: ConnectedMailbox, *, as_json: bool) -> bool:
    before = mailbox.reading.seen, mailbox.reading.kept
    went_well = look(mailbox)
    mailbox.reading.refresh_from_db()
    typer.echo(_as_json(mailbox) if as_json else _in_words(mailbox, *before))
    return went_well


def _in_words(mailbox: ConnectedMailbox, seen: int, kept: int) -> str:
    reading = mailbox.reading
    if mailbox.trouble:
        return f"{mailbox.address}: {mailbox.trouble}"
    new = reading.seen - seen
    if not new:
        return f"{mailbox.address}: nothing new."
    return (
        f"{mailbox.address}: {new:,} new, "
        f"{reading.kept - kept:,} of them about your search."
    )


def _as_json(mailbox: ConnectedMailbox) -> str:
    reading = mailbox.reading
    names = ("seen", "kept", "ordinary", "known", "refused")
    told: dict[str, Any] = {"mailbox": mailbox.address}
    told |= {name: getattr(reading, name) for name in names}
    told["fetched"] = {
        why.value: number for why, number in fetched_by_reason(mailbox).items()
    }
    told["looked_into"] = looked_into(mailbox)
    told["trouble"] = mailbox.trouble
    return json.dumps(told, ensure_ascii=False)
