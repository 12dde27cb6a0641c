"""Who stands between: an agency is no employer, and an employer is no agency."""

import pytest

from onward.domain.mail.details.employer.between import (
    SURELY_BETWEEN,
    chance_between,
    terms_between,
)
from onward.domain.mail.details.employer.employer import (
    agency_signs_in,
    organisations_in,
)
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
    assert (found.employer, found.agency) == ("", "Sterling Marsh")


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
    assert (found.employer, found.agency) == ("Quayside Assets", "Sterling Marsh")


def test_a_cv_that_has_gone_across_to_somebody_was_sent_by_an_agency() -> None:
    text = "Ashby & Lund\n\nYour CV has now gone across to Ashby & Lund. I will chase."
    found = organisations_in(text, MARSH, ())
    assert (found.employer, found.agency) == ("Ashby & Lund", "Sterling Marsh")


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


LANE = Address("Dee Hart", "dee@kestrellane.example")


@pytest.mark.parametrize(
    "said",
    [
        "Dunmore Dairies have come back and it is a no.",
        "So Dunmore Dairies want to see you on Friday at ten.",
        "Dunmore Dairies are offering you the job.",
        "Dunmore Dairies rang first thing. They will not go ahead.",
        "I have just come off a call with Dunmore Dairies, a no.",
        "I sent your CV to Dunmore Dairies last week.",
        "The details are:\nCompany: Dunmore Dairies\nWhen: Friday",
    ],
)
def test_who_tells_of_others_by_name_stands_between(said: str) -> None:
    found = organisations_in(f"Fitter\n\nHi Mo,\n{said}\n\nDee\nKestrel Lane", LANE, ())
    assert (found.employer, found.agency) == ("Dunmore Dairies", "Kestrel Lane")


@pytest.mark.parametrize(
    "said",
    [
        "Your CV went over to the contractor and it is a no.",
        "It is a no. Want me to put you forward for the one in Slough?",
        "Client requires a year on reach trucks.",
        "The owner has asked me for three names by Friday.",
    ],
)
def test_who_decides_may_stay_unnamed(said: str) -> None:
    found = organisations_in(f"Fitter\n\nHi Mo,\n{said}\n\nDee\nKestrel Lane", LANE, ())
    assert (found.employer, found.agency) == ("", "Kestrel Lane")


@pytest.mark.parametrize(
    "said",
    [
        "Kestrel Lane would like to meet you.",
        "The Committee have asked to meet you.",
        "I sent your CV to the Headteacher.",
        "We have decided to put you forward for the second interview.",
        "Supply Chain would like to talk to you.",
    ],
)
def test_people_and_departments_are_no_clients(said: str) -> None:
    found = organisations_in(f"Fitter\n\nHi Mo,\n{said}\n\nDee\nKestrel Lane", LANE, ())
    assert (found.employer, found.agency) == ("Kestrel Lane", "")


def test_an_agency_is_named_in_full_where_it_signs() -> None:
    text = (
        "Cook\n\nHi Mo, they have gone for somebody else.\n\nDee\nKestrel Lane Staffing"
    )
    assert organisations_in(text, LANE, ()).agency == "Kestrel Lane Staffing"


def test_the_person_asks_an_agency_what_its_client_says() -> None:
    text = "Cook\n\nHi Dee, any word back from your client? Thanks, Mo"
    assert organisations_in(text, LANE, ()).agency == "Kestrel Lane"


def test_an_agency_that_shortens_its_address_is_spelled_as_it_signs() -> None:
    text = (
        "Gardener\n\nThe owners are abroad.\n\nFay Marr\nGreenlane Garden Recruitment"
    )
    sender = Address("Fay Marr", "fay@greenlanerecruitment.example")
    assert organisations_in(text, sender, ()).agency == "Greenlane Garden Recruitment"


