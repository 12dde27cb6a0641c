"""The name that a line at the end of a mail begins with."""

import pytest

from onward.domain.mail.details.people.listed import Around
from onward.domain.mail.details.people.signed_line import headed

AROUND = Around("", frozenset({"robin"}), ("Feldkost Handel",))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Mag. Greta Brunn", "Mag. Greta Brunn"),
        ("Dipl.-Kffr. Greta Brunn, Prokuristin", "Dipl.-Kffr. Greta Brunn"),
        ("Tom Brunn jun.", "Tom Brunn jun."),
        ("Pfarrerin Greta von Brunn", "Greta von Brunn"),
        ("Greta vom Feldhof", "Greta"),
        ("Greta und das Team", "Greta"),
        ("Greta 🌻", "Greta"),
        ("Brigitte Brunn", "Brigitte Brunn"),
        ("Bronwyn", "Bronwyn"),
        ("Kristina Brunn", "Kristina Brunn"),
    ],
)
def test_a_line_begins_with_a_name(line: str, name: str) -> None:
    assert headed(line, AROUND)[0] == name


@pytest.mark.parametrize(
    "line",
    [
        "Feldkost Handel SE",
        "Ihr Bewerbungsmanagement",
        "Viel Erfolg",
        "Alles Liebe",
        "Glückwunsch, Sie sind dabei",
        "Freundschaftliche Grüße",
        "Medizinische Leitstelle",
        "Drei Linden",
        "Die Feldköche",
        "Fam. Brunn",
        "Robin",
        "Everyone at the farm",
        "Greta:",
    ],
)
def test_what_else_ends_a_mail_is_no_name(line: str) -> None:
    assert headed(line, AROUND) == ("", "")
