from datetime import UTC, datetime

import pytest

from onward.domain.mail.message import Address, Fault, ParsedMail
from onward.domain.mail.parsing import caps
from onward.domain.mail.parsing.identity import digest_of
from onward.domain.mail.parsing.parse import parse
from tests.domain.mail.posted import HEAD, multipart, part, plain

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def headed(*lines: bytes) -> ParsedMail:
    """Return a message with these headers and nothing else."""
    return parse(b"\n".join(lines) + b"\n\nwords\n")


def test_an_ordinary_message_is_read() -> None:
    raw = plain("Dear Sam,\n")
    assert parse(raw, NOW) == ParsedMail(
        digest=digest_of(raw),
        message_id="<1@post.example>",
        sender=Address("Jo Lund", "jo@post.example"),
        recipients=(Address("Sam", "sam@home.example"),),
        subject="Your application",
        sent_at=NOW,
        text="Dear Sam,\n",
    )


@pytest.mark.parametrize("raw", [b"", b"\n", b"\0", b"\xff\xfe", b"words", b":", b"\r"])
def test_whatever_is_no_message_is_read_too(raw: bytes) -> None:
    parsed = parse(raw, NOW)
    assert parsed.sender == Address()
    assert parsed.digest == digest_of(raw)


def test_line_ends_and_a_mark_before_make_no_difference() -> None:
    raw = multipart(part(b"Hello\n"), part(b"<p>Hello", b"text/html"))
    forms = (
        raw.replace(b"\n", b"\r\n"),
        raw.replace(b"\n", b"\r"),
        b"\n\n" + raw,
        b"\xef\xbb\xbf" + raw,
    )
    expected = parse(raw, NOW)
    for form in forms:
        found = parse(form, NOW)
        assert (found.text, found.html) == (expected.text, expected.html)
        assert (found.subject, found.faults) == (expected.subject, ())


def test_what_links_a_thread_is_read() -> None:
    found = headed(
        b"Message-ID: <c@x>",
        b"In-Reply-To: your mail of Monday <b@x>",
        b"References: <a@x>\n <b@x>",
        b"X-GM-THRID: 1790000000000000001",
    )
    assert (found.message_id, found.in_reply_to) == ("<c@x>", "<b@x>")
    assert found.references == ("<a@x>", "<b@x>")
    assert found.provider_thread == "1790000000000000001"


def test_an_id_without_brackets_is_kept_as_it_is() -> None:
    assert headed(b"Message-ID: 1@x").message_id == "1@x"


def test_of_a_very_long_row_of_references_both_ends_are_kept() -> None:
    row = b" ".join(b"<%d@x>" % number for number in range(500))
    found = headed(b"References: " + row).references
    assert len(found) == caps.REFERENCES
    assert (found[0], found[-1]) == ("<0@x>", "<499@x>")


def test_labels_of_the_provider_are_read() -> None:
    found = headed(b'X-Gmail-Labels: Sent,"Jobs, 2026",=?utf-8?Q?Entw=C3=BCrfe?=,')
    assert found.labels == ("Sent", "Jobs, 2026", "Entwürfe")


def test_people_are_read_from_all_headers_that_name_them() -> None:
    found = headed(
        b"From: Jo <jo@x>", b"Reply-To: hr@x", b"To: a@x, b@x", b"Cc: c@x", b"Bcc: d@x"
    )
    assert found.sender == Address("Jo", "jo@x")
    assert found.reply_to == Address("", "hr@x")
    assert [person.address for person in found.recipients] == [
        "a@x",
        "b@x",
        "c@x",
        "d@x",
    ]


def test_without_a_from_the_sender_header_counts() -> None:
    assert headed(b"Sender: Jo <jo@x>").sender == Address("Jo", "jo@x")


@pytest.mark.parametrize(
    ("header", "is_bulk"),
    [
        (b"List-Id: <news.x>", True),
        (b"List-Unsubscribe: <mailto:off@x>", True),
        (b"Precedence: Bulk", True),
        (b"Auto-Submitted: auto-generated", True),
        (b"Auto-Submitted: no", False),
        (b"Precedence: first-class", False),
        (b"Subject: list", False),
    ],
)
def test_bulk_mail_is_known_by_its_headers(header: bytes, *, is_bulk: bool) -> None:
    assert headed(header).is_bulk is is_bulk


def test_an_absurd_date_is_left_out_and_told() -> None:
    found = headed(b"Date: Thu, 01 Jan 1970 00:00:00 +0000")
    assert found.sent_at is None
    assert found.faults == (Fault.ABSURD_DATE,)


def test_plain_and_html_parts_are_kept_apart() -> None:
    found = parse(
        multipart(part(b"one"), part(b"<p>two", b"text/html"), part(b"three"))
    )
    assert found.text == "one\nthree"
    assert found.html == "<p>two"


def test_a_calendar_is_read_and_a_text_that_is_attached_is_not() -> None:
    found = parse(
        multipart(
            part(b"Come.\n"),
            part(b"BEGIN:VCALENDAR", b"text/calendar; name=invite.ics"),
            part(b"BEGIN:VCALENDAR", b"application/ics; name=more.ics"),
            part(
                b"log",
                b"text/plain",
                b"Content-Disposition: attachment; filename=log.txt\n",
            ),
        )
    )
    assert found.text == "Come.\n"
    assert found.calendars == ("BEGIN:VCALENDAR",) * 2
    assert found.attachments == ("invite.ics", "more.ics", "log.txt")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"plan.pdf", "plan.pdf"),
        (b"../../etc/passwd", "passwd"),
        (rb"C:\\Temp\\plan.pdf", "plan.pdf"),
        (b"=?utf-8?Q?Gr=C3=BC=C3=9Fe.pdf?=", "Grüße.pdf"),
        (b"=?utf-8?Q?a=0D=0Ab.pdf?=", "a b.pdf"),
        (b"...", "attachment"),
        (b"a" * 2_000 + b".pdf", "a" * caps.NAME),
    ],
)
def test_an_attachment_is_called_by_a_bare_name(name: bytes, shown: str) -> None:
    title = b'Content-Disposition: attachment; filename="' + name + b'"\n'
    found = parse(multipart(part(b"words"), part(b"%PDF", b"application/pdf", title)))
    assert found.attachments == (shown,)


def test_a_mail_that_only_passes_another_on_says_what_that_says() -> None:
    inner = plain("We regret to tell you.\n")
    found = parse(multipart(part(inner, b"message/rfc822")))
    assert "We regret to tell you." in found.text
    assert "From: Jo Lund <jo@post.example>" in found.text
    assert found.text.startswith("---------- Forwarded message")


def test_a_mail_passed_on_with_words_of_its_own_says_only_these() -> None:
    inner = plain("We regret to tell you.\n")
    found = parse(multipart(part(b"See below."), part(inner, b"message/rfc822")))
    assert found.text == "See below."


def test_messages_within_messages_by_the_thousand_are_opened_once() -> None:
    raw = (HEAD + b"Content-Type: message/rfc822\n\n") * 5_000 + b"words\n"
    assert parse(raw).subject == "Your application"


def test_a_message_over_the_cap_is_cut_and_told() -> None:
    found = parse(plain("words\n" * (caps.MESSAGE // 6)))
    assert Fault.TOO_LARGE in found.faults
    assert len(found.text) == caps.TEXT


def test_texts_in_many_parts_are_bounded_together() -> None:
    found = parse(multipart(*[part(b"words " * 100_000)] * 20))
    assert Fault.TOO_LARGE in found.faults
    assert len(found.text) <= caps.TEXT
