import pytest

from onward.domain.mail.details.employer.employer import organisations_in
from onward.domain.mail.details.employer.german_houses import (
    house_in_box,
    in_full,
    is_house,
    kind_in_box,
    with_dots,
    with_umlauts,
)
from onward.domain.mail.message import Address


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Uni Talheim", "Universität Talheim"),
        ("AH Kunze", "Autohaus Kunze"),
        ("Poststelle LK Talheim", "Landkreis Talheim"),
        ("GS Birkenau", "Grundschule Birkenau"),
        ("BK Talheim Info", "Berufskolleg Talheim"),
        ("Wolfundsoehne", "Wolf und soehne"),
        ("Uni", "Uni"),
        ("Adler Optik", "Adler Optik"),
        ("Verwaltung", "Verwaltung"),
    ],
)
def test_a_kind_of_house_is_told_in_full(name: str, full: str) -> None:
    assert in_full(name) == full


@pytest.mark.parametrize(
    ("local", "sender", "house"),
    [
        ("baeckerei.koenig", "Lena König", "Bäckerei König"),
        ("wendt.bedachungen", "Lena Wendt", "Wendt Bedachungen"),
        ("imkerei-suedfeld", "", "Imkerei Südfeld"),
        ("info.pizzeria-lido", "Gino", "Pizzeria Lido"),
        ("lindlbauerhof", "Resi Lindlbauer", "Lindlbauerhof"),
        ("lena.koenig", "Lena König", ""),
        ("m.althaus", "Mia Althaus", ""),
        ("ylvie.althaus", "Ylvie Althaus", ""),
        ("niederkirchhof", "Ida Niederkirchhof", ""),
        ("baeckerei", "", ""),
    ],
)
def test_a_box_at_a_free_host_may_name_a_house(
    local: str, sender: str, house: str
) -> None:
    assert house_in_box(local, "Gruß, Lena König", sender) == house


@pytest.mark.parametrize(
    ("local", "house"),
    [("cafe.rose", "Café Rose"), ("taxi.rose", ""), ("rose.cafe", "")],
)
def test_in_other_mail_only_a_known_kind_names_a_house(local: str, house: str) -> None:
    assert kind_in_box(local, "Best, Ann Rose") == house


@pytest.mark.parametrize(
    ("word", "dotted"),
    [("boerde", "börde"), ("Mueller", "Müller"), ("gaertner", "gärtner")]
    + [(one, one) for one in ("neue", "aue", "quelle", "bauer", "treue", "michael")]
    + [(one, one) for one in ("aktuell", "poet", "shoes", "manuela", "blue")],
)
def test_umlauts_are_told_from_two_sounds(word: str, dotted: str) -> None:
    assert with_dots(word) == dotted


def test_an_address_is_spelled_as_the_text_does_or_with_umlauts() -> None:
    assert with_umlauts("Kroegerundsoehne", "") == "Kröger und Söhne"
    assert with_umlauts("Cafe Goethe", "Haus Goethe") == "Café Goethe"


@pytest.mark.parametrize("name", ["Hofladen Birk", "Kaffeerösterei Nord", "TSV Aue"])
def test_a_house_is_known_by_its_kind(name: str) -> None:
    assert is_house(name)


@pytest.mark.parametrize("name", ["Lena König", "Guten Morgen", "Talheim"])
def test_what_names_no_kind_is_no_house(name: str) -> None:
    assert not is_house(name)


_LETTER = """Ihre Bewerbung

Guten Tag Frau Wolf,

vielen Dank für das Gespräch, wir haben uns leider anders entschieden.

{ending}
"""


@pytest.mark.parametrize(
    ("name", "address", "house"),
    [
        ("LK Talheim", "post@lk-talheim.example", "Landkreis Talheim"),
        ("Ute Fink", "fink@vierlinden.example", "Hotel Vier Linden"),
        ("Ute Fink", "blumen.fink@gmail.com", "Blumen Fink"),
    ],
)
def test_the_full_form_goes_before_the_short(
    name: str, address: str, house: str
) -> None:
    text = _LETTER.format(ending=f"Ute Fink\n{house}")
    assert organisations_in(text, Address(name, address), ()).employer == house
