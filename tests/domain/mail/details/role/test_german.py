import pytest

from onward.domain.mail.details.role.german import without_german_edges
from onward.domain.mail.details.role.roles import roles_in


@pytest.mark.parametrize(
    ("subject", "body", "role"),
    [
        (
            "AW: Neues",
            "für die Vakanz Kranführer haben wir Sie vorgemerkt.",
            "Kranführer",
        ),
        (
            "Neues",
            "wir brauchen seit Mai dringend einen Tischler mit Führerschein.",
            "Tischler",
        ),
        ("Mandat Baustoffprüfer", "leider ist es aus.", "Baustoffprüfer"),
        ("Schreibprobe Lektorin", "bitte senden Sie sie uns.", "Lektorin"),
        ("Ihre Bewerbung Nr. 4711 \u2013 Elektroniker", "danke dafür.", "Elektroniker"),
        ("Neues", "Als Architektin fehlt Ihnen noch die Bauleitung.", "Architektin"),
    ],
)
def test_german_tells_a_role(subject: str, body: str, role: str) -> None:
    text = f"{subject}\n\nSehr geehrte Frau Amend,\n\n{body}\n\nViele Grüße\nUte Falk"
    assert roles_in(text, "") == (role,)


@pytest.mark.parametrize(
    "body",
    [
        "wir haben uns für eine Mitbewerberin entschieden.",
        "unser Betriebsleiter ruft Sie an.",
        "jeder an dieser Stelle war gut.",
    ],
)
def test_who_is_spoken_of_in_german_is_no_role(body: str) -> None:
    assert not roles_in(f"Neues\n\nGuten Tag,\n\n{body}\n\nGruß\nUte Falk", "")


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Polier muss morgen da sein", "Polier"),
        ("Köchin dürften auch andere werden", "Köchin"),
        ("Lehrperson für Chemie entschieden", "Lehrperson für Chemie"),
        ("eine andere Gärtnerin", "Gärtnerin"),
        ("Leiterin Verkauf", "Leiterin Verkauf"),
        ("World War Historian", "World War Historian"),
        ("Hat Maker", "Hat Maker"),
    ],
)
def test_a_sentence_that_goes_on_is_no_part_of_a_role(said: str, role: str) -> None:
    assert without_german_edges(said) == role
