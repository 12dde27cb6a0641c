"""Made-up searches, filed twice: with their meanings told, and as really read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench.linking import pairs_of, pairwise
from onward.demo.mailbox import DemoMail, demo_messages, write_mailbox
from onward.demo.truth import mail_truths
from onward.domain.mail.context import Context
from onward.domain.mail.details.told import details_of
from onward.domain.mail.linking.clue import Clue
from onward.domain.mail.linking.settle import settle
from onward.domain.mail.meaning.verdict import certain
from onward.domain.mail.own_addresses import own_addresses_in
from onward.domain.mail.parsing.parse import parse
from onward.domain.mail.reading import read_many
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Application
from onward.journey.mail.importing import read_import
from onward.journey.mail.kept import clue_of, message_of
from onward.journey.mail.models import Filing, Message
from onward.journey.mail.services import give_mailbox
from onward.journey.people.models import Person

TODAY = date(2026, 11, 23)
_TEXT = 3_000
Filed = dict[str, list[str]]


def compare(folder: str) -> None:
    """Print the figures of the made-up search that shows the pages."""
    truth = mail_truths()
    true = {number: one.meanings for number, one in truth.items() if one.meanings}
    labels = {number: Meaning(one.label) for number, one in truth.items()}
    applications = {name for one in true.values() for name in one}
    print(
        f"The made-up search: {len(true)} mails about {len(applications)} applications"
    )
    say("meanings told", told(list(demo_messages(TODAY)), labels), true)
    say(
        "as really read",
        really_read(write_mailbox(Path(folder) / "mail", TODAY, "eml")),
        true,
    )


def say(name: str, filed: Filed, true: Mapping[str, Iterable[str]]) -> None:
    """Print how well mail was filed."""
    precision, recall, f1 = pairwise(pairs_of(filed), pairs_of(true))
    print(f"{name:>15}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


def told(mails: Sequence[DemoMail], labels: Mapping[str, Meaning]) -> Filed:
    """Return the applications mail is filed under when its meanings are told."""
    own = own_addresses_in((mail.content, (mail.folder,)) for mail in mails)
    clues = dict(_clues(mails, labels, Context(own_addresses=tuple(own))))
    settled = settle(clues.values())
    names = {clue.id: number for number, clue in clues.items()}
    return {
        names[message]: [str(one.application) for one in links if one.application]
        for message, links in settled.links.items()
    }


def _clues(
    mails: Sequence[DemoMail], labels: Mapping[str, Meaning], context: Context
) -> Iterator[tuple[str, Clue]]:
    """Yield what each mail about the search tells, with the meaning it truly has."""
    parsed = [replace(parse(m.content), labels=(m.folder,)) for m in mails]
    readings = read_many(parsed, context)
    for number, (mail, reading) in enumerate(zip(parsed, readings, strict=True), 1):
        label = labels[mail.message_id]
        if label == Meaning.NOT_JOB_RELATED:
            continue
        verdict = certain(label, reading.verdict.evidence)
        details = details_of(mail, reading.shown_text, verdict, context)
        read = replace(reading, verdict=verdict, details=details)
        message = message_of(mail, read, own=context.is_own(mail))
        message.pk, message.told_meaning = number, label
        yield mail.message_id, clue_of(message, reading.shown_text[:_TEXT])


def really_read(path: Path) -> Filed:
    """Return the applications a mailbox is filed under; nothing else is kept."""
    Application.objects.all().delete()
    Person.objects.all().delete()
    person = Person.objects.local()
    read_import(give_mailbox(person=person, path=path, is_read_here=True).pk)
    filed: Filed = defaultdict(list)
    for filing in Filing.objects.of(person).filter(ended_at=None):
        number = Message.objects.get(pk=filing.message_id).message_id
        filed[number].append(str(filing.application_id))
    waiting = Message.objects.waiting().count()
    print(f"{Application.objects.count()} applications; {waiting} mails ask")
    return filed
