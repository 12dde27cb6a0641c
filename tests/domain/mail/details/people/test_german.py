"""Who sits in an interview that a German mail invites to."""

import time

import pytest

from onward.domain.mail.details.people.german import german_panel
from onward.domain.mail.details.people.listed import Around
from onward.domain.mail.details.people.panel import panel_by_rules
from onward.domain.mail.meaning.words import sentences_of

WRITER = "Katrin Ahlers"


def _names(said: str) -> list[str]:
    found = german_panel(f"Ihr Gespräch\n{said}", Around(WRITER))
    return list(dict.fromkeys(name for _, _, name in found))


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            "Am Gespräch nehmen Herr Vogt und Dr. Miriam Klee teil.",
            ["Herr Vogt", "Dr. Miriam Klee"],
        ),
        (
            "Das Gespräch führen Peter Lang (Einkauf) und ich.",
            ["Peter Lang", WRITER],
        ),
        (
            "Dabei sind unsere Küchenchefin Selma Ince und Frau Roth.",
            ["Selma Ince", "Frau Roth"],
        ),
        (
            "Auswahlkommission: Bürgermeister Egon Falk, Frau Sommerlad",
            ["Egon Falk", "Frau Sommerlad"],
        ),
        ("Sie sprechen mit Frau Sommerlad und mir.", ["Frau Sommerlad", WRITER]),
        ("Wir reden eine halbe Stunde, nur Sie und ich.", [WRITER]),
        (
            "Es nehmen teil:\n\n- Anna Voss, Leitung Labor\n- Herr Prof. Dr. Jan Otto",
            ["Anna Voss", "Prof. Dr. Jan Otto"],
        ),
    ],
)
def test_who_is_said_to_be_there(said: str, names: list[str]) -> None:
    assert _names(said) == names


@pytest.mark.parametrize(
    "said",
    [
        "Am Empfang erwartet Sie Frau Sommerlad.",
        "Herr Vogt lässt sich entschuldigen und kann nicht dabei sein.",
        "Bei Rückfragen sprechen Sie mit Frau Sommerlad.",
        "Liebe Frau Sommerlad, wir möchten Sie kennenlernen.",
        "Wir treffen uns im Mai mit Ihnen im Gebäude Nord.",
        "Ich hole Sie unten ab, bin aber im Gespräch nicht dabei.",
    ],
)
def test_who_has_something_else_to_do_is_not_there(said: str) -> None:
    assert _names(said) == []


def test_a_german_mail_tells_of_its_writer_alone() -> None:
    text = "Gespräch\nWir sprechen am Montag mit Ihnen, nur Sie und ich. Viele Grüße"
    panel = panel_by_rules(text, sentences_of(text), Around(WRITER))
    assert panel.names == (WRITER,)
    assert panel.said is not None
    assert panel.said.quote in text


@pytest.mark.parametrize(
    "said", ["Herr A und ", "sprechen mit ", "nehmen teil: ", "- "]
)
def test_a_text_made_to_be_slow_is_read_quickly(said: str) -> None:
    began = time.process_time()
    _names(said * 4_000)
    assert time.process_time() - began < 2
