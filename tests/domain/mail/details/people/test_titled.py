"""Names apart from the degrees and titles around them."""

import pytest

from onward.domain.mail.details.people.titled import (
    RANK,
    degrees_before,
    has_degree,
    named_alone,
)


@pytest.mark.parametrize(
    ("name", "degrees"),
    [
        ("Mag. Greta Brunn", "Mag. "),
        ("Mag. (FH) Greta Brunn", "Mag. (FH) "),
        ("Dipl.-Ing. Greta Brunn", "Dipl.-Ing. "),
        ("Dipl.-Betriebsw. (FH) Greta Brunn", "Dipl.-Betriebsw. (FH) "),
        ("Dr.-Ing. Greta Brunn", "Dr.-Ing. "),
        ("Prof. Dr. med. Greta Brunn", "Prof. Dr. med. "),
        ("Schwester Greta", "Schwester "),
        ("Greta Brunn", ""),
        ("Magda Brunn", ""),
        ("Mag. und mehr", ""),
    ],
)
def test_degrees_stand_before_a_name(name: str, degrees: str) -> None:
    assert degrees_before(name) == degrees


@pytest.mark.parametrize(
    ("name", "alone"),
    [
        ("Mag. Greta Brunn", "Greta Brunn"),
        ("Tom Brunn jun.", "Tom Brunn"),
        ("Tom Brunn, sen.", "Tom Brunn"),
        ("Jun Tanaka", "Jun Tanaka"),
        ("Tom Senger", "Tom Senger"),
    ],
)
def test_a_name_stands_alone(name: str, alone: str) -> None:
    assert named_alone(name) == alone
    assert has_degree(name) == (name != alone)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("gez. Brunn", "Brunn"),
        ("i. A. Greta Brunn", "Greta Brunn"),
        ("Ihre Greta Brunn", "Greta Brunn"),
        ("Pfarrerin Greta Brunn", "Greta Brunn"),
        ("RAin Dr. Greta Brunn", "Dr. Greta Brunn"),
        ("Ing. Brunn", "Ing. Brunn"),
        ("Ihre Bewerbung ist da", "Bewerbung ist da"),
        ("Ihrig Greta", "Ihrig Greta"),
    ],
)
def test_what_somebody_is_is_no_part_of_a_name(line: str, left: str) -> None:
    assert RANK.sub("", line) == left
