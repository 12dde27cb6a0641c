import pytest

from onward.domain.mail.context import Context
from onward.domain.mail.message import Address, ParsedMail

OWN = "Person@Home.example"


def mail(sender: str, to: str = "", label: str = "") -> ParsedMail:
    return ParsedMail(
        b"",
        sender=Address("", sender),
        recipients=(Address("", to),) if to else (),
        labels=(label,) if label else (),
    )


@pytest.mark.parametrize(
    ("parsed", "expected"),
    [
        (mail("ann@firm.example", "person@home.example"), True),
        (mail("noreply@firm.example"), True),
        (mail("ann@us.greenhouse-mail.io"), True),
        (mail("ann@firm.example"), False),
        (mail("person@home.example", "person@home.example"), False),
        (mail("other@home.example", OWN, "Sent"), False),
    ],
)
def test_what_is_surely_somebody_elses(parsed: ParsedMail, *, expected: bool) -> None:
    assert Context(own_addresses=(OWN,)).is_anothers(parsed) is expected
