import pytest

from onward.domain.mail.message import Fault
from onward.domain.mail.parsing import caps
from onward.domain.mail.parsing.headers import headers_of
from onward.domain.mail.parsing.parts import Part, parts_of, spans_between
from tests.domain.mail.posted import HEAD, multipart, part, plain


def parts(content: bytes) -> tuple[list[Part], set[Fault]]:
    """Return the leaves of a message and what was wrong with it."""
    faults: set[Fault] = set()
    headers = headers_of(content, 0, len(content))
    return list(parts_of(content, headers, len(content), faults)), faults


def said(content: bytes) -> list[bytes]:
    """Return what each leaf holds."""
    return [content[leaf.start : leaf.end] for leaf in parts(content)[0]]


def test_a_message_of_one_part_is_one_leaf() -> None:
    content = plain("Hello\n")
    ((leaf,), faults) = parts(content)
    assert (leaf.kind, leaf.parameters) == ("text/plain", {"charset": "utf-8"})
    assert said(content) == [b"Hello\n"]
    assert faults == set()


def test_leaves_come_in_the_order_they_are_written() -> None:
    inner = multipart(part(b"1"), part(b"2"), edge=b"inner", head=b"")
    assert said(multipart(part(b"0"), inner, part(b"3"))) == [b"0", b"1", b"2", b"3"]


def test_what_stands_before_and_after_the_parts_is_none() -> None:
    content = multipart(part(b"words")).replace(b"\n\n--edge", b"\n\nold\n--edge", 1)
    assert said(content + b"\nepilogue\n") == [b"words"]


def test_a_part_without_headers_is_plain_text() -> None:
    ((leaf,), _) = parts(multipart(b"\nwords"))
    assert leaf.kind == "text/plain"
    assert said(multipart(b"\nwords")) == [b"words"]


def test_a_boundary_that_begins_like_another_is_not_taken_for_it() -> None:
    inner = multipart(part(b"1"), edge=b"edge2", head=b"")
    assert said(multipart(inner, part(b"2"))) == [b"1", b"2"]
    assert said(multipart(part(b"--edge is a word\n--edgeless"))) == [
        b"--edge is a word\n--edgeless"
    ]


def test_space_behind_a_boundary_does_no_harm() -> None:
    content = multipart(part(b"words")).replace(b"--edge\n", b"--edge \t\n")
    assert said(content) == [b"words"]


def test_an_empty_part_is_empty() -> None:
    assert said(multipart(b"", b"\n", part(b"words"))) == [b"", b"", b"words"]


def test_a_missing_end_is_told_and_the_last_part_goes_to_the_end() -> None:
    content = multipart(part(b"1"), part(b"2")).removesuffix(b"--edge--\n")
    assert said(content) == [b"1", b"2\n"]
    assert parts(content)[1] == {Fault.TRUNCATED}


@pytest.mark.parametrize(
    "title",
    [
        b"multipart/mixed",
        b'multipart/mixed; boundary=""',
        b"multipart/mixed; boundary=" + b"b" * 300,
        b"multipart/mixed; boundary=never",
        b"multipart/",
        b"nonsense",
        b"text",
    ],
)
def test_what_cannot_be_parted_is_read_as_it_stands(title: bytes) -> None:
    content = HEAD + b"Content-Type: " + title + b"\n\nwords\n"
    ((leaf,), _) = parts(content)
    assert leaf.kind == "text/plain"
    assert said(content) == [b"words\n"]


def test_names_and_dispositions_of_attachments_are_read() -> None:
    named = part(
        b"%PDF", b"application/pdf; name=a.pdf", b"Content-Disposition: attachment\n"
    )
    both = named.replace(b"attachment", b'attachment; filename="b.pdf"')
    inline = part(b"x", b"image/png", b"Content-Disposition: inline; filename=c.png\n")
    found, _ = parts(multipart(named, both, inline))
    assert [leaf.filename for leaf in found] == ["a.pdf", "b.pdf", "c.png"]
    assert [leaf.is_attached for leaf in found] == [True, True, False]


def test_the_messages_of_a_digest_are_messages() -> None:
    content = multipart(b"\nFrom: a\n\nwords", kind=b"digest")
    assert [leaf.kind for leaf in parts(content)[0]] == ["message/rfc822"]


def test_more_parts_than_anybody_sends_are_cut_and_told() -> None:
    found, faults = parts(multipart(*[part(b"x")] * 2_000))
    assert len(found) == caps.PARTS
    assert faults == {Fault.TOO_MANY_PARTS}


@pytest.mark.parametrize("deep", [1_000, 5_000])
def test_parts_nested_by_the_thousand_are_told_and_their_words_kept(deep: int) -> None:
    content = part(b"the words")
    for level in range(deep):
        content = multipart(content, edge=b"e%dx" % level, head=b"")
    content = HEAD + content
    (words,) = said(content)
    assert b"the words" in words
    assert parts(content)[1] == {Fault.NESTED_TOO_DEEP}


def test_parts_nested_as_deep_as_allowed_are_read() -> None:
    content = part(b"the words")
    for level in range(caps.DEPTH):
        content = multipart(content, edge=b"e%dx" % level, head=b"")
    assert said(HEAD + content) == [b"the words"]
    assert parts(HEAD + content)[1] == set()


def test_a_boundary_repeated_within_one_line_is_looked_at_once() -> None:
    assert spans_between(b"\n" + b"--b" * 1_000_000, b"b", 1, 3_000_001) == ([], False)
