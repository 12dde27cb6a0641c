import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.message import Address
from onward.domain.mail.parsing.addresses import addresses_in

JO = Address("Jo Lund", "jo@post.example")
AL = Address("", "al@post.example")


@pytest.mark.parametrize(
    ("raw", "people"),
    [
        (b"Jo Lund <jo@post.example>", (JO,)),
        (b'"Jo Lund" <jo@post.example>', (JO,)),
        (b"'Jo Lund' <jo@post.example>", (JO,)),
        (b"jo@post.example (Jo Lund)", (JO,)),
        (b"Jo Lund jo@post.example", (JO,)),
        (b"=?utf-8?Q?Jo_Lund?= <jo@post.example>", (JO,)),
        (b"al@post.example", (AL,)),
        (b"<al@post.example>", (AL,)),
        (b"al@post.example <al@post.example>", (AL,)),
        (b"Jo Lund <jo@post.example>, al@post.example", (JO, AL)),
        (b"Jo Lund <jo@post.example>; al@post.example", (JO, AL)),
        (b"Team: Jo Lund <jo@post.example>, al@post.example;", (JO, AL)),
        (b"undisclosed-recipients:;", ()),
        (b"Jo Lund\n <jo@post.example>", (JO,)),
        (b"Jo Lund", (Address("Jo Lund"),)),
        (b"", ()),
        (b" , ;,", ()),
    ],
)
def test_people_are_read(raw: bytes, people: tuple[Address, ...]) -> None:
    assert addresses_in(raw) == people


@pytest.mark.parametrize(
    "raw",
    [
        b'"Lund, Jo" <jo@post.example>',
        b"Lund, Jo <jo@post.example>",
        b"=?utf-8?Q?Lund=2C_Jo?= <jo@post.example>",
    ],
)
def test_a_name_with_a_comma_is_one_person(raw: bytes) -> None:
    assert addresses_in(raw) == (Address("Lund, Jo", "jo@post.example"),)


def test_a_quoted_name_keeps_what_it_quotes() -> None:
    (found,) = addresses_in(rb'"Jo \"the Boss\" Lund" <jo@post.example>')
    assert found.name == 'Jo "the Boss" Lund'


@pytest.mark.parametrize(
    "hostile",
    [
        b"alice@bank.example)<evil@post.example>",
        b'"alice@bank.example" <evil@post.example>',
        b"<alice@bank.example> <evil@post.example>",
        b"alice@bank.example <evil@post.example>",
    ],
)
def test_the_last_address_in_brackets_counts(hostile: bytes) -> None:
    assert addresses_in(hostile)[0].address == "evil@post.example"


def test_an_address_is_known_by_its_domain() -> None:
    assert Address("", "jo@Post.Example").domain == "post.example"
    assert Address("Jo").domain == ""


def test_only_so_many_are_read() -> None:
    assert len(addresses_in(b"jo@post.example, " * 20_000)) == 200
    assert addresses_in(b"a@b.example, c@d.example", most=1) == (
        Address("", "a@b.example"),
    )


@given(st.binary(max_size=300) | st.text('<>()"\\,;:@a ', max_size=60).map(str.encode))
def test_whatever_the_bytes_are_no_address_has_space_or_a_second_line(
    raw: bytes,
) -> None:
    for found in addresses_in(raw):
        assert "".join(found.address.split()) == found.address
        assert len(found.name.splitlines()) <= 1


@pytest.mark.parametrize("hostile", [b"(" * 60_000, b'"' * 60_001, b"<" * 60_000])
def test_brackets_without_end_are_read_in_one_pass(hostile: bytes) -> None:
    assert len(addresses_in(hostile)) <= 1
