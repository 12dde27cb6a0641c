"""Finds the application that goes on under a name nobody has joined to it.

A company's system says that an application arrived, and a house of another name writes
about it: nothing ties the two but the role. Somebody there writes from home: nothing
ties it but the colleagues they speak of.
"""

import re
from datetime import timedelta

from onward.domain.mail.details.employer.heard import greeted_in
from onward.domain.mail.linking.book import Book
from onward.domain.mail.linking.clue import STARTS, Clue, Known, Link, Why
from onward.domain.mail.linking.names import role_likeness
from onward.domain.mail.linking.people import first_names_in
from onward.domain.mail.senders import is_free_mail
from onward.domain.mail.verdict import Meaning

_NEXT_STEPS = STARTS - {Meaning.ACKNOWLEDGEMENT}
_SOON, _OF_LATE = timedelta(days=70), timedelta(days=21)
_FEWEST_OWN, _QUITE_SURE = 3, 0.8
_WORD = re.compile(r"[^\W\d_]+")
_OF_EVERY_ROLE_WORDS = """
a an and at for in of on the to with m w d f x all genders senior junior lead head chief
deputy principal trainee graduate assistant associate part full time temporary permanent
fixed term contract interim remote hybrid band grade level days nights
"""
_OF_EVERY_ROLE = frozenset(_OF_EVERY_ROLE_WORDS.split())
# Two words that stand together in the names of many roles, and tell no more than one.
_COMMON_PAIRS = re.compile(
    r"\b(?=(?:customer|human|full|machine|business|project|health|social|quality|data"
    r"|supply|public|product|software|general|account|night|key|care|sales|finance)\s"
    r"(?:service|services|success|resources|stack|learning|development|management|care"
    r"|support|media|work|assurance|entry|science|chain|relations|health|control"
    r"|engineering|analysis|operations|home|shift|account|intelligence|business)\b)\w+"
)


def elsewhere(clue: Clue, role: str, book: Book) -> Link | None:
    """Return the one application that a next step without a place may belong to.

    It is for the very role, and only a system wrote about it; or the mail comes from
    home, and speaks of who wrote about it of late.
    """
    if clue.own or clue.agency or clue.meaning not in _NEXT_STEPS:
        return None
    many = list(book.all.values())
    likely = [one for one in many if _waits(one, clue, role)] if is_rare(role) else []
    why = Why.RARE_ROLE
    if not likely and _is_from_home(clue):
        said, why = _others_named(clue.text), Why.COLLEAGUE
        likely = [
            one for one in many if _is_of_late(one, clue) and one.first_names & said
        ]
    return Link(likely[0].id, _QUITE_SURE, why) if len(likely) == 1 else None


def _others_named(text: str) -> set[str]:
    """Return the first names a text speaks of, without whom it greets."""
    greeted = {word for name in greeted_in(text) for word in name.split()}
    return first_names_in(text) - greeted


def _is_from_home(clue: Clue) -> bool:
    return any(is_free_mail(one.rpartition("@")[2]) for one in clue.writers)


def _is_of_late(known: Known, clue: Clue) -> bool:
    if known.last_at is None or clue.sent_at is None:
        return False
    return abs(clue.sent_at - known.last_at) <= _OF_LATE


def _waits(known: Known, clue: Clue, role: str) -> bool:
    """Tell whether nobody but a system has written about an application since."""
    told = known.acknowledged_at
    if known.writers or known.agencies or told is None or clue.sent_at is None:
        return False
    is_soon = timedelta(0) <= clue.sent_at - told <= _SOON
    return is_soon and any(role_likeness(role, one) == 1.0 for one in known.roles)


def is_rare(role: str) -> bool:
    """Tell whether hardly two employers seek a role in just these words.

    Many seek a "Senior Data Analyst", one a "Policy and Public Affairs Manager".
    """
    plain = _COMMON_PAIRS.sub("", role.casefold())
    said = [word for word in _WORD.findall(plain) if word not in _OF_EVERY_ROLE]
    return len(said) >= _FEWEST_OWN
