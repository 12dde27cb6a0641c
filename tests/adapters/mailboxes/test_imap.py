import base64
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from onward.adapters.mailboxes.imap import ImapServer
from onward.domain.mailboxes.trouble import MailServerError, Trouble
from onward.ports.mail_server import Access, NewEpochError, Role, Security, Standing
from tests.imap_server import Scripted, serving
from tests.journey.mail.letters import MAILS_OF_ONE_SEARCH
from tools.faulty_line import Faults, line_to

RAW = {n: m.raw.replace(b"\n", b"\r\n") for n, m in enumerate(MAILS_OF_ONE_SEARCH, 3)}


def _access(port: int, **further: object) -> Access:
    return Access(
        *("127.0.0.1", port, "sam@field.example", 'a "pass\\word'),
        security=Security.OPEN,
        **further,  # type: ignore[arg-type]
    )


Open = Callable[..., ImapServer]


@pytest.fixture
def opened() -> Iterator[Open]:
    """Open mailboxes that are closed after the test."""
    servers: list[ImapServer] = []

    def opened(port: int, **further: object) -> ImapServer:
        access = _access(port, **further)
        servers.append(ImapServer(access, pause=lambda _seconds: None))
        return servers[-1]

    yield opened
    for server in servers:
        server.close()


@pytest.fixture
def script() -> Iterator[Scripted]:
    """Lend a server with a small search in its inbox."""
    with serving(Scripted(dict(RAW))) as script:
        yield script


def _trouble(server: ImapServer) -> Trouble:
    with pytest.raises(MailServerError) as caught:
        server.folders()
    return caught.value.trouble


def test_a_mailbox_is_read_from_its_folders_to_its_messages(
    script: Scripted, opened: Open
) -> None:
    server = opened(script.port)
    assert [f.role for f in server.folders()] == [Role.INBOX, Role.SENT]
    assert server.standings(["INBOX"]) == {"INBOX": Standing("7", "9", len(RAW))}
    (batch,) = server.headings("INBOX", "", None)
    assert [one.number for one in batch] == [f"7:{uid}" for uid in RAW]
    assert b"Subject: " in batch[0].content
    numbers = [one.number for one in batch]
    told = {one.number: one for one in server.messages("INBOX", numbers, 10**6)}
    assert {one.content for one in told.values()} == {
        m.raw for m in MAILS_OF_ONE_SEARCH
    }
    assert all(one.is_whole for one in told.values())
    server.close()
    server.close()


def test_only_what_reads_is_ever_asked(script: Scripted, opened: Open) -> None:
    server = opened(script.port)
    server.folders()
    server.standings(["INBOX", "Sent Items"])
    server.standings(["INBOX"])
    for batch in server.headings("INBOX", "7:3", date(2026, 1, 5)):
        list(server.messages("INBOX", [one.number for one in batch], 100))
    server.close()
    asked = [line for line in script.heard if "LOGIN" not in line]
    reading = ("CAPABILITY", "LIST", "STATUS", "EXAMINE", "UID SEARCH", "UID FETCH")
    assert [line for line in asked if not line.startswith((*reading, "LOGOUT"))] == []
    fetched = [line for line in asked if line.startswith("UID FETCH")]
    assert fetched
    assert [line for line in fetched if "BODY[" in line or "RFC822 " in line] == []
    assert "UID SEARCH 1:6 UID 4:* SINCE 5-Jan-2026" in asked


def test_a_beginning_says_that_it_is_not_the_whole(
    script: Scripted, opened: Open
) -> None:
    (told,) = opened(script.port).messages("INBOX", ["7:3"], 40)
    assert (len(told.content), told.is_whole) == (41, False)  # with a line end


def test_what_follows_a_position_is_counted_and_listed(
    script: Scripted, opened: Open
) -> None:
    server = opened(script.port)
    assert server.count("INBOX", "7:6", None) == 2
    assert [h.number for b in server.headings("INBOX", "7:6", None) for h in b] == [
        "7:7",
        "7:8",
    ]
    assert server.count("INBOX", "6:6", None) == len(RAW)  # another epoch


def test_numbers_of_another_epoch_are_not_asked_for(
    script: Scripted, opened: Open
) -> None:
    with pytest.raises(NewEpochError):
        list(opened(script.port).messages("INBOX", ["6:3"], 100))


def test_what_was_expunged_meanwhile_is_left_out(
    script: Scripted, opened: Open
) -> None:
    told = list(opened(script.port).messages("INBOX", ["7:3", "7:99"], 10**6))
    assert [one.number for one in told] == ["7:3"]


