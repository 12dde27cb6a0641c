import pytest

from onward.domain.mail.details.employer.german import (
    bodies_in,
    house_in_box,
    in_full,
    spelled_out,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Leiter der Praxis Ahornhof", "Praxis Ahornhof"),
        ("Ihr Team vom Klinikum Seetal", "Klinikum Seetal"),
        ("Hagenow Kältetechnik GmbH & Co. KG", "Hagenow Kältetechnik GmbH & Co. KG"),
        ("Die Jugendhilfe Talheim e. V. dankt", "Jugendhilfe Talheim e. V."),
        ("Freie Grundschule Birkenau, Kirchweg 2", "Freie Grundschule Birkenau"),
        ("Museum für Uhren Lindental", "Museum für Uhren Lindental"),
    ],
)
def test_a_name_is_read_with_its_borders(text: str, name: str) -> None:
    assert bodies_in(text) == [name]


@pytest.mark.parametrize(
    "text", ["Viele Grüße aus Jena", "die Praxis hat zu", "Guten Tag Frau Amend"]
)
def test_what_is_no_body_has_no_name(text: str) -> None:
    assert not bodies_in(text)


@pytest.mark.parametrize(
    ("label", "text", "name"),
    [
        ("sw-auental", "Stadtwerke Auental GmbH, Am Wehr 1", "Stadtwerke Auental GmbH"),
        ("seeblick-verlag", "Lektorat\nVerlag am Seeblick", "Verlag am Seeblick"),
        ("hfm-talheim", "Hochschule für Musik Talheim", "Hochschule für Musik Talheim"),
        ("kh-marien", "Chefarzt\nKrankenhaus Marien Ost", "Krankenhaus Marien"),
        ("sw-auental", "Grüße aus Auental, Stefan Wirth", ""),
        ("brandt-logistik", "Frau Petra Brandt rief an.", ""),
    ],
)
def test_what_an_address_shortens_is_spelled_out(
    label: str, text: str, name: str
) -> None:
    assert spelled_out(label, text) == name


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Uni Talheim", "Universität Talheim"),
        ("AH Kunze", "Autohaus Kunze"),
        ("Uni", "Uni"),
        ("Adler Optik", "Adler Optik"),
    ],
)
def test_a_kind_of_house_is_told_in_full(name: str, full: str) -> None:
    assert in_full(name) == full


@pytest.mark.parametrize(
    ("local", "house"),
    [("baeckerei.koenig", "Bäckerei König"), ("lena.koenig", ""), ("baeckerei", "")],
)
def test_a_box_at_a_free_host_may_name_a_house(local: str, house: str) -> None:
    assert house_in_box(local, "Gruß, Lena König") == house
