"""Where whoever writes will see somebody alone."""

import pytest

from onward.domain.mail.details.people.alone import writer_invites
from onward.domain.mail.details.people.listed import Around
from tests.domain.mail.told import panel


@pytest.mark.parametrize(
    "text",
    [
        "I would like to see you on Monday at ten in the greenhouse.",
        "Come and see me on Friday at nine, by the side gate.",
        "Drop in on Friday at four and I'll show you the ovens.",
        "I'd love to have a proper chat about the garden job.",
        "I'll ring you on Monday at two for twenty minutes.",
        "Can I grab you for half an hour on Monday?",
        "I am seeing everybody myself on Monday.",
        "On Monday you'll have me and a pot of tea.",
        "I'll be on my own on Monday, so ten suits.",
        "Pop round on Monday about ten and we'll have a natter.",
        "It's with me, takes half an hour.",
        "Ask for me at the till on Monday at three.",
    ],
)
def test_whoever_asks_somebody_to_see_them_will_be_there(text: str) -> None:
    assert panel(f"{text}\n\nNell Adair").names == ("Nell Adair",)


@pytest.mark.parametrize(
    "text",
    [
        "We would like to invite you to an interview on Monday at ten.",
        "Please ask for me or Mr Hale at the office, who will sign you in.",
        "Please let me know if Monday at ten suits you.",
        "Your interview is on Monday. I'll ring you to confirm.",
        "The panel will write to you. Please send me your references.",
        "You are invited to meet the team on Monday at ten.",
    ],
)
def test_whoever_only_organises_is_not_told(text: str) -> None:
    assert not [*writer_invites(f"\n{text}", Around("Nell Adair"))]


def test_whoever_writes_is_not_told_beside_others() -> None:
    said = "You will be interviewed by Ida Stone. I'll show you the ovens first."
    assert panel(f"{said}\n\nNell Adair").names == ("Ida Stone",)
