import pytest

from onward.domain.mail.context import Context
from onward.domain.mail.linking.clue import Sign
from onward.domain.mail.linking.signs import signs_of
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.reading import read


def signs_in(text: str) -> frozenset[Sign]:
    parsed = ParsedMail(digest=b"", subject="Re: a role", text=text)
    return signs_of(parsed, read(parsed, Context()), own=True)


@pytest.mark.parametrize(
    "said",
    [
        "Thank you for thinking of me but no, I have done my nights.",
        "Thanks for getting in touch but I start on Monday.",
        "No thanks, I am fine where I am.",
    ],
)
def test_thanks_with_a_but_decline(said: str) -> None:
    assert Sign.DECLINES in signs_in(said)


def test_thanks_alone_decline_nothing() -> None:
    assert Sign.DECLINES not in signs_in("Thank you for the invitation. I will come.")
