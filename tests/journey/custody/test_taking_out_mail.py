"""Mail that is taken along, as mail programs read it."""

import mailbox
from contextlib import closing
from pathlib import Path

import pytest
from django.utils import timezone

from onward.adapters.mailboxes.mbox import MboxFile
from onward.journey.feedback.models import (
    MailAccount,
    OutgoingLetter,
)
from onward.journey.mail.models import Message
from onward.ports.mailbox import RawMessage
from tests.builders import application, message, person
from tests.journey.custody.taken import searched, unpacked

pytestmark = pytest.mark.django_db


def test_kept_mail_is_read_by_other_programs_and_by_another_onward(
    tmp_path: Path,
) -> None:
    searched()
    path = tmp_path / "2026.mbox"
    path.write_bytes(unpacked()["mail/2026.mbox"])
    with closing(mailbox.mbox(path)) as box:
        (mail,) = box
    assert str(mail["X-Onward-Id"]) == str(Message.objects.get().pk)
    assert mail.get_content_charset() == "utf-8"
    body = str(mail.get_payload(decode=True), "utf-8")  # type: ignore[arg-type]
    assert body.startswith("Dear Zoë,\n>From here on.\n>>From us")
    (read,) = MboxFile(path).messages()
    assert isinstance(read, RawMessage)
    assert b"Subject: =?utf-8?" in read.content


def test_what_a_heading_cannot_hold_does_no_harm() -> None:
    message(
        subject="One\r\nBcc: all@example.com",
        sender_name='A "quoted"\nname',
        sender_address="zoë@example.com",
        message_id="one\ntwo",
    )
    (mail,) = (v for n, v in unpacked().items() if n.startswith("mail/"))
    heading = mail.partition(b"\n\n")[0]
    assert b"\nBcc:" not in heading
    assert b"Subject: One Bcc: all@example.com" in heading
    assert heading.count(b"\n") == 8


def test_letters_that_went_are_there_as_they_went() -> None:
    acme = application()
    account = MailAccount.objects.create(
        person=person(), address="me@example.com", host="h", secret_name="in the vault"
    )
    OutgoingLetter.objects.create(
        person=person(), application=acme, account=account, purpose="request",
        to_address="a@example.com", subject="Feedback", text="Dear Ada",
        raw=b"Subject: Feedback\r\n\r\nDear Ada\r\n",
        message_id="<1@example.com>", approved_digest="", approved_at=timezone.now(),
        send_at=timezone.now(), sent_at=timezone.now(),
    )  # fmt: skip
    files = unpacked()
    assert b"Subject: Feedback\n\nDear Ada" in files["mail/letters.mbox"]
    assert b"in the vault" not in b"".join(files.values())


def test_a_mail_the_person_forgot_stays_away() -> None:
    message(text="okapigravy", forgotten_at=timezone.now())
    assert b"okapigravy" not in b"".join(unpacked().values())
