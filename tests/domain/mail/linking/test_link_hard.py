from typing import Any

import pytest

from onward.domain.mail.linking.clue import Clue, Sign, Why
from onward.domain.mail.linking.settle import Settled, settle
from onward.domain.mail.verdict import Meaning
from tests.domain.mail.clues import clue, no, place, thanks, together, wrote

HR: dict[str, Any] = {"writers": ("ann@acme.example",), "domain": "acme.example"}
AGENT: dict[str, Any] = {"writers": ("jo@lark.example",), "agency": "Lark"}


def told(number: int, meaning: Meaning, day: float, **further: Any) -> Clue:
    return clue(number, meaning, day, **({"employer": "Acme"} | further))


def test_one_box_of_a_system_writes_for_one_employer() -> None:
    box = ("acme+autoreply@talent.icims.com",)
    settled = settle([thanks(1, writers=box), no(2, employer="", writers=box)])
    assert together(settled, 1, 2)


def test_the_system_s_own_box_is_nobody_s() -> None:
    box = ("notifications@smartrecruiters.com",)
    first, second = thanks(1, writers=box), thanks(2, employer="Zenith", writers=box)
    assert not together(settle([first, second]), 1, 2)


def two_applications() -> list[Clue]:
    return [
        thanks(1, roles=("Data Analyst",), references=("20260147",)),
        thanks(2, roles=("Office Manager",), references=("20260162",)),
    ]


def test_a_mail_with_the_numbers_of_two_applications_is_about_both() -> None:
    both = told(
        3, Meaning.INTERVIEW_INVITATION, 9, references=("20260147", "20260162"), **HR
    )
    settled = settle([*two_applications(), both])
    assert {one.application for one in settled.links[3]} == {
        place(settled, 1),
        place(settled, 2),
    }


def test_numbers_of_both_stay_with_their_own() -> None:
    both = told(
        3, Meaning.INTERVIEW_INVITATION, 9, references=("20260147", "20260162"), **HR
    )
    settled = settle([*two_applications(), both, no(4, references=("20260162",))])
    assert together(settled, 2, 4)
    assert not together(settled, 1, 4)


def test_an_answer_with_another_number_is_about_the_other_application() -> None:
    asks = told(3, Meaning.INTERVIEW_INVITATION, 9, references=("20260162",), **HR)
    other = no(4, 20, answers=("3",), references=("20260147",), **HR)
    settled = settle([*two_applications(), asks, other])
    assert together(settled, 1, 4)
    assert together(settled, 2, 3)


def test_one_number_outweighs_two_names() -> None:
    settled = settle(
        [
            thanks(1, employer="Portal Land", references=("0310202600871",)),
            no(2, employer="Lena BW", references=("0310202600871",)),
        ]
    )
    assert together(settled, 1, 2)


def test_who_applies_once_more_is_about_the_number_of_the_new_advert() -> None:
    settled = settle(
        [
            thanks(1, 0, references=("26004",)),
            no(2, 9, references=("26004",)),
            thanks(3, 40, references=("26011", "26004")),
            no(4, 60, references=("26011",)),
            clue(5, Meaning.FEEDBACK, 61, employer="Acme", references=("26004",)),
        ]
    )
    assert together(settled, 1, 2, 5)
    assert together(settled, 3, 4)
    assert not together(settled, 1, 3)


def approached(*further: Clue) -> Settled:
    first = told(1, Meaning.RECRUITER_OUTREACH, 0, roles=("Data Analyst",), **HR)
    acknowledged = thanks(2, 1, roles=("Data Analyst",))
    answer = wrote(
        3, 1.5, answers=("1",), employer="Acme", roles=("Data Analyst",), **HR
    )
    return settle([first, acknowledged, answer, *further])


def test_an_answer_to_an_approach_joins_the_application_there_is() -> None:
    assert together(approached(), 1, 2, 3)


