"""Who stands between: an agency is no employer, and an employer is no agency."""

import pytest

from onward.domain.mail.details_employer import organisations_in
from onward.domain.mail.message import Address

MARSH = Address("Olivia Standish", "olivia@sterlingmarsh.example")


@pytest.mark.parametrize(
    "text",
    [
        "A role\n\nFor my client, a manufacturer near Munich, I seek a Site Manager.",
        "Quick question\n\nI am currently supporting a family business in Reading.",
        "Cover\n\nI have several schools in South Yorkshire with long-term cover.",
        "Chief Nurse\n\nWe have been retained by a large trust in the Midlands.",
        "Need: Java\n\nPlease send your updated resume and visa status.",
    ],
)
def test_who_approaches_for_others_is_an_agency(text: str) -> None:
    found = organisations_in(text, MARSH, (), is_approach=True)
    assert (found.employer, found.agency) == ("", "Sterlingmarsh")


@pytest.mark.parametrize(
    "text",
    [
        "A role\n\nWe are hiring. Come and work with us at our Bath hotel.",
        "Product Analyst at Sterling Marsh\n\nWe are supporting a growing business.",
        "Come back?\n\nSince you left us we have opened a shop for a charity in Leeds.",
    ],
)
def test_who_approaches_for_their_own_firm_is_none(text: str) -> None:
    found = organisations_in(text, MARSH, (), is_approach=True)
    assert found.agency == ""
    assert is_marsh(found.employer)


def is_marsh(name: str) -> bool:
    return name.replace(" ", "").lower() == "sterlingmarsh"


def test_the_client_is_the_employer() -> None:
    text = (
        "Confirmation - Quayside Assets\n\nPlease see below the interview with"
        " my client.\n\nCompany: Quayside Assets\nPosition: Fund Accountant\n"
    )
    found = organisations_in(text, MARSH, (), ("Quayside Assets",))
    assert (found.employer, found.agency) == ("Quayside Assets", "Sterlingmarsh")


def test_a_cv_that_has_gone_across_to_somebody_was_sent_by_an_agency() -> None:
    text = "Ashby & Lund\n\nYour CV has now gone across to Ashby & Lund. I will chase."
    found = organisations_in(text, MARSH, ())
    assert (found.employer, found.agency) == ("Ashby & Lund", "Sterlingmarsh")


def test_an_address_named_after_the_trade_is_an_agency_s() -> None:
    sender = Address("Sharon Petrie", "sharon@beaconcarestaffing.example")
    text = "Your form\n\nIt came through.\n\nSharon Petrie\nBeacon Care Staffing"
    found = organisations_in(text, sender, ())
    assert (found.employer, found.agency) == ("", "Beacon Care Staffing")


def test_who_hires_under_an_address_of_their_own_for_it_is_no_agency() -> None:
    sender = Address(
        "HM Custodial Service Recruitment", "a@custodialrecruitment.example"
    )
    text = (
        "Your result\n\nThank you for applying for the role of Prison Officer with HM"
        " Custodial Service.\n"
    )
    found = organisations_in(text, sender, ())
    assert (found.employer, found.agency) == ("HM Custodial Service", "")
