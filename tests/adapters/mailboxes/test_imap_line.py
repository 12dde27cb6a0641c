"""What opens a mailbox stays out of sight, whatever its server does."""

import base64
import traceback
from collections.abc import Callable

import pytest

from onward.adapters.mailboxes.imap_line import Line
from onward.domain.mailboxes.trouble import MailServerError
from onward.ports.mail_server import Access, Security
from tests.imap_server import Scripted, serving

SECRET = "a-Secret-4711"
OTHER_FORMS = (
    SECRET,
    base64.b64encode(SECRET.encode()).decode(),
    # As it stands in what is sent with a token, in each place of three letters.
    *(base64.b64encode(b"x" * n + SECRET.encode())[4:-4].decode() for n in range(3)),
)


def _access(port: int, *, is_token: bool) -> Access:
    return Access(
        "127.0.0.1", port, "sam@field.example", SECRET, Security.OPEN, is_token=is_token
    )


@pytest.mark.parametrize("is_token", [False, True])
@pytest.mark.parametrize(
    "says",
    [
        lambda rest: f"NO I do not know {rest} {SECRET}",
        lambda rest: f"BAD {rest} {SECRET}",
        lambda rest: f"{rest} {SECRET}\r\nwhat?",
        lambda _rest: f"* BYE {SECRET}\r\nNO",
        lambda _rest: "HANG UP",
    ],
)
def test_no_password_and_no_token_stands_in_a_traceback_or_a_log(
    says: Callable[[str], str], *, is_token: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    with (
        serving(Scripted(says={"LOGIN": says, "AUTHENTICATE": says})) as script,
        pytest.raises(MailServerError) as caught,
    ):
        Line(_access(script.port, is_token=is_token))
    told = "".join(traceback.format_exception(caught.value)) + caplog.text
    assert "MailServerError" in told
    assert not [form for form in OTHER_FORMS if form in told]


def test_no_password_stands_in_a_traceback_of_what_comes_later(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(0)
    with serving(Scripted(says={"LIST": "what?\r\nwhat?"})) as script:
        line = Line(_access(script.port, is_token=False))
        with pytest.raises(MailServerError) as caught:
            line.ask("LIST", '""', '"*"')
        line.close()
    told = "".join(traceback.format_exception(caught.value)) + caplog.text
    assert SECRET not in told + repr(vars(line))