def test_an_employer_s_own_approach_joins_what_soon_followed() -> None:
    first = told(1, Meaning.RECRUITER_OUTREACH, 0, **HR)
    assert together(settle([first, thanks(2, 3)]), 1, 2)


def test_an_approach_about_another_role_is_left_alone() -> None:
    first = told(1, Meaning.RECRUITER_OUTREACH, 0, roles=("Accountant",), **HR)
    begun = thanks(2, 3, roles=("Data Analyst",))
    assert place(settle([first, begun]), 1) is None


@pytest.mark.parametrize("day", [-40.0, 40.0])
def test_an_approach_long_before_or_after_it_is_left_alone(day: float) -> None:
    first = told(1, Meaning.RECRUITER_OUTREACH, day, **HR)
    assert place(settle([first, thanks(2, 3)]), 1) is None


FORWARDED = {"signs": [Sign.FORWARDED], "employer": "Acme"}


def test_what_the_agency_in_between_passes_on_is_the_person_s() -> None:
    begun = thanks(1, employer="Acme", **AGENT)
    passed_on = told(2, Meaning.REJECTION, 20, **AGENT, **FORWARDED)
    assert together(settle([begun, passed_on]), 1, 2)


def test_what_the_employer_passes_on_may_begin_an_application() -> None:
    passed_on = told(1, Meaning.ACKNOWLEDGEMENT, 0, **HR, **FORWARDED)
    assert settle([passed_on]).links[1][0].why is Why.FIRST_WORD


def test_what_a_friend_passes_on_is_the_friend_s() -> None:
    passed_on = told(2, Meaning.REJECTION, 20, writers=("lou@gmail.com",), **FORWARDED)
    assert place(settle([thanks(1), passed_on]), 2) is None


def test_a_colleague_s_role_in_passing_is_not_the_person_s() -> None:
    settled = settle(
        [
            thanks(1, roles=("Dispensary Manager",)),
            told(2, Meaning.INTERVIEW_INVITATION, 5, **HR),
            told(3, Meaning.INTERVIEW_INVITATION, 9, roles=("Finance Director",), **HR),
        ]
    )
    assert together(settled, 1, 2, 3)


def test_words_that_name_no_trade_do_not_part_an_application() -> None:
    asked = told(2, Meaning.ASSESSMENT, 5, roles=("Excel exercise + form",), **HR)
    settled = settle([thanks(1, roles=("Reporting Analyst",)), asked])
    assert together(settled, 1, 2)


def test_initials_of_a_role_are_that_role() -> None:
    settled = settle(
        [
            thanks(1, roles=("Business Intelligence Coordinator",)),
            no(2, roles=("BI coordinator",)),
        ]
    )
    assert together(settled, 1, 2)


def test_a_test_set_in_an_employer_s_name_is_the_employer_s() -> None:
    text = "Your test\n\nACME has asked us to test you."
    stranger = {"employer": "Prove Skill", "writers": ("a@prove-skill.example",)}
    asked = clue(2, Meaning.ASSESSMENT, 5, text=text, **stranger)
    assert together(settle([thanks(1), asked]), 1, 2)


def test_who_told_of_a_step_does_not_merely_chat() -> None:
    invited = told(2, Meaning.INTERVIEW_INVITATION, 5, **HR)
    word = told(3, Meaning.OTHER, 9, text="Hi\n\nNot forgotten you!", **HR)
    assert together(settle([thanks(1), invited, word]), 1, 2, 3)


def test_the_short_name_of_a_client_tells_which_of_an_agency_s_it_is() -> None:
    text = "Ferrell\n\nThey have found one with the card."
    settled = settle(
        [
            thanks(1, employer="Ferrell Cold Storage", **AGENT),
            thanks(2, 1, employer="Jarl Foods", **AGENT),
            no(3, employer="", text=text, **AGENT),
        ]
    )
    assert together(settled, 1, 3)


