import pytest

from onward.domain.mail.message import Address, ParsedMail
from onward.domain.mail.parsing.thread import (
    is_forward,
    linked_ids,
    normal_subject,
    subject_thread,
    thread_of,
)


def mail(**told: object) -> ParsedMail:
    """Return a message of which this is known."""
    return ParsedMail(b"", **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "subject",
    [
        "Your application",
        "Re: Your application",
        "RE: re: Fwd: your  application",
        "AW: WG: Your application",
        "Re[2]: Your application",
        "SV: Your application",
        "RES: ENC: Your application",
        "[jobs] Re: [jobs] Your application",
        "回复\uff1aYour application",
        "Your application (fwd)",
    ],
)
def test_answers_have_the_subject_of_what_they_answer(subject: str) -> None:
    assert normal_subject(subject) == "your application"


@pytest.mark.parametrize(
    "subject", ["Regarding: a", "Reply: a", "[a]", "Research: a", "a: b", ""]
)
def test_what_only_looks_like_an_answer_is_kept(subject: str) -> None:
    assert normal_subject(subject) == subject.lower()


@pytest.mark.parametrize(
    ("subject", "passed_on"),
    [
        ("Fwd: a", True),
        ("FW: a", True),
        ("WG: a", True),
        ("TR : a", True),
        ("[x] Fwd: a", True),
        ("Re: a", False),
        ("Forward thinking: a", False),
        ("", False),
    ],
)
def test_a_subject_tells_that_a_mail_is_passed_on(
    subject: str, *, passed_on: bool
) -> None:
    assert is_forward(subject) is passed_on


def test_the_word_of_the_provider_comes_first() -> None:
    found = mail(provider_thread="17", references=("<a@x>",), message_id="<b@x>")
    assert thread_of(found) == "provider:17"


def test_messages_of_one_thread_share_its_root() -> None:
    first = mail(message_id="<a@x>")
    answer = mail(message_id="<b@x>", in_reply_to="<a@x>")
    last = mail(message_id="<c@x>", in_reply_to="<b@x>", references=("<a@x>", "<b@x>"))
    assert {thread_of(each) for each in (first, answer, last)} == {"id:<a@x>"}
    assert linked_ids(last) == ("<a@x>", "<b@x>", "<c@x>")


def test_without_ids_subject_and_people_make_a_thread_both_ways() -> None:
    jo, sam = Address("Jo", "jo@post.example"), Address("", "Sam@home.example")
    there = mail(subject="Your application", sender=jo, recipients=(sam,))
    back = mail(subject="Re: your application", sender=sam, recipients=(jo,))
    other = mail(subject="Re: your application", sender=sam)
    assert thread_of(there) == thread_of(back) == subject_thread(back)
    assert thread_of(other) != thread_of(there)


@pytest.mark.parametrize(
    "hostile", ["Re: " * 10_000, "[a] " * 10_000, "(fwd) " * 9_999]
)
def test_an_endless_row_of_prefixes_is_read_in_one_pass(hostile: str) -> None:
    assert len(normal_subject(hostile)) <= len(hostile)
