"""The made-up mailbox is the same every time, sound as mail, and true to its story."""

import re
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from onward.adapters.mailboxes import open_mailbox
from onward.demo.correspondence import PERSON, correspondence
from onward.demo.invitations import calendar_of
from onward.demo.mailbox import (
    INBOX,
    SENT,
    DemoMail,
    Kind,
    demo_messages,
    write_mailbox,
)
from onward.domain.mail.body.clean import body_of
from onward.domain.mail.message import Fault, ParsedMail
from onward.domain.mail.parsing.parse import parse
from onward.domain.mail.senders import is_tracking_system
from onward.ports.mailbox import RawMessage

TODAY = date(2026, 11, 25)
# Making up all messages takes a second, so that only a few days see it done.
MADE_UP_DAYS = [TODAY, date(2027, 3, 28), date(2028, 1, 1)]
# Each day of a week, a day when clocks change, and the turns of a year.
DAYS = [
    *(TODAY + timedelta(days=more) for more in range(7)),
    date(2027, 3, 28),
    date(2028, 2, 29),
    date(2028, 1, 1),
]
ODD_CHARSET = "Saleroom catalogue and data assistant"
ADDRESS = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
HOST = re.compile(r"https?://([\w.-]+)")
SCHEMAS = {"schemas.microsoft.com", "www.w3.org"}


@cache
def _mails(today: date) -> list[DemoMail]:
    return list(demo_messages(today))


@cache
def _parsed(today: date) -> list[ParsedMail]:
    return [parse(mail.content) for mail in _mails(today)]


@pytest.fixture(scope="module")
def mails() -> list[DemoMail]:
    return _mails(TODAY)


@pytest.fixture(scope="module")
def parsed() -> list[ParsedMail]:
    return _parsed(TODAY)


def test_the_same_day_gives_the_same_bytes(mails: list[DemoMail]) -> None:
    assert list(demo_messages(TODAY)) == mails


def test_there_are_several_hundred_messages_and_none_twice(
    mails: list[DemoMail],
) -> None:
    assert 320 <= len(mails) <= 400
    assert len({mail.content for mail in mails}) == len(mails)
    assert len({mail.message_id for mail in mails}) == len(mails)


@pytest.mark.parametrize("today", MADE_UP_DAYS, ids=str)
def test_every_message_can_be_read_whole(today: date) -> None:
    faulty = {mail.subject: mail.faults for mail in _parsed(today) if mail.faults}
    assert faulty == {ODD_CHARSET: (Fault.UNKNOWN_CHARSET,)}


@pytest.mark.parametrize("today", MADE_UP_DAYS, ids=str)
def test_every_message_says_something_and_leaves_no_day_unfilled(today: date) -> None:
    for mail in _parsed(today):
        words = f"{mail.subject}\n{body_of(mail)}"
        assert len(words) > 20
        assert not re.search(r"[{}]|\[\[|\*\*", words), words


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_search_begins_half_a_year_ago_and_ends_before_today(today: date) -> None:
    sent = [posted.sent_at for posted in correspondence(today)]
    assert sent == sorted(sent)
    assert timedelta(weeks=25) < today - sent[0].date() < timedelta(weeks=27)
    assert sent[-1].date() < today
    assert all(moment.tzinfo for moment in sent)


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_an_answer_comes_after_what_it_answers(today: date) -> None:
    for posted in correspondence(today):
        if posted.answered:
            assert posted.answered.sent_at < posted.sent_at, posted.letter.key


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_letters_about_one_application_come_in_the_order_they_were_told(
    today: date,
) -> None:
    told: dict[str, list[tuple[int, datetime]]] = {}
    for posted in correspondence(today):
        section, _, number = posted.letter.key.rpartition("-")
        if section in posted.letter.applications and number.isdecimal():
            told.setdefault(section, []).append((int(number), posted.sent_at))
    for section, letters in told.items():
        moments = [moment for _, moment in sorted(letters)]
        assert moments == sorted(moments), section