def test_a_key_to_a_portal_is_about_no_application() -> None:
    box = {"writers": ("acme@taleo.net",), "signs": [Sign.ACCOUNT]}
    text = "Reset your password\n\nA new password for the job portal of Acme."
    settled = settle([thanks(1), told(2, Meaning.OTHER, 5, text=text, **box)])
    assert place(settled, 2) is None


def test_a_mail_that_speaks_of_two_roles_is_put_to_an_application_once() -> None:
    chef = thanks(1, roles=("Junior Sous Chef",))
    called = told(2, Meaning.INTERVIEW_INVITATION, 9, roles=("staff",), **HR)
    talk = "The staff liked it. A junior sous chef calls it in time."
    said = told(3, Meaning.FEEDBACK, 24, answers=("2",), text=talk, **HR)
    settled = settle([chef, called, said])
    assert [link.application for link in settled.links[3]] == [place(settled, 2)]


def test_a_system_s_box_and_the_employer_s_address_are_one() -> None:
    box = ("acme@myworkday.com",)
    begun = thanks(1, employer="Coventry Depot", writers=box)
    settled = settle([begun, told(2, Meaning.INTERVIEW_INVITATION, 9, **HR)])
    assert together(settled, 1, 2)


def from_home(meaning: Meaning) -> Clue:
    return clue(3, meaning, 12, writers=("philt@post.example",), writer="phil t")


def test_whom_an_earlier_mail_names_may_write_from_home() -> None:
    invited = told(2, Meaning.INTERVIEW_INVITATION, 9, people=("phil tansley",), **HR)
    settled = settle([thanks(1), invited, from_home(Meaning.ASSESSMENT)])
    assert together(settled, 1, 3)


def test_a_referee_who_is_named_is_no_part_of_it() -> None:
    asked = told(2, Meaning.OTHER, 9, people=("phil tansley",), **HR)
    settled = settle([thanks(1), asked, from_home(Meaning.OTHER)])
    assert place(settled, 3) is None


def test_words_of_one_role_tell_two_applications_apart() -> None:
    aseptic = thanks(1, roles=("Technician - Aseptic Services",))
    wards = thanks(2, roles=("Medicines Technician",))
    said = no(3, 20, text="Aseptics post\n\nIt was lovely to meet you.", **HR)
    settled = settle([aseptic, wards, said])
    assert together(settled, 1, 3)
    assert not together(settled, 2, 3)


def test_an_employer_that_speaks_of_another_one_s_role_is_its_heir() -> None:
    begun = thanks(1, employer="Moffat & Rennie", roles=("Bookkeeper",))
    heir: dict[str, Any] = {
        "employer": "Harcus LLP",
        "domain": "harcus.example",
        "writers": ("people@harcus.example",),
    }
    text = "Update\n\nThe Bookkeeper post advertised by Moffat & Rennie is withdrawn."
    ended = no(2, 30, roles=("Bookkeeper",), text=text, **heir)
    assert together(settle([begun, ended]), 1, 2)


def test_a_lectureship_is_that_of_the_lecturer() -> None:
    begun = thanks(1, roles=("Lecturer in Social Policy",))
    said = told(2, Meaning.FEEDBACK, 20, roles=("Lectureship",), **HR)
    assert together(settle([begun, said]), 1, 2)


def test_two_employers_may_have_people_of_one_name() -> None:
    priya: dict[str, Any] = {"people": ("priya nair",), "writer": "priya nair"}
    begun = thanks(1, roles=("Data Analyst",), **priya)
    other: dict[str, Any] = {"employer": "Zenith", "domain": "zenith.example"}
    writers = ("priya.nair@zenith.example",)
    said = no(2, 30, roles=("Data Analyst",), writers=writers, **other, **priya)
    settled = settle([begun, said])
    assert None not in {place(settled, 1), place(settled, 2)}
    assert not together(settled, 1, 2)
