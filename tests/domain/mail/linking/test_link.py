from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.linking.clue import Clue, Known, Sign, Why
from onward.domain.mail.linking.settle import settle
from onward.domain.mail.verdict import Meaning
from tests.domain.mail.clues import (
    START,
    approach,
    clue,
    no,
    place,
    thanks,
    together,
    wrote,
)


def test_a_thread_says_most() -> None:
    settled = settle([thanks(1), no(2, employer="", answers=("1",))])
    assert together(settled, 1, 2)
    assert settled.links[2][0].why is Why.THREAD


def test_employer_and_role_tie_mails_without_a_thread() -> None:
    settled = settle(
        [thanks(1, roles=("Data Analyst",)), no(2, roles=("Data Analyst",))]
    )
    assert together(settled, 1, 2)


@pytest.mark.parametrize(
    "spelled",
    ["ACME Ltd", "Acme Logistics", "The Acme", "Acme GmbH", "ACME Inc."],
)
def test_one_employer_may_be_spelled_in_several_ways(spelled: str) -> None:
    assert together(settle([thanks(1), no(2, employer=spelled)]), 1, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Leeds City Council", "Leeds University"),
        ("Royal Infirmary", "Royal Mail"),
        ("Northwind Traders", "Norwood Trading"),
        ("Acme", "Apex"),
    ],
)
def test_alike_names_of_two_employers_stay_two(one: str, other: str) -> None:
    settled = settle([thanks(1, employer=one), no(2, employer=other)])
    assert not together(settled, 1, 2)


def test_two_roles_at_one_employer_are_two_applications() -> None:
    roles = ("Data Analyst", "Office Manager")
    settled = settle([thanks(n, roles=(role,)) for n, role in enumerate(roles, 1)])
    assert len(settled.fresh) == 2


def test_a_no_goes_to_the_role_it_names() -> None:
    settled = settle(
        [
            thanks(1, roles=("Data Analyst",)),
            thanks(2, roles=("Office Manager",)),
            no(3, roles=("Office Manager",)),
        ]
    )
    assert together(settled, 2, 3)


def test_a_no_that_names_no_role_waits_where_two_are_open() -> None:
    settled = settle(
        [
            thanks(1, roles=("Data Analyst",)),
            thanks(2, roles=("Office Manager",)),
            no(3),
        ]
    )
    asked = settled.links[3][0]
    assert asked.waits
    assert set(asked.choices) == set(settled.fresh)


def test_of_two_roles_the_one_that_has_ended_is_not_ended_again() -> None:
    settled = settle(
        [
            thanks(1, roles=("Data Analyst",)),
            thanks(2, roles=("Office Manager",)),
            no(3, 20, roles=("Data Analyst",)),
            no(4, 40),
        ]
    )
    assert together(settled, 2, 4)


def test_one_mail_about_two_roles_is_filed_under_both() -> None:
    settled = settle(
        [
            thanks(1, roles=("Data Analyst",)),
            thanks(2, roles=("Office Manager",)),
            no(3, roles=("Data Analyst", "Office Manager")),
        ]
    )
    assert {one.application for one in settled.links[3]} == set(settled.fresh)


def test_what_is_said_of_one_role_is_not_said_of_the_other() -> None:
    text = (
        "Your applications\n\nFor Data Analyst I am afraid it is a no.\n\n"
        "For Office Manager we should like to meet you."
    )
    start = text.index("For Data")
    settled = settle(
        [
            thanks(1, roles=("Data Analyst",)),
            thanks(2, roles=("Office Manager",)),
            no(3, text=text, evidence=((start, start + 20),)),
        ]
    )
    meant = {one.role: one.is_meant for one in settled.links[3]}
    assert meant == {"Data Analyst": True, "Office Manager": False}


def test_applying_again_after_a_no_is_a_new_application() -> None:
    settled = settle([thanks(1), no(2, 20), thanks(3, 120)])
    assert not together(settled, 1, 3)


def test_a_reference_number_ties_what_names_no_role() -> None:
    settled = settle(
        [
            thanks(1, roles=("Data Analyst",), references=("R10442",)),
            thanks(2, roles=("Office Manager",), references=("R10999",)),
            no(3, references=("R10999",)),
        ]
    )
    assert together(settled, 2, 3)


def test_a_new_name_of_an_employer_is_learned() -> None:
    settled = settle(
        [
            thanks(1, roles=("Data Analyst",)),
            no(2, employer="Zenith", also=("Acme",), roles=("Data Analyst",)),
        ]
    )
    assert together(settled, 1, 2)


def test_a_no_of_an_employer_never_heard_of_makes_an_application() -> None:
    settled = settle([no(1, employer="Zenith")])
    assert len(settled.fresh) == 1


def test_a_no_that_names_nobody_waits() -> None:
    assert settle([no(1, employer="")]).links[1][0].waits


