from typing import Any

from onward.domain.mail.linking.clue import Sign
from onward.domain.mail.linking.settle import settle
from tests.domain.mail.clues import approach, no, thanks, together, wrote

AGENCY: dict[str, Any] = {
    "employer": "",
    "agency": "Bright Recruitment",
    "writers": ("jo@bright.example",),
}


def test_an_agency_that_names_no_employer_has_its_own_application() -> None:
    settled = settle([thanks(1, roles=("Buyer",), **AGENCY), no(2, **AGENCY)])
    assert together(settled, 1, 2)


def test_two_roles_of_one_agency_are_kept_apart() -> None:
    settled = settle(
        [
            thanks(1, roles=("Buyer",), **AGENCY),
            thanks(2, roles=("Ward Clerk",), **AGENCY),
        ]
    )
    assert not together(settled, 1, 2)


def test_an_approach_nobody_answered_is_no_application() -> None:
    settled = settle([approach(1)])
    assert not settled.fresh
    assert not settled.links[1][0].waits


def test_an_approach_that_was_answered_begins_one() -> None:
    settled = settle(
        [approach(1), wrote(2, 1, answers=("1",), agency="Bright Recruitment")]
    )
    assert together(settled, 1, 2)


def test_an_approach_that_was_declined_begins_none() -> None:
    settled = settle([approach(1), wrote(2, 1, answers=("1",), signs=[Sign.DECLINES])])
    assert not settled.fresh


def test_an_earlier_approach_joins_when_it_is_answered_at_last() -> None:
    answer = wrote(2, 9, answers=("1",), agency="Bright Recruitment")
    settled = settle([answer], loose=[approach(1)])
    assert together(settled, 1, 2)
