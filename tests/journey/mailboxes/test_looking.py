"""A mailbox on a real server is read, whatever happens to it and to the line."""

import os
import signal
import time
from pathlib import Path
from random import Random

import pytest
from django.db import connections

from onward.journey.mail.models import Message, Seen
from onward.journey.mailboxes.looking import look
from onward.journey.mailboxes.models import ConnectedMailbox, Heading
from onward.journey.people.models import Person
from tests.journey.mail.letters import (
    Mail,
    no,
    ordinary,
    thanks,
    write_mbox,
)
from tests.journey.mail.reading import begin_anew, read
from tests.journey.mailboxes.search import mails_of_a_search, pipeline
from tests.mail_server import connected, contents, deliver, looked, needs_dovecot
from tools.dovecot import Dovecot
from tools.faulty_line import Faults, line_to

pytestmark = [needs_dovecot, pytest.mark.django_db(transaction=True)]
CUTS, KILLS = 12, 4


def _counted(mailbox: ConnectedMailbox) -> dict[str, int]:
    reading = mailbox.reading
    names = ("seen", "kept", "ordinary", "known", "refused")
    return {name: getattr(reading, name) for name in names}


def test_a_mailbox_on_a_server_comes_to_the_same_as_its_file(
    full: Dovecot, tmp_path: Path
) -> None:
    read(write_mbox(tmp_path / "mail.mbox", mails_of_a_search()))
    expected = pipeline()
    begin_anew()
    mailbox = looked(connected(full.plain))
    assert pipeline() == expected
    mails, kept = len(mails_of_a_search()), len(expected["messages"])
    assert _counted(mailbox) == {
        "seen": mails,
        "kept": kept,
        "ordinary": mails - kept,
        "known": 0,
        "refused": 0,
    }


def test_a_mailbox_known_from_a_file_adds_nothing(
    full: Dovecot, tmp_path: Path
) -> None:
    read(write_mbox(tmp_path / "mail.mbox", mails_of_a_search()))
    expected = pipeline()
    mailbox = looked(connected(full.plain))
    assert pipeline() == expected
    assert mailbox.reading.kept == 0
    assert mailbox.reading.known >= len(expected["messages"]) - 1