def test_threads_hold_together(parsed: list[ParsedMail]) -> None:
    known: set[str] = set()
    answers = 0
    for mail in parsed:
        named = {mail.in_reply_to, *mail.references} - {""}
        assert named <= known
        answers += bool(named)
        known.add(mail.message_id)
    assert answers > 100


def test_answers_repeat_the_letter_they_answer_in_several_ways(
    parsed: list[ParsedMail],
) -> None:
    texts = [mail.text for mail in parsed]
    assert sum("\n> " in text for text in texts) > 50
    assert sum("\nSent: " in text for text in texts) > 10
    assert sum("\nGesendet: " in text for text in texts) == 1
    assert sum("Sent from my iPhone" in text for text in texts) > 10


def test_messages_are_made_up_in_many_ways(mails: list[DemoMail]) -> None:
    joined = b"\n".join(mail.content for mail in mails)
    for sign in (
        *(b"quoted-printable", b"base64", b"8bit", b"multipart/alternative"),
        *(b"multipart/mixed", b"text/calendar", b"application/pdf", b"format="),
        *(b"iso-8859-1", b"windows-1252", b"List-Unsubscribe", b"Auto-Submitted"),
    ):
        assert sign in joined, sign
    html_only = [mail for mail in _parsed(TODAY) if not mail.text]
    assert len(html_only) > 10


def test_what_the_person_wrote_is_in_the_sent_folder(
    mails: list[DemoMail], parsed: list[ParsedMail]
) -> None:
    for mail, read in zip(mails, parsed, strict=True):
        is_own = read.sender.address in PERSON
        assert mail.folder == (SENT if is_own else INBOX)


def test_no_address_belongs_to_anybody(parsed: list[ParsedMail]) -> None:
    for mail in parsed:
        people = [mail.sender, mail.reply_to, *mail.recipients]
        domains = {person.domain for person in people if person.address}
        unfolded = "\n".join(mail.calendars).replace("\n ", "")
        for text in (mail.text, mail.html, unfolded):
            domains.update(ADDRESS.findall(text))
        for domain in domains:
            assert domain.endswith(".example") or is_tracking_system(domain), domain


def test_no_link_leads_anywhere(parsed: list[ParsedMail]) -> None:
    for mail in parsed:
        for host in HOST.findall(mail.text + mail.html):
            assert host.endswith(".example") or host in SCHEMAS, host


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_mailbox_holds_the_same_mail(
    kind: Kind, tmp_path: Path, mails: list[DemoMail]
) -> None:
    mailbox = open_mailbox(write_mailbox(tmp_path / "mailbox", TODAY, kind))
    found = list(mailbox.messages())
    read = [message for message in found if isinstance(message, RawMessage)]
    assert len(read) == len(found)
    assert {message.content for message in read} == {mail.content for mail in mails}
    sent = {mail.content for mail in mails if mail.folder == SENT}
    labelled = {message.content for message in read if _says_sent(message)}
    assert labelled == sent


def _says_sent(message: RawMessage) -> bool:
    return any(label.endswith(SENT) for label in message.labels)


def test_a_mailbox_written_twice_is_the_same(tmp_path: Path) -> None:
    first = write_mailbox(tmp_path / "a", TODAY, Kind.ZIP)
    second = write_mailbox(tmp_path / "b", TODAY, Kind.ZIP)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_last_letter_is_a_no_that_offers_a_call(today: date) -> None:
    last = correspondence(today)[-1]
    assert set(last.letter.applications) == {"hallam"}
    assert (today - last.sent_at.date()).days <= 3
    assert last.sent_at.weekday() < 5
    assert "ten minutes on the phone" in last.words


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_an_interview_lies_three_days_ahead_or_on_the_monday_after(today: date) -> None:
    posted = correspondence(today)
    invited = next(each for each in posted if each.letter.key == "lcc-housing-3")
    calendar = calendar_of(invited)
    found = re.search(r"DTSTART;TZID=GMT Standard Time:(\d{8})T103000", calendar)
    assert found
    assert 3 <= (date.fromisoformat(found[1]) - today).days <= 5
