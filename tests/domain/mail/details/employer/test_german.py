import pytest

from onward.domain.mail.details.employer.german import bodies_in, spelled_out


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
        ("vierlinden", "im Hotel Vier Linden, Aurich", "Hotel Vier Linden"),
        ("hellunddunkel", "Leitung Theater Hell & Dunkel", "Theater Hell & Dunkel"),
        ("zmt", "Zentrum für Moorkunde Talheim", "Zentrum für Moorkunde Talheim"),
        ("lamoo", "beim Landesamt für Moorschutz", "Landesamt für Moorschutz"),
        ("lockenpracht-aurich", "Salon Lockenpracht", "Salon Lockenpracht"),
        ("birkenhof-ggmbh", "Werkstätten Birkenhof", "Werkstätten Birkenhof"),
        ("zmt", "Zeit für Mut", ""),
        ("vierlinden", "Vier Eichen", ""),
        ("lockenpracht-aurich", "Frau Lockenpracht aus Aurich", ""),
        ("sw-auental", "Grüße aus Auental, Stefan Wirth", ""),
        ("brandt-logistik", "Frau Petra Brandt rief an.", ""),
    ],
)
def test_what_an_address_shortens_is_spelled_out(
    label: str, text: str, name: str
) -> None:
    assert spelled_out(label, text) == name
