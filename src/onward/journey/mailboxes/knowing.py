"""What is known of the person's search, as ties that a heading may have too."""

from onward.domain.mail.linking.names import is_someone
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Contact, Employer
from onward.journey.mail.models import Message
from onward.journey.mailboxes.models import Heading, Why
from onward.journey.mailboxes.signs import (
    employer_tie,
    parted,
    person_tie,
    thread_tie,
)
from onward.journey.people.models import Person

Known = dict[bytes, Why]
# From the weakest to the strongest reason; a stronger one is looked at again.
RANK = {
    why: place
    for place, why in enumerate(
        (Why.NOTHING, Why.EMPLOYER, Why.BEGINNING, Why.WORDS, Why.PERSON, Why.THREAD)
    )
}


def known_to(person: Person) -> Known:
    """Return the ties of the person's employers, people and conversations."""
    known: Known = {}
    employers = Employer.objects.of(person).filter(applications__isnull=False)
    domains = employers.exclude(domain="").values_list("domain", flat=True)
    for domain in domains.distinct():
        known[employer_tie(domain)] = Why.EMPLOYER
    people = Contact.objects.of(person).exclude(address="")
    for address in people.values_list("address", flat=True):
        if is_someone(address.lower()):
            known[person_tie(address)] = Why.PERSON
    _add_mail(person, known)
    known.pop(b"", None)
    return known


def _add_mail(person: Person, known: Known) -> None:
    kept = Message.objects.of(person).exclude(state=Message.State.SET_ASIDE)
    about = kept.exclude(meaning=Meaning.NOT_JOB_RELATED)
    told = about.values_list("linked_ids", "sender_address", "own", "details")
    for ids, writer, own, details in told.iterator(2_000):
        # One who answers in a known conversation may write about other things too.
        doubtful = details.get("asks") or details.get("related")
        if not own and not doubtful and is_someone(writer):
            known[person_tie(writer)] = Why.PERSON
        for number in ids:
            known[thread_tie(number)] = Why.THREAD


def state_for(why: Why) -> Heading.State:
    """Return what is done for a reason: employers also write of other things."""
    is_doubt = why in {Why.EMPLOYER, Why.BEGINNING}
    return Heading.State.DOUBT if is_doubt else Heading.State.WANTED


def why_known(ties: bytes, known: Known) -> Why:
    """Return the strongest reason to fetch what has these ties."""
    reasons = (known.get(one, Why.NOTHING) for one in parted(ties))
    return max(reasons, key=RANK.__getitem__, default=Why.NOTHING)