def test_who_came_back_to_an_agency_is_no_client() -> None:
    said = "Both Raj and Nicole came back to me, they want to see you."
    found = organisations_in(f"Fitter\n\nHi Mo,\n{said}\n\nDee\nKestrel Lane", LANE, ())
    assert (found.employer, found.agency) == ("", "Kestrel Lane")


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("Vine House Growers aren't asking you back.", "Vine House Growers"),
        ("Harcastle M&E can see you on Friday at nine.", "Harcastle M&E"),
        ("Your CV has gone to Ashgrove Poultry this morning.", "Ashgrove Poultry"),
        ("Cedar Hollow Lodge loved your profile.", "Cedar Hollow Lodge"),
    ],
)
def test_whom_somebody_speaks_of_as_others_is_who_decides(
    text: str, client: str
) -> None:
    found = organisations_in(
        f"News\n\nHi Jo,\n\n{text}\n\nDonna\nGreenhaul",
        Address("Donna", "donna@greenhaul.example"),
        (),
    )
    assert (found.employer, found.agency) == (client, "Greenhaul")


@pytest.mark.parametrize(
    "text",
    [
        "If I have heard nothing by Friday I will ring you.",
        "The Medical Panel has not cleared you yet.",
        "Tom Reyes would like to see you on Friday.",
        "Dr Shah and I have picked two others.",
        "Canal Street have taken somebody for your place.",
    ],
)
def test_who_is_no_other_organisation_is_none(text: str) -> None:
    found = organisations_in(
        f"News\n\nHi Jo,\n\n{text} We had many good people.\n\nDonna\nGreenhaul",
        Address("Donna", "donna@greenhaul.example"),
        (),
    )
    assert (found.employer, found.agency) == ("Greenhaul", "")


def test_an_agency_shows_in_all_of_its_mail_together() -> None:
    sender = Address("Tolu", "tolu@loadstarpeople.example")
    theirs = (
        "They liked you and they liked your lorry. I asked them for more, and this is "
        "what they told me: their worry was the nights. I think they are wrong."
    )
    ours = "We liked you, and our worry was the nights. We have chosen somebody else."
    between, own = (
        chance_between(agency_signs_in(text, sender, ()), terms_between(text))
        for text in (f"News\n\n{theirs}", f"News\n\n{ours}")
    )
    assert own < SURELY_BETWEEN < between


def test_for_whom_a_service_writes_in_their_name_is_who_decides() -> None:
    found = organisations_in(
        "Your test\n\nHill Homes has asked you to take two tests.",
        Address("Hill Homes", "hill@talentgauge.example"),
        (),
    )
    assert (found.employer, found.agency) == ("Hill Homes", "")


@pytest.mark.parametrize("name", ["Aldridge Technical Staffing", "Kranz Zeitarbeit"])
def test_a_trade_no_department_bears_tells_an_agency(name: str) -> None:
    sender = Address(f"Marcus Tillery | {name}", "m.tillery@aldridgetech.example")
    assert organisations_in("Hello\n\nNo news yet.", sender, ()).agency == name


def test_whose_event_it_was_is_no_client() -> None:
    said = "Tom at Grandview College's industry night gave me your name."
    client = "One of my clients wants a data analyst."
    text = f"Data role\n\n{said} {client}\n\nColleen\nKestrel Lane Talent"
    assert organisations_in(text, LANE, ()).employer == ""


KRUSE = Address("Birte Kruse | Hansen & Lorenz", "b.kruse@hansen-lorenz.example")
SIGNED = "\n\nViele Grüße\nBirte Kruse\n"


@pytest.mark.parametrize(
    ("said", "client"),
    [
        (f"Ihr Gespräch ist am Montag.{SIGNED}Hansen & Lorenz Personalberatung", ""),
        (f"Ihre Unterlagen habe ich an meinen Mandanten geschickt.{SIGNED}", ""),
        (f"Der Kunde in Garbsen hat Interesse an Ihnen.{SIGNED}", ""),
        (f"Darf ich Sie dort vorstellen?{SIGNED}", ""),
        (f"Die Weberei Nord möchte Sie kennenlernen.{SIGNED}", "Weberei Nord"),
        (f"Im Auftrag der Weberei Nord suche ich Sie.{SIGNED}", "Weberei Nord"),
    ],
)
def test_in_german_too_an_agency_writes_of_others(said: str, client: str) -> None:
    found = organisations_in(f"Stand der Dinge\n\nGuten Tag,\n\n{said}", KRUSE, ())
    assert found.employer == client
    assert found.agency.startswith("Hansen & Lorenz")


def test_people_and_parts_of_a_house_are_no_clients_in_german() -> None:
    text = f"Stand\n\nMein Kunde: die Geschäftsleitung möchte Sie sehen.{SIGNED}"
    assert not organisations_in(text, KRUSE, ()).employer
