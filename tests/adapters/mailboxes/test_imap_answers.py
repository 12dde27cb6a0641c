import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.adapters.mailboxes.imap_answers import (
    Item,
    Piece,
    as_set,
    folders_in,
    items_in,
    numbers_in,
    quoted,
    standings_in,
)
from onward.ports.mail_server import Folder, Role, Standing


@pytest.mark.parametrize(
    ("pieces", "content"),
    [
        ([(b"1 (UID 5 RFC822.SIZE 90 BODY[]<0> {4}", b"text"), b")"], b"text"),
        ([(b"1 (RFC822.SIZE 90 BODY[] {4}", b"text"), b" UID 5 FLAGS ())"], b"text"),
        ([b'1 (UID 5 RFC822.SIZE 90 BODY[]<0> "a \\"b\\" UID 9")'], b'a "b" UID 9'),
        ([b"1 (UID 5 RFC822.SIZE 90 BODY[]<0> NIL)"], b""),
        ([b"1 (UID 5 RFC822.SIZE 90 BODY[HEADER.FIELDS (A B)]<0> NIL)"], b""),
        ([b"1 (UID 5 RFC822.SIZE 90 FLAGS (\\Seen))"], None),
    ],
)
def test_a_body_is_found_in_whichever_form_it_comes(
    pieces: list[Piece], content: bytes | None
) -> None:
    assert list(items_in(pieces)) == [Item(5, 90, content)]


def test_an_answer_that_was_cut_off_is_left_out() -> None:
    whole: list[Piece] = [(b"1 (UID 5 BODY[] {4}", b"text"), b")"]
    cut: list[Piece] = [(b"2 (UID 6 BODY[] {9}", b"te")]
    assert [item.uid for item in items_in([*whole, *cut, None])] == [5]


def test_what_the_body_says_is_not_taken_for_an_answer() -> None:
    sly: list[Piece] = [(b"1 (BODY[] {17}", b"UID 7 BODY[] {3}x"), b" UID 5)"]
    assert [item.uid for item in items_in(sly)] == [5]


def test_folders_are_named_as_a_person_knows_them() -> None:
    told: list[Piece] = [
        b'(\\HasNoChildren) "/" INBOX',
        b'(\\HasNoChildren \\Sent) "/" "[Gmail]/Gesendet"',
        b'(\\Noselect) "/" "[Gmail]"',
        b'(\\HasNoChildren) "." INBOX.Entw&APw-rfe',
        *((b'() "/" {9}', b'so "said"'), b""),
        b'() NIL "Deleted Items"',
        b'() "/" "caf\xe9"',
    ]
    assert folders_in(told) == [
        Folder("INBOX", "Inbox", Role.INBOX),
        Folder("[Gmail]/Gesendet", "[Gmail]/Gesendet", Role.SENT),
        Folder("INBOX.Entw&APw-rfe", "Inbox/Entwürfe", Role.DRAFTS),
        Folder('so "said"', 'so "said"', Role.OTHER),
        Folder("Deleted Items", "Deleted Items", Role.TRASH),
    ]


def test_how_folders_stand_is_read_from_any_order() -> None:
    told: list[Piece] = [
        b'"Sent Items" (MESSAGES 3 UIDNEXT 9 UIDVALIDITY 44)',
        b"INBOX (UIDVALIDITY 7 MESSAGES 2)",
    ]
    assert standings_in(told) == {
        "Sent Items": Standing("44", "9", 3),
        "INBOX": Standing("7", "m2", 2),
    }


def test_numbers_are_read_from_several_answers() -> None:
    assert numbers_in([b"3 1", None, b"2 (MODSEQ 7)"]) == [1, 2, 3]


def test_a_text_cannot_begin_a_command() -> None:
    assert quoted('a"b\\c\r\nX LOGOUT\0') == '"a\\"b\\\\cX LOGOUT"'


@settings(max_examples=60)
@given(st.sets(st.integers(1, 400)))
def test_the_short_form_of_numbers_names_all_of_them(numbers: set[int]) -> None:
    found: list[int] = []
    for run in filter(None, as_set(sorted(numbers)).split(",")):
        first, _, last = run.partition(":")
        found += range(int(first), int(last or first) + 1)
    assert found == sorted(numbers)


@settings(max_examples=60)
@given(
    st.lists(st.binary(max_size=80) | st.tuples(st.binary(max_size=60), st.binary()))
)
def test_whatever_a_server_says_is_taken_without_a_fault(pieces: list[Piece]) -> None:
    list(items_in(pieces))
    folders_in(pieces)
    standings_in(pieces)
    numbers_in(pieces)
