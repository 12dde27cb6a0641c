"""A search as it lies on a server, and what is known of it once it was read."""

from typing import Any

from tests.journey.mail.letters import (
    MAILS_OF_ONE_SEARCH,
    Mail,
    no,
    ordinary,
    thanks,
)
from tests.journey.mail.reading import all_that_is_known


def mails_of_a_search() -> list[Mail]:
    """Return a search with ordinary mail around it, its parts out of order."""
    late = Mail("s", "Tuesday", "Fine, see you on Tuesday then.", 4, answers=("t1",))
    mails = [*MAILS_OF_ONE_SEARCH, late, no("n1", "Buyer", day=9, answers=("t1",))]
    mails += [ordinary(f"o{n}", day=n) for n in range(12)]
    return [*mails, thanks("t1", "Buyer", day=2)]


def pipeline() -> dict[str, Any]:
    """Return what the person sees of it, and nothing of mail that was left alone."""
    known = all_that_is_known()
    del known["seen"]  # a mailbox on a server leaves ordinary mail unread
    return known