def test_an_application_by_mail_begins_one() -> None:
    told = {"employer": "Acme", "writers": ("hr@acme.example",), "roles": ("Buyer",)}
    settled = settle(
        [wrote(1, 0, signs=[Sign.APPLIES], **told), no(2, 9, roles=("Buyer",))]
    )
    assert together(settled, 1, 2)


def test_the_no_of_somebody_else_that_was_passed_on_begins_none() -> None:
    settled = settle([no(1, signs=[Sign.FORWARDED])])
    assert not settled.fresh
    assert not settled.links[1][0].waits


def test_news_of_a_known_employer_to_many_is_not_filed() -> None:
    news = clue(2, Meaning.OTHER, 5, employer="Acme", signs=[Sign.BULK])
    assert place(settle([thanks(1), news]), 2) is None


def test_what_is_not_sure_of_its_meaning_is_put_in_its_place_but_waits() -> None:
    settled = settle([thanks(1), no(2, answers=("1",), is_sure=False)])
    assert together(settled, 1, 2)
    assert settled.links[2][0].waits


def test_a_word_in_a_conversation_whose_place_is_known_is_not_asked_about() -> None:
    word = clue(2, Meaning.FOLLOW_UP, 31, is_sure=False, answers=("1",))
    settled = settle([no(1), word])
    assert together(settled, 1, 2)
    assert not settled.links[2][0].waits


@pytest.mark.parametrize(("days", "waits"), [(2, False), (60, True), (None, True)])
def test_an_unsure_answer_soon_after_the_ask_is_not_asked_about(
    days: float | None, *, waits: bool
) -> None:
    at = START + timedelta(days=40)
    asked = None if days is None else at - timedelta(days=days)
    known = Known(id=1, employers=["Acme"], ids={"1"}, asked_at=asked)
    said = clue(2, Meaning.FEEDBACK, 40, is_sure=False, answers=("1",))
    (found,) = settle([said], [known]).links[2]
    assert (found.application, found.waits) == (1, waits)


def test_what_is_not_sure_of_its_meaning_begins_nothing() -> None:
    settled = settle([thanks(1, is_sure=False)])
    assert not settled.fresh
    assert settled.links[1][0].waits


def test_an_application_that_stands_is_joined() -> None:
    acme = Known(
        id=7, employers=["Acme"], roles=["Buyer"], first_at=START, last_at=START
    )
    settled = settle([no(1, 9, roles=("Buyer",))], [acme])
    assert place(settled, 1) == 7


def test_words_of_a_private_hand_that_name_no_work_begin_nothing_and_ask() -> None:
    private = clue(1, Meaning.FEEDBACK, employer="Fridge", roles=(), domain="")
    settled = settle([private])
    assert settled.fresh == {}
    assert settled.links[1][0].waits
    told = clue(2, Meaning.FEEDBACK, employer="Acme", roles=("Buyer",), domain="")
    assert place(settle([told]), 2) is not None


def test_mail_without_a_date_is_put_last() -> None:
    undated = Clue(5, None, Meaning.REJECTION, ids=("1", "5"), employer="Acme")
    assert together(settle([undated, thanks(1)]), 1, 5)


MIXED = [
    thanks(1, roles=("Data Analyst",)),
    thanks(2, 1, roles=("Office Manager",)),
    no(3, 20, roles=("Data Analyst",)),
    no(4, 25, answers=("2",), employer=""),
    approach(5, 3),
    wrote(6, 4, answers=("5",), agency="Bright Recruitment"),
    no(7, 40, employer="", agency="Bright Recruitment", writers=("jo@bright.example",)),
    clue(8, Meaning.INTERVIEW_INVITATION, 12, employer="Acme Ltd", answers=("2",)),
    no(9, 50, employer="Zenith"),
    thanks(10, 2, is_sure=False),
    wrote(11, 13, answers=("2", "8")),
]


@given(st.permutations(MIXED))
def test_the_order_of_a_mailbox_makes_no_difference(shuffled: list[Clue]) -> None:
    assert settle(shuffled).links == settle(MIXED).links


def test_what_the_person_answered_begins_an_application_and_still_asks() -> None:
    settled = settle(
        [
            thanks(1, 0, employer="Zenith", is_sure=False),
            wrote(2, 1, answers=("1",), employer="Zenith"),
        ]
    )
    assert together(settled, 1, 2)
    assert settled.links[1][0].waits


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("Castleandquay", "Castle & Quay Housing Association"),
        ("Thelardernetwork", "The Larder Network"),
        ("Marshend BC", "Marsh End Borough Council"),
        ("Nordbruecke", "Nordbr\u00fccke Logistik"),
    ],
)
def test_a_name_squeezed_into_an_address_is_the_same_employer(
    address: str, name: str
) -> None:
    assert together(settle([thanks(1, employer=name), no(2, employer=address)]), 1, 2)
