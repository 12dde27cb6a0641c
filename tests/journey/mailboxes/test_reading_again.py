"""A large mailbox is read in haste first, and with care where in doubt."""

from pathlib import Path

import pytest

from onward.journey.mail.models import Import, Seen
from onward.journey.mail.pace import Pace
from onward.journey.mailboxes.looking import look
from onward.journey.mailboxes.models import Heading
from tests.journey.mail.letters import Mail, write_mbox
from tests.journey.mail.reading import begin_anew, read
from tests.journey.mailboxes.search import mails_of_a_search, pipeline
from tests.mail_server import connected, deliver, needs_dovecot
from tools.dovecot import Dovecot

pytestmark = [needs_dovecot, pytest.mark.django_db(transaction=True)]
# Nothing in them is a stock phrase: read in haste they stay in doubt.
UNSURE = [
    Mail("u1", "Thursday", "It was lovely to meet you. We went another way.", 30),
    Mail("u2", "News", "The panel had a hard time of it, and it is not you.", 31),
]


def test_a_large_mailbox_read_in_two_looks_comes_to_the_same(
    full: Dovecot, tmp_path: Path
) -> None:
    deliver(full, UNSURE)
    read(write_mbox(tmp_path / "mail.mbox", [*mails_of_a_search(), *UNSURE]))
    expected = pipeline()
    begin_anew()
    looks, waited = set[str](), set[int]()

    def note(reading: Import) -> None:
        looks.add(reading.look)
        waited.add(reading.later)

    mailbox = connected(full.plain)
    assert look(mailbox, after_batch=note, pace=Pace(two_looks_from_headings=0))
    mailbox.refresh_from_db()
    assert looks == {"first", "second"}
    assert max(waited) > 0
    assert (mailbox.reading.look, mailbox.reading.later) == ("whole", 0)
    assert not Seen.objects.filter(is_open=True).exists()
    assert pipeline() == expected


def test_what_is_expunged_between_two_looks_stays_as_it_was_read(
    full: Dovecot,
) -> None:
    deliver(full, UNSURE)
    mailbox = connected(full.plain)

    def expunge(reading: Import) -> None:
        if reading.later:
            for path in (full.box() / "cur").glob("*.u?.made*"):
                path.unlink()

    assert look(mailbox, after_batch=expunge, pace=Pace(two_looks_from_headings=0))
    states = Heading.objects.values_list("state", flat=True)
    assert not {"wanted", "doubt"} & set(states)
    assert not Seen.objects.filter(is_open=True).exists()
    mailbox.refresh_from_db()
    assert mailbox.reading.look == Import.Look.WHOLE
