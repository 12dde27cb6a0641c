import pytest

from onward.domain.mail.message import Address, ParsedMail
from onward.domain.mail.verdict import Meaning
from tools.mail_details import is_same, is_told
from tools.mail_examples import Example


def example(text: str, address: str, label: Meaning = Meaning.REJECTION) -> Example:
    mail = ParsedMail(
        digest=b"",
        subject="The post",
        sender=Address("Jo", address),
        recipients=(Address("", "head@ashlea-primary.example"),),
        text=text,
    )
    return Example("file", "group", "own", label, mail)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oda & Wren", "Odaandwren"),
        ("Hartnoll & Vyse LLP", "Hartnoll Vyse"),
        ("Data Analyst", "data analyst (nights)"),
    ],
)
def test_two_spellings_of_a_name_are_the_same(one: str, other: str) -> None:
    assert is_same(one, other)


def test_what_the_text_names_is_told() -> None:
    assert is_told("Data Analyst", example("The data analyst post has gone.", ""))


def test_what_only_the_writer_of_the_scene_knows_is_not_told() -> None:
    letter = example("It has gone to Ken.", "kev@postbox.example")
    assert not is_told("Data Analyst", letter)


def test_an_address_tells_the_employer() -> None:
    letter = example("It has gone to Ken.", "kev@pikejoinery.example")
    assert is_told("Pike Joinery", letter)


def test_of_the_person_s_own_letter_the_recipient_tells_the_employer() -> None:
    letter = example("Any news?", "me@postbox.example", Meaning.FOLLOW_UP)
    assert is_told("Ashlea Primary", letter)
