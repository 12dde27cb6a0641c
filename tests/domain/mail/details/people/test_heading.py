"""The person whom the name in a heading tells."""

import pytest

from onward.domain.mail.details.people.heading import named_in_heading
from onward.domain.mail.message import Address


@pytest.mark.parametrize(
    ("heading", "address", "name"),
    [
        ("Ada von Feldkost", "ada@feldkost.example", "Ada"),
        ("Ada Brunn vom Feldhof", "post@feldhof.example", "Ada Brunn"),
        ("Ada von Feldern", "a.vonfeldern@feldern.example", "Ada von Feldern"),
        ("Ada von Feldern", "forst@hochwald.example", "Ada von Feldern"),
        ("Brunn Greta", "greta.brunn@gemeinde.example", "Greta Brunn"),
        ("Brunn Zita-Lea", "z.brunn@gemeinde.example", "Zita-Lea Brunn"),
        ("Hof Linde", "hof.linde@gemeinde.example", "Hof Linde"),
        ("Brunn Zita", "z.brunn@gemeinde.example", "Zita Brunn"),
        ("BRUNNER Zita", "zita.brunner@gemeinde.example", "Zita Brunner"),
        ("Greta Brunn", "brunn.greta@gemeinde.example", "Greta Brunn"),
        ("Brunn, Dr. Greta", "brunn@museum.example", "Dr. Greta Brunn"),
        ("Brunn, Greta Dr.", "brunn@museum.example", "Dr. Greta Brunn"),
        ("Greta Brunn PDL", "pflege@abendrot.example", "Greta Brunn"),
        ("Ing. Greta Brunn", "brunn@gaerten.example", "Greta Brunn"),
        ("Mag. Greta Brunn", "brunn@gaerten.example", "Mag. Greta Brunn"),
    ],
)
def test_a_heading_is_cut_down_to_the_person(
    heading: str, address: str, name: str
) -> None:
    assert named_in_heading(Address(heading, address)) == name


@pytest.mark.parametrize(
    ("heading", "body", "name"),
    [
        ("Greta Café Linde", "Café Linde", "Greta"),
        ("Schnittwerk Greta", "Schnittwerk", "Greta"),
        ("Greta Brunn", "Brunn", "Greta Brunn"),
        ("Empfang Hotel Linde", "Hotel Linde", "Empfang Hotel Linde"),
    ],
)
def test_the_house_beside_a_given_name_is_left_out(
    heading: str, body: str, name: str
) -> None:
    sender = Address(heading, "post@web.example")
    assert named_in_heading(sender, (body,)) == name
