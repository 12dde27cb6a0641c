import pytest

from onward.domain.mail.details.employer.employer import organisations_in
from onward.domain.mail.details.employer.workplace import (
    is_borne_by,
    is_title,
    signed_for,
)
from onward.domain.mail.message import Address


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("lvsd7", "Larch Valley School District 7"),
        ("averyschools", "Avery Township Public Schools"),
        ("hmhr-museum", "Hill & Marsh Heritage Railway"),
        ("dunbeg", "University of Dunbeg"),
        ("northmole", "Northmole Legal Staffing"),
        ("stcolms", "St Colm's Primary School"),
        ("coalandkettle", "Coal & Kettle"),
        ("careers-larkfield", "Larkfield Homes"),
    ],
)
def test_an_address_shortens_a_name(label: str, name: str) -> None:
    assert is_borne_by(label, name)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("larkfield", "Head of Estates"),
        ("averyschools", "Mill Lane Bakery"),
        ("ab", "Alder Bay"),
        ("", "Alder Bay"),
    ],
)
def test_another_name_is_not_meant(label: str, name: str) -> None:
    assert not is_borne_by(label, name)


@pytest.mark.parametrize(
    "ending",
    [
        "Rob Tarn\nLarkin Birch",
        "Rob\nDirector, Larkin Birch",
        "Rob Tarn | Larkin Birch | Finance | Leeds",
        "Rob, Larkin Birch, Leeds",
        "Rob\nLarkin Birch: people for food and drink",
        "R\nLarkin Birch",
    ],
)
def test_where_somebody_works_stands_in_their_signature(ending: str) -> None:
    body = f"Hi Mo,\n\nThey said no, sorry.\n\n{ending}"
    assert signed_for(body, "Rob Tarn")[:1] == ["Larkin Birch"]


@pytest.mark.parametrize(
    "ending",
    ["Rob", "Rob Tarn\nHead of Estates", "Rob\n14 Shore Brae, Dundee", "Rob\nCPA", ""],
)
def test_a_signature_may_tell_nothing(ending: str) -> None:
    body = f"Hi Mo,\n\nThey said no, sorry.\n\n{ending}"
    assert signed_for(body, "Rob Tarn") == []


def test_a_post_is_no_organisation() -> None:
    assert is_title("Data Science Manager")
    assert not is_title("Larkin Birch")


def test_a_signature_spells_what_an_address_shortens() -> None:
    found = organisations_in(
        "Interview\n\nCome on Friday.\n\nAda Roe\nLarch Valley School District 7",
        Address("Ada Roe", "aroe@lvsd7.example"),
        (),
    )
    assert found.employer == "Larch Valley School District 7"


@pytest.mark.parametrize(
    ("subject", "client"),
    [
        ("Mossgate Leisure Trust, Duty Manager", "Mossgate Leisure Trust"),
        ("Duty Manager / Trask-Lind Pumps", "Trask-Lind Pumps"),
        ("Glenelly Homes, Friday", "Glenelly Homes"),
        ("Duty Manager, Leeds", ""),
        ("Urgent Requirement: Duty Manager", ""),
    ],
)
def test_a_subject_tells_for_whom_an_agency_writes(subject: str, client: str) -> None:
    body = (
        "Hi Mo,\n\nI put your CV in front of the client and it is a no from them, "
        "I'm afraid. They want somebody with more years in it. Your registration with "
        "us stays open.\n\nTess Fox\nStannard Fox, permanent and contract"
    )
    found = organisations_in(
        f"{subject}\n\n{body}",
        Address("Tess Fox", "tess@stannardfox.example"),
        (),
        ("Duty Manager",),
    )
    assert (found.agency, found.employer) == ("Stannard Fox", client)


def test_a_system_that_writes_in_a_persons_name_is_no_employer() -> None:
    found = organisations_in(
        "Tessellane - Data Scientist\n\nIt is a no.\n\nMarlo Ivers, Data Manager",
        Address("Marlo Ivers", "notifications@jobvite.com"),
        (),
        ("Data Scientist",),
    )
    assert found.employer == "Tessellane"
