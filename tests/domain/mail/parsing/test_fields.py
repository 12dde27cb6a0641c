import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.parsing.fields import parameters_of, value_of


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (b" Text/HTML; charset=utf-8", "text/html"),
        (b"attachment", "attachment"),
        (b"", ""),
        (b";", ""),
        (b" text/plain\n ;charset=x", "text/plain"),
    ],
)
def test_what_stands_before_the_parameters_is_read(field: bytes, value: str) -> None:
    assert value_of(field) == value


@pytest.mark.parametrize(
    ("field", "parameters"),
    [
        (b"text/plain; charset=utf-8", {"charset": "utf-8"}),
        (b'text/plain; CHARSET = "utf-8"', {"charset": "utf-8"}),
        (b'a/b; name="a;b.pdf"; x=y', {"name": "a;b.pdf", "x": "y"}),
        (rb'a/b; name="a \"b\" c"', {"name": 'a "b" c'}),
        (b'a/b; name="never closed', {"name": "never closed"}),
        (b"a/b; name=a b.pdf", {"name": "a b.pdf"}),
        (b"a/b; name==?utf-8?Q?Gr=C3=BC=C3=9Fe?=", {"name": "Grüße"}),
        (b"a/b; name*=utf-8'en'Gr%C3%BC%C3%9Fe", {"name": "Grüße"}),
        (b"a/b; name*=iso-8859-1''Gr%FC%DFe", {"name": "Grüße"}),
        (b"a/b; name*0=ab; name*1=cd", {"name": "abcd"}),
        (b"a/b; name*1=cd; name*0=ab", {"name": "abcd"}),
        (b"a/b; name*0*=utf-8''Gr%C3; name*1*=%BC%C3%9Fe", {"name": "Grüße"}),
        (b"a/b; name=plain; name*=utf-8''Gr%C3%BC", {"name": "Grü"}),
        (b"a/b; x=1; x=2", {"x": "1"}),
        (b"a/b;", {}),
        (b"a/b", {}),
    ],
)
def test_parameters_are_read_in_all_their_spellings(
    field: bytes, parameters: dict[str, str]
) -> None:
    assert parameters_of(field) == parameters


def test_parameters_in_the_thousands_are_bounded() -> None:
    field = b"a/b" + b"".join(b"; n*%d=x" % number for number in range(3_000))
    assert parameters_of(field) == {"n": "x" * 100}


@given(st.binary(max_size=200) | st.text(";=*'\"\\ab% 0", max_size=60).map(str.encode))
def test_whatever_the_bytes_are_parameters_are_on_one_line(field: bytes) -> None:
    for value in parameters_of(field).values():
        assert len(value.splitlines()) <= 1
