"""The made-up search, filed twice: with its meanings told, and as really read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench.linking import pairs_of, pairwise
from onward.demo.mailbox import DemoMail, demo_messages, write_mailbox
from onward.demo.truth import MailTruth, mail_truths
from onward.domain.mail.details import details_of
from onward.domain.mail.details_context import Context
from onward.domain.mail.link_clue import Clue
from onward.domain.mail.link_settle import settle
from onward.domain.mail.meaning_verdict import certain
from onward.domain.mail.own_addresses import own_addresses_in
from onward.domain.mail.parse import parse
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
    """Print the figures of both."""
    truth = mail_truths()
    true = {number: one.meanings for number, one in truth.items() if one.meanings}
    applications = {name for one in true.values() for name in one}
    print(f"{len(true)} mails about {len(applications)} applications")
    _say("meanings told", _told(truth), true)
    _say("as really read", _really_read(Path(folder)), true)
    waiting = Message.objects.waiting().count()
    print(f"{Application.objects.count()} applications; {waiting} mails ask")


def _say(name: str, filed: Filed, true: Mapping[str, Iterable[str]]) -> None:
    precision, recall, f1 = pairwise(pairs_of(filed), pairs_of(true))
    print(f"{name:>15}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


def _told(truth: Mapping[str, MailTruth]) -> Filed:
    mails = list(demo_messages(TODAY))
    own = own_addresses_in((mail.content, (mail.folder,)) for mail in mails)
    clues = dict(_clues(mails, truth, Context(own_addresses=tuple(own))))
    settled = settle(clues.values())
    names = {clue.id: number for number, clue in clues.items()}
    return {
        names[message]: [str(one.application) for one in links if one.application]
        for message, links in settled.links.items()
    }


def _clues(
    mails: list[DemoMail], truth: Mapping[str, MailTruth], context: Context
) -> Iterator[tuple[str, Clue]]:
    """Yield what each mail about the search tells, with the meaning it truly has."""
    parsed = [replace(parse(m.content), labels=(m.folder,)) for m in mails]
    readings = read_many(parsed, context)
    for number, (mail, reading) in enumerate(zip(parsed, readings, strict=True), 1):
        label = truth[mail.message_id].label
        if label == Meaning.NOT_JOB_RELATED:
            continue
        verdict = certain(Meaning(label), reading.verdict.evidence)
        details = details_of(mail, reading.shown_text, verdict, context)
        read = replace(reading, verdict=verdict, details=details)
        message = message_of(mail, read, own=context.is_own(mail))
        message.pk, message.told_meaning = number, label
        yield mail.message_id, clue_of(message, reading.shown_text[:_TEXT])


def _really_read(folder: Path) -> Filed:
    person = Person.objects.local()
    path = write_mailbox(folder / "mail", TODAY, "eml")
    read_import(give_mailbox(person=person, path=path, is_read_here=True).pk)
    filed: Filed = defaultdict(list)
    for filing in Filing.objects.of(person).filter(ended_at=None):
        number = Message.objects.get(pk=filing.message_id).message_id
        filed[number].append(str(filing.application_id))
    return filed
