from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onward.domain.errors import OnwardError
from onward.journey.feedback.writing import Draft, UnusableAddressError, message_of

SENT_AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
ONE_EACH = {
    *("subject", "from", "to", "message-id", "date", "x-mailer", "mime-version"),
    *("content-type", "content-transfer-encoding", "in-reply-to", "references"),
}
HOSTILE = st.text(max_size=80) | st.sampled_from(
    [
        "=?utf-8?Q?a=0ABcc=3A_evil@evil.example?=",
        "x\r\nBcc: evil@evil.example",
        "x\nBcc: evil@evil.example\n\nhello",
        "x\u2028Bcc: evil@evil.example",
        "\x00\x0b\x0c\x1c\x85",
        "\ud800",
        "a" * 1500,
        'Zoë 🙂, (Ltd) <x@y>; "q"',
    ]
)


def read(raw: bytes) -> EmailMessage:
    found = message_from_bytes(raw, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def draft(**further: str) -> Draft:
    told = {
        "from_name": "Amira",
        "from_address": "amira@home.example",
        "to_name": "Priya Nair",
        "to_address": "priya@hr.example",
        "subject": "Re: Data analyst",
        "text": "Dear Priya,\n\nThank you.\n",
        "answers": "<a@b>",
        **further,
    }
    return Draft(**told)  # type: ignore[arg-type]


# Four texts a letter: five thousand hostile ones in all.
@settings(max_examples=1250, deadline=None)
@given(subject=HOSTILE, name=HOSTILE, text=HOSTILE, answers=HOSTILE)
@example("Bcc: x", "Bcc: x", ".\r\nBcc: x", "<a@b>\r\nBcc: x")
def test_nothing_that_came_in_a_mail_adds_a_header(
    subject: str, name: str, text: str, answers: str
) -> None:
    message = read(
        message_of(
            draft(subject=subject, to_name=name, text=text, answers=answers),
            "<1@home.example>",
            SENT_AT,
        )
    )
    names = [header.lower() for header in message]
    assert set(names) <= ONE_EACH
    assert len(names) == len(set(names))
    assert [one.addr_spec for one in message["to"].addresses] == ["priya@hr.example"]
    assert not message.is_multipart()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nobody",
        "a@b",
        "alice@example.org)<bob@evil.example>",
        "a@b.example, c@d.example",
        "a@b.example\r\nBcc: evil@evil.example",
        "a b@c.example",
    ],
)
def test_an_address_with_anything_odd_is_refused(address: str) -> None:
    with pytest.raises(UnusableAddressError):
        message_of(draft(to_address=address), "<1@x>", SENT_AT)
    assert issubclass(UnusableAddressError, OnwardError)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_the_words_arrive_as_they_were_written(text: str) -> None:
    raw = message_of(draft(text=f"{text}\n"), "<1@x>", SENT_AT)
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    arrived = read(raw).get_content().replace("\r\n", "\n")
    assert arrived == f"{text}\n"


def test_an_invitation_says_what_it_is_for() -> None:
    invited = Draft(
        *("Amira", "a@home.example", "Priya", "p@hr.example", "Call", "At eleven."),
        invitation=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        method="REQUEST",
    )
    message = read(message_of(invited, "<1@x>", SENT_AT))
    calendar = message.get_body(("calendar",)) or list(message.iter_parts())[1]
    assert calendar.get_content_type() == "text/calendar"
    assert calendar.get_param("method") == "REQUEST"
