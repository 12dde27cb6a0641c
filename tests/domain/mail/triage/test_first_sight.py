import pytest

from onward.domain.mail.message import Address, ParsedMail
from onward.domain.mail.triage.first_sight import Glance, glances, worth_whole

NOTHING, BEGINNING, WHOLE = Glance


def _mail(
    subject: str, address: str, name: str = "", text: str = "", *, to_many: bool = False
) -> ParsedMail:
    sender = Address(name, address)
    return ParsedMail(b"", subject=subject, sender=sender, text=text, is_bulk=to_many)


@pytest.mark.parametrize(
    ("subject", "address", "to_many", "glance"),
    [
        ("Update", "no-reply@us.greenhouse-mail.io", True, WHOLE),
        (
            "Interview for the Data Analyst role at Acme",
            "mail@acme.example",
            False,
            WHOLE,
        ),
        ("Your application for Data Analyst", "mail@acme.example", True, BEGINNING),
        ("Hello", "careers@acme.example", True, BEGINNING),
        ("Tuesday", "deb@riverbend.example", False, BEGINNING),
        ("Cheese, and more", "news@shop.example", True, NOTHING),
        ("Your parcel is on its way", "no-reply@parcels.example", False, NOTHING),
    ],
)
def test_a_heading_is_worth_what_its_sender_and_subject_promise(
    subject: str, address: str, glance: Glance, *, to_many: bool
) -> None:
    assert glances([_mail(subject, address, to_many=to_many)]) == [glance]


def test_a_beginning_decides_whether_the_rest_is_fetched() -> None:
    no = "We have given the shifts to somebody else. Thanks for coming in on Tuesday."
    shipped = "Your parcel with two jumpers has shipped and arrives on Monday. "
    told = [
        _mail("Tuesday", "deb@riverbend.example", text=no),
        _mail("Your order", "shop@shop.example", text=shipped * 3),
        _mail("Tuesday", "robin@home.example", text=""),
        _mail("Your order has shipped", "shop@shop.example", text="", to_many=True),
    ]
    assert worth_whole(told) == [True, False, True, False]
