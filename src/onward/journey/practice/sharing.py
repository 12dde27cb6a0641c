"""A take shared with a friend or adviser: one file, and what they send back.

The file holds what the person chose to put into it, and nothing about anybody else. It
asks nothing of any other machine. What comes back is read as data and never run.
"""

import json
from dataclasses import dataclass

from django.db import transaction

from onward.background import clock
from onward.domain.errors import OnwardError
from onward.journey.people.sealing import unseal
from onward.journey.practice.frozen import UnreadableError, as_json, from_json
from onward.journey.practice.models import Opinion, Take
from onward.journey.practice.words import sealed

LARGEST_BYTES = 100_000
LONGEST = 2_000
_KIND = "onward-opinion"


class NotAnOpinionError(OnwardError):
    """This is not a file that came back from a shared take."""


class OtherTakeError(OnwardError):
    """This answer is about another take, or about one that was deleted."""


@dataclass(frozen=True, slots=True)
class View:
    """What somebody thinks of a take: one thing to keep, one to try, and more."""

    by: str = ""
    keep: str = ""
    attempt: str = ""
    clear: str = ""
    more: str = ""


@transaction.atomic
def take_in_opinion(*, take: Take, content: bytes) -> Opinion:
    """Keep what somebody sent back about a take; the same twice is kept once."""
    view = _read(take, content)
    for known in Opinion.objects.of(take.person_id).filter(take=take):
        if view_of(known) == view:
            return known
    return Opinion.objects.create(
        person_id=take.person_id,
        take=take,
        words=sealed(take.person, view),
        came_at=clock.now(),
    )


def opinions_of(take: Take) -> tuple[View, ...]:
    """Return what others said of a take, in the order it came."""
    rows = Opinion.objects.of(take.person_id).filter(take=take)
    found = rows.select_related("person").order_by("came_at", "pk")
    return tuple(view_of(one) for one in found)


def view_of(opinion: Opinion) -> View:
    """Return what somebody thinks, unlocked."""
    try:
        return from_json(View, unseal(opinion.person, bytes(opinion.words)))
    except UnreadableError:
        return View()


def _read(take: Take, content: bytes) -> View:
    if len(content) > LARGEST_BYTES:
        raise NotAnOpinionError
    try:
        told = json.loads(content)
        kind, about = told["kind"], told["take"]
        parts = {name: str(told.get(name, ""))[:LONGEST] for name in View.__slots__}
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise NotAnOpinionError from problem
    if kind != _KIND:
        raise NotAnOpinionError
    if about != take.key:
        raise OtherTakeError
    view = View(**{name: text.strip() for name, text in parts.items()})
    if view == View():
        raise NotAnOpinionError
    return view


def as_opinion(take: Take, view: View) -> bytes:
    """Return an opinion as the shared file writes it."""
    told = {"kind": _KIND, "take": take.key, **json.loads(as_json(view))}
    return json.dumps(told).encode()