def test_a_refused_message_does_not_hide_the_others(
    script: Scripted, opened: Open
) -> None:
    def fetch(rest: str) -> bytes:
        asked = rest.split(maxsplit=1)[0]
        if "4" in asked or ":" in asked:
            return b"NO it is broken"
        return script._fetched(asked, rest)

    script.says["UID FETCH"] = fetch
    told = list(opened(script.port).messages("INBOX", [f"7:{u}" for u in RAW], 10**6))
    assert [one.number for one in told if one.is_refused] == ["7:4"]
    assert len(told) == len(RAW)


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("NO [AUTHENTICATIONFAILED] Invalid credentials", Trouble.PASSWORD),
        ("NO [ALERT] Application-specific password required", Trouble.APP_PASSWORD),
        ("NO Your account is not enabled for IMAP use", Trouble.SWITCHED_OFF),
        ("NO [LIMIT] Too many simultaneous connections", Trouble.BUSY),
        ("NO BasicAuthBlocked: use modern auth", Trouble.SIGN_IN),
        ("BAD what", Trouble.PASSWORD),
        ("HANG UP", Trouble.LINE),
    ],
)
def test_each_reason_not_to_let_in_is_told_apart(
    script: Scripted, said: str, trouble: Trouble, opened: Open
) -> None:
    script.says["LOGIN"] = said
    assert _trouble(opened(script.port)) is trouble


def test_a_provider_of_app_passwords_wants_one(script: Scripted, opened: Open) -> None:
    script.says["LOGIN"] = "NO Invalid credentials"
    server = opened(script.port, wants_app_password=True)
    assert _trouble(server) is Trouble.APP_PASSWORD


@pytest.mark.parametrize(
    ("greeting", "trouble"),
    [
        ("* BYE not now", Trouble.BUSY),
        ("220 smtp.example ESMTP", Trouble.ENCRYPTION),
    ],
)
def test_a_server_that_begins_otherwise_is_put_in_words(
    script: Scripted, greeting: str, trouble: Trouble, opened: Open
) -> None:
    script.greeting = greeting
    assert _trouble(opened(script.port)) is trouble


def test_no_password_goes_where_the_server_wants_encryption_first(
    script: Scripted, opened: Open
) -> None:
    script.capabilities = "IMAP4rev1 LOGINDISABLED"
    assert _trouble(opened(script.port)) is Trouble.ENCRYPTION
    assert not [line for line in script.heard if "LOGIN " in line]


def test_a_token_goes_as_the_providers_want_it(script: Scripted, opened: Open) -> None:
    opened(script.port, is_token=True).folders()
    (told,) = [line for line in script.heard if line.startswith("AUTHENTICATE")]
    assert told == "AUTHENTICATE XOAUTH2"
    script.says["AUTHENTICATE"] = "NO AUTHENTICATE failed."
    assert _trouble(opened(script.port, is_token=True)) is Trouble.SIGN_IN


def test_a_password_is_not_shown_with_its_access() -> None:
    access = _access(1)
    assert access.secret not in repr(access)
    assert base64.b64encode(access.secret.encode()).decode() not in repr(access)


def test_what_had_arrived_before_a_cut_is_used(script: Scripted, opened: Open) -> None:
    numbers = [f"7:{uid}" for uid in RAW]
    enough = sum(map(len, RAW.values()))
    with line_to(script.port, lambda n: Faults(cut_after=800 * n)) as line:
        server = opened(line.port)
        told = list(server.messages("INBOX", numbers, 10**6))
    assert {one.content for one in told} == {m.raw for m in MAILS_OF_ONE_SEARCH}
    assert len(told) == len(numbers)
    assert line.cuts > 1
    assert line.moved < 6 * enough


def test_a_message_that_never_comes_whole_comes_in_pieces(opened: Open) -> None:
    letter = b"Subject: long\r\n\r\n" + bytes(range(32, 120)) * 900 + b"\r\n"
    with (
        serving(Scripted({1: letter})) as script,
        line_to(script.port, lambda _number: Faults(cut_after=9_000)) as line,
    ):
        (told,) = opened(line.port).messages("INBOX", ["7:1"], 10**6)
    assert told.content == letter.replace(b"\r\n", b"\n")


def test_a_line_that_always_breaks_is_given_up_in_words(
    script: Scripted, opened: Open
) -> None:
    with line_to(script.port, lambda _number: Faults(cut_after=300)) as line:
        server = opened(line.port)
        with pytest.raises(MailServerError, match="broke off") as caught:
            list(server.messages("INBOX", ["7:3"], 10**6))
    assert caught.value.is_passing


def test_a_server_that_sends_more_than_asked_is_not_read_on(
    script: Scripted, opened: Open
) -> None:
    script.says["UID FETCH"] = b"* 3 FETCH (UID 3 BODY[]<0> {99999999999}\r\nx\r\nOK"
    with pytest.raises(MailServerError):
        list(opened(script.port).messages("INBOX", ["7:3"], 10**6))
