"""Finds what was left on the server and turns out to belong to the search.

What is kept tells of employers, people and conversations; mail that was seen before
these were known is fetched once they are, until nothing more is found. So the result
does not depend on the order in which mail came, or on where a look broke off.
"""

from onward.journey.mail.models import Message, Seen
from onward.journey.mail.width import NEEDED
from onward.journey.mailboxes.knowing import RANK, known_to, state_for, why_known
from onward.journey.mailboxes.models import ConnectedMailbox, Heading, MailFolder, Why
from onward.journey.people.models import Person, PersonalQuerySet, Width

State = Heading.State
_ROWS_AT_ONCE = 500


def want_related(mailbox: ConnectedMailbox) -> int:
    """Want what belongs to what is kept by now; returns how many messages."""
    known = known_to(mailbox.person)
    left = _not_kept(mailbox).exclude(ties=b"").only("pk", "ties", "why", "state")
    found = []
    for row in left.iterator(2_000):
        why = why_known(bytes(row.ties), known)
        if _is_worth_more(row, why):
            row.why, row.state = why, state_for(why)
            found.append(row)
    Heading.objects.bulk_update(found, ["why", "state"], _ROWS_AT_ONCE)
    return len(found)


def _not_kept(mailbox: ConnectedMailbox) -> PersonalQuerySet[Heading]:
    folders = MailFolder.objects.filter(mailbox=mailbox, is_chosen=True)
    states = [State.LEFT, State.FETCHED]
    return Heading.objects.filter(folder__in=folders, state__in=states)


def _is_worth_more(row: Heading, why: Why) -> bool:
    """Tell whether a reason is new; one that was read needs a strong one."""
    if RANK[why] <= RANK[Why(row.why)]:
        return False
    return row.state == State.LEFT or why in {Why.PERSON, Why.THREAD}


def want_wider(mailbox: ConnectedMailbox, person: Person) -> int:
    """Want what a wider setting takes in; returns how many messages."""
    fits = Seen.objects.of(person).filter(chance__gte=NEEDED[Width(person.mail_width)])
    kept = Message.objects.of(person)
    again = _not_kept(mailbox).filter(
        state=State.FETCHED, digest__in=fits.values("digest")
    )
    return again.exclude(digest__in=kept.values("digest")).update(state=State.WANTED)
