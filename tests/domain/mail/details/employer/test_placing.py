import pytest

from onward.domain.mail.details.employer.placing import (
    bears_trade,
    german_agency,
    has_client,
)


@pytest.mark.parametrize(
    ("text", "label", "agency"),
    [
        ("Gruß\nUte Falk\nNordlicht Personal GmbH, Kiel", "nordlicht", "Nordlicht "),
        ("Der Kunde hat sich entschieden.\nFalk & Roth", "falk-roth", "Falk & Roth"),
        ("Wir haben uns entschieden.\nFalk & Roth", "falk-roth", ""),
        ("Gruß\nUte Falk\nPersonal und Ausbildung", "nordlicht", ""),
    ],
)
def test_an_agency_is_told_by_its_trade_or_its_client(
    text: str, label: str, agency: str
) -> None:
    found = german_agency("Ute Falk", text, label)
    assert found.startswith(agency) if agency else not found


@pytest.mark.parametrize(
    ("text", "is_of_client"),
    [
        ("Leider eine Absage vom Kunden.", True),
        ("Ich suche im Auftrag meines Mandanten.", True),
        ("Das möchte der Kunde so.", True),
        ("Gruß\nSeewind Nord | Vermittlung für Köche", True),
        ("Gruß und bis bald\nSeewind AG, Personaldienste im Hotelfach", True),
        ("Wir danken für die Vermittlung von Wissen.", False),
        ("Der Kunde hat uns den Vertrag gekündigt.", False),
        ("Sie beraten unsere Kunden am Telefon.", False),
    ],
)
def test_a_client_is_one_who_decides(text: str, *, is_of_client: bool) -> None:
    assert has_client(text) is is_of_client


@pytest.mark.parametrize(
    ("name", "is_trade"),
    [
        ("Seewind Zeitarbeit", True),
        ("Seewind Personal Kiel", True),
        ("Personalhaus Falk", True),
        ("Baumarkt Falk Personal", False),
        ("Stadt Talheim Personalservice", False),
    ],
)
def test_a_trade_is_told_from_a_house_s_own_office(
    name: str, *, is_trade: bool
) -> None:
    assert bears_trade(name, "Guten Tag, wir haben Ihre Bewerbung.") is is_trade
