from typing import Any

import pytest

from onward.domain.mail.linking.clue import Clue
from onward.domain.mail.linking.elsewhere import is_rare
from onward.domain.mail.linking.settle import settle
from onward.domain.mail.verdict import Meaning
from tests.domain.mail.clues import clue, thanks, together

RARE = ("Policy and Public Affairs Manager",)
USUAL = ("Senior Data Analyst",)


def invited(number: int, day: float, roles: tuple[str, ...] = RARE) -> Clue:
    """Make an invitation of somebody at a house that nobody has heard of."""
    return clue(
        number,
        Meaning.INTERVIEW_INVITATION,
        day,
        employer="Bairns First",
        domain="bairnsfirst.example",
        writers=("kirsty@bairnsfirst.example",),
        roles=roles,
    )


@pytest.mark.parametrize(
    "role",
    [
        "Policy and Public Affairs Manager",
        "PCN Pharmacy Technician",
        "Business Intelligence Coordinator, Ticketing",
    ],
)
def test_a_role_of_many_words_is_one_employer_s(role: str) -> None:
    assert is_rare(role)


@pytest.mark.parametrize(
    "role",
    [
        "",
        "Nurse",
        "Senior Data Analyst",
        "Customer Service Advisor",
        "Machine Learning Engineer",
        "Part-time Healthcare Assistant",
    ],
)
def test_a_role_that_many_seek_is_not(role: str) -> None:
    assert not is_rare(role)


def test_a_house_writes_on_about_what_a_system_acknowledged_for_its_owner() -> None:
    assert together(settle([thanks(1, roles=RARE), invited(2, 20)]), 1, 2)


@pytest.mark.parametrize("day", [-3, 120])
def test_what_comes_before_or_much_later_is_another_application(day: float) -> None:
    assert not together(settle([thanks(1, roles=RARE), invited(2, day)]), 1, 2)


def test_a_role_that_many_seek_joins_no_two_employers() -> None:
    settled = settle([thanks(1, roles=USUAL), invited(2, 20, roles=USUAL)])
    assert not together(settled, 1, 2)


def test_of_two_that_wait_none_is_taken() -> None:
    other = thanks(3, employer="Zenith", roles=RARE)
    settled = settle([thanks(1, roles=RARE), other, invited(2, 20)])
    assert not together(settled, 1, 2)
    assert not together(settled, 3, 2)


def test_where_somebody_wrote_already_the_role_alone_does_not_join() -> None:
    person: dict[str, Any] = {
        "writers": ("ann@acme.example",),
        "domain": "acme.example",
    }
    settled = settle([thanks(1, roles=RARE, **person), invited(2, 20)])
    assert not together(settled, 1, 2)


HEARD = "For what it's worth\n\nHeard Anika told you. I wanted you on the team."


def from_home(number: int, day: float, said: str = HEARD) -> Clue:
    """Make what somebody writes from home who speaks of a colleague."""
    box = ("ravi@postbox.example",)
    return clue(number, Meaning.FEEDBACK, day, text=said, writers=box)


def told_by(name: str, number: int, employer: str) -> Clue:
    """Make an invitation of somebody at an employer."""
    return clue(
        number,
        Meaning.INTERVIEW_INVITATION,
        9,
        employer=employer,
        writer=name,
        writers=(f"hr@{employer.lower()}.example",),
    )


def test_who_speaks_of_a_colleague_from_home_is_known() -> None:
    settled = settle(
        [
            told_by("anika deshmukh", 1, "Acme"),
            told_by("tom askew", 2, "Zenith"),
            from_home(3, 14),
        ]
    )
    assert together(settled, 1, 3)


@pytest.mark.parametrize(
    ("other", "day"), [("anika berg", 14.0), ("tom askew", 60.0)], ids=["two", "late"]
)
def test_where_two_may_be_meant_or_long_ago_the_person_is_asked(
    other: str, day: float
) -> None:
    first, second = told_by("anika deshmukh", 1, "Acme"), told_by(other, 2, "Zenith")
    settled = settle([first, second, from_home(3, day)])
    assert settled.links[3][0].waits


def test_whom_a_mail_greets_is_no_colleague() -> None:
    said = "For what it's worth\n\nHi Anika,\n\nI wanted you on the team.\n\nRavi"
    settled = settle([told_by("anika deshmukh", 1, "Acme"), from_home(3, 14, said)])
    assert not together(settled, 1, 3)