def test_a_mail_whose_bytes_a_server_altered_is_not_doubled(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    read(write_mbox(tmp_path / "mail.mbox", [thanks("t")]))
    altered = b"X-Passed-By: mx.field.example\r\n" + thanks("t").raw
    dovecot.deliver(altered.replace(b"\n", b"\r\n"), "1.t.made")
    mailbox = looked(connected(dovecot.plain))
    assert (mailbox.reading.kept, mailbox.reading.known) == (0, 1)
    assert Message.objects.count() == 1


def test_bodies_of_ordinary_mail_stay_where_they_are(full: Dovecot) -> None:
    long = [
        Mail(f"l{n}", "Cheese, and more", "Cheese. " * 9_000, n, SHOP, headers=LIST)
        for n in range(10)
    ]
    deliver(full, long)
    before = contents(full.maildir)
    with line_to(full.plain) as line:
        looked(connected(line.port))
        moved = line.moved
    assert moved < sum(len(mail.raw) for mail in long) / 10
    assert contents(full.maildir) == before
    assert Message.objects.filter(subject__contains="Cheese").count() == 0


SHOP = "The shop <news@shop.example>"
LIST = {
    "List-Id": "<offers.shop.example>",
    "List-Unsubscribe": "<https://shop.example>",
}


def test_nothing_new_costs_three_round_trips_and_no_row(full: Dovecot) -> None:
    with line_to(full.plain) as line:
        mailbox = looked(connected(line.port))
        line.forget()
        assert look(mailbox)
        assert line.round_trips - line.commands().count("LOGOUT") <= 3
    assert Heading.objects.count() == len(mails_of_a_search())


def test_new_mail_is_all_that_a_later_look_fetches(full: Dovecot) -> None:
    with line_to(full.plain) as line:
        mailbox = looked(connected(line.port))
        kept = mailbox.reading.kept
        line.forget()
        deliver(full, [no("later", "Buyer", day=12)])
        mailbox = looked(mailbox)
        fetched = [c for c in line.commands() if c.startswith("UID FETCH")]
    assert mailbox.reading.kept == kept + 1
    assert len(fetched) == 2  # its heading, and itself


def test_a_line_cut_at_any_byte_loses_and_doubles_nothing(full: Dovecot) -> None:
    looked(connected(full.plain))
    expected = pipeline()
    begin_anew()
    chance = Random(5)
    ends = [chance.randrange(200, 4_000) for _ in range(CUTS)]
    with line_to(full.plain, lambda n: Faults(ends[n] if n < CUTS else None)) as line:
        mailbox = looked(connected(line.port))
        full.restart()
        deliver(full, [ordinary("x", day=30)])
        mailbox = looked(mailbox)
    assert line.cuts > CUTS // 2
    assert pipeline() == expected
    assert mailbox.reading.seen == len(mails_of_a_search()) + 1
    assert Heading.objects.count() == len(mails_of_a_search()) + 1


@pytest.mark.parametrize("is_reordered", [False, True])
def test_when_the_server_counts_anew_hardly_anything_is_fetched_again(
    full: Dovecot, *, is_reordered: bool
) -> None:
    with line_to(full.plain) as line:
        mailbox = looked(connected(line.port))
        expected, counted = pipeline(), _counted(mailbox)
        if is_reordered:
            _rename_all(full)
        full.stop()
        full.begin_new_epoch()
        time.sleep(1.1)  # the epoch is a time in seconds
        full.start()
        line.forget()
        mailbox = looked(mailbox)
        fetched = [c for c in line.commands() if "BODY.PEEK[]" in c]
    assert fetched == []
    assert pipeline() == expected
    assert _counted(mailbox) == counted
    assert Heading.objects.count() == len(mails_of_a_search())


def _rename_all(full: Dovecot) -> None:
    """Give the files names that sort the other way round."""
    paths = sorted(p for part in ("cur", "new") for p in (full.box() / part).iterdir())
    for place, path in enumerate(reversed(paths)):
        rest = path.name.partition(".")[2]
        path.rename(path.with_name(f"2{place:09}.{rest}"))


def test_messages_that_share_an_id_or_have_none_are_all_kept(dovecot: Dovecot) -> None:
    first, second = thanks("t", "Buyer"), thanks("t", "Ward Clerk")
    bare = thanks("u", "Stock Planner").raw.replace(b"Message-ID", b"X-Not-It")
    deliver(dovecot, [first, second, first])
    dovecot.deliver(bare.replace(b"\n", b"\r\n"), "2.bare.made")
    mailbox = looked(connected(dovecot.plain))
    assert Message.objects.count() == 3
    assert _counted(mailbox) == {
        "seen": 4,
        "kept": 3,
        "ordinary": 0,
        "known": 1,
        "refused": 0,
    }


def test_what_is_moved_is_not_doubled_and_what_is_expunged_stays_here(
    full: Dovecot,
) -> None:
    mailbox = looked(connected(full.plain))
    expected = pipeline()
    paths = sorted(p for part in ("cur", "new") for p in (full.box() / part).iterdir())
    for path in paths[:4]:
        full.deliver(path.read_bytes(), path.name.partition(":")[0], "Sent")
        path.unlink()
    paths[5].unlink()
    looked(mailbox)
    assert pipeline()["applications"] == expected["applications"]
    assert len(pipeline()["messages"]) == len(expected["messages"])


def test_what_is_expunged_while_it_is_read_is_noted_as_gone(full: Dovecot) -> None:
    mailbox = connected(full.plain)
    wanted = [p for p in (full.box() / "new").iterdir() if ".c." in p.name]

    def expunge(_reading: object) -> None:
        for path in [*wanted, *(full.box() / "cur").glob("*.c.made*")]:
            path.unlink(missing_ok=True)

    assert look(mailbox, after_batch=expunge)
    assert Heading.objects.filter(state=Heading.State.WANTED).count() == 0
    assert Message.objects.filter(message_id="<c@made.example>").count() <= 1


def _killed(mailbox: ConnectedMailbox, seconds: float) -> None:
    """Look in a process of its own, and end it without a word."""
    connections.close_all()
    child = os.fork()
    if not child:
        try:
            look(mailbox)
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


@pytest.mark.slow
def test_a_process_killed_at_any_moment_loses_and_doubles_nothing(
    full: Dovecot,
) -> None:
    began = time.monotonic()
    looked(connected(full.plain))
    lasts = time.monotonic() - began
    expected, seen = pipeline(), Seen.objects.count()
    begin_anew()
    mailbox = connected(full.plain)
    chance = Random(11)
    for _ in range(KILLS):
        _killed(mailbox, chance.uniform(0.02, max(0.1, lasts)))
        mailbox = ConnectedMailbox.objects.get(pk=mailbox.pk)
    looked(mailbox)
    assert pipeline() == expected
    assert Seen.objects.count() == seen
    assert Person.objects.count() == 1
