"""What speaks for the applications that are offered for a mail that waits."""

from collections.abc import Iterable, Mapping

from onward.domain.mail.linking.book import Book, learn
from onward.domain.mail.linking.clue import Clue, Known, Why
from onward.domain.mail.linking.link import weigh
from onward.domain.mail.linking.weight import Weight
from onward.journey.applications.models import Application
from onward.journey.mail.kept import CLUE_FIELDS, clue_of
from onward.journey.mail.models import Message
from onward.journey.mail.settling_facts import MOST_TEXT, TOLD_BY_ROW, known_of
from onward.journey.people.models import Person

SUBJECT = "subject"
Ties = Mapping[int, str]


def ties_of(person: Person, messages: Iterable[Message]) -> dict[int, Ties]:
    """Return what ties each message to the applications offered for it.

    However many messages there are, it takes two questions. An application that
    nothing speaks for any more is left out.
    """
    some = list(messages)
    numbers = {number for message in some for number in message.choices}
    book = Book(_known(person, numbers).values() if numbers else ())
    return {message.pk: _ties(message, book) for message in some}


def _ties(message: Message, book: Book) -> Ties:
    clue = clue_of(message, message.shown_text[:MOST_TEXT])
    found = weigh(clue, clue.role, book)
    offered = (w for w in found if w.points > 0 and w.known.id in message.choices)
    return {w.known.id: _tie(w, clue) for w in offered}


def _tie(weight: Weight, clue: Clue) -> str:
    """Return what ties most; a subject alone makes no conversation."""
    if weight.why is Why.ROLE and not clue.role:
        return Why.NOTHING  # linking names the role where it has nothing else
    is_alone = weight.known.ids.isdisjoint(clue.ids)
    if weight.why is Why.THREAD and is_alone and clue.thread.startswith(SUBJECT):
        return SUBJECT
    return weight.why


def _known(person: Person, numbers: set[int]) -> dict[int, Known]:
    """Return what is known of some applications, also from the mail put to them."""
    rows = Application.objects.of(person).filter(pk__in=numbers)
    told = rows.values_list(*TOLD_BY_ROW, named=True)
    known = {row.pk: known_of(row) for row in told}
    here = Message.objects.of(person).filter(
        filings__ended_at=None, filings__application__in=numbers
    )
    sure = here.filed().order_by("sent_at", "pk")
    fields = (*CLUE_FIELDS, "filings__application_id")
    for row in sure.values_list(*fields, named=True):
        learn(known[row.filings__application_id], clue_of(row))
    return known
