import numpy as np
import pytest

from onward.domain.mail.details.closely.reading import NAMED, TAGS, CloseReading
from onward.domain.mail.details.people.interviewers import panel_in
from onward.domain.mail.details.people.listed import Around
from onward.domain.mail.details.people.named import people_named
from onward.domain.mail.details.people.there import (
    ALWAYS,
    BY_SIGNS,
    READ,
    is_there,
    odds_closely,
    odds_read,
    people_there,
    writer_read_alone,
)
from onward.domain.mail.meaning.words import sentences_of

TEXT = "Interview\n\nYou will meet Priya Nair. Ask for Tom Bell at the desk."


def reading(name: str, text: str = TEXT) -> CloseReading:
    """Make one that takes one name for somebody's on the panel."""
    words = [at for at in range(len(text)) if at == 0 or text[at - 1] in " \n"]
    tags = np.zeros((len(words), len(NAMED) * TAGS), np.float32)
    tags[:, ::TAGS] = 8
    start = text.index(name)
    for row, at in enumerate(words):
        if start <= at < start + len(name):
            tags[row, NAMED.index("panel") * TAGS + 1] = 16
    return CloseReading(tuple(words), tags, np.ones(7, np.float32), 0.0)


def test_what_is_read_counts_where_somebody_is_named() -> None:
    priya, tom = people_named(TEXT, Around())
    read = reading("Priya Nair")
    assert odds_read(priya, read) > 3
    assert odds_read(tom, read) < -3


@pytest.mark.parametrize(
    ("ruled", "said", "names"),
    [
        ((), "Priya Nair", {"Priya Nair"}),
        ((), "Tom Bell", {"Tom Bell"}),
        (("Priya Nair",), "Tom Bell", {"Priya Nair", "Tom Bell"}),
    ],
)
def test_a_close_reading_moves_whom_no_rule_tells(
    ruled: tuple[str, ...], said: str, names: set[str]
) -> None:
    alone = {one.name for one in people_there(TEXT, ruled, Around())}
    closely = {one.name for one in people_there(TEXT, ruled, Around(), reading(said))}
    assert (alone, closely) == ({"Priya Nair"}, names)


def test_whom_rules_tell_stays_unless_it_is_surely_not_so() -> None:
    assert is_there(1.0, -2.0, is_ruled=True)
    assert not is_there(1.0, -2.0, is_ruled=False)
    assert not is_there(1.0, -3.0, is_ruled=True)
    assert not is_there(-1.0, -0.1, is_ruled=True)
    assert is_there(-1.0, 0.1, is_ruled=False)
    assert is_there(0.1, None, is_ruled=False)


def test_signs_and_reading_are_added_up() -> None:
    weights = {ALWAYS: 1.0, BY_SIGNS: 2.0, READ: 3.0}
    assert odds_closely(weights, 0.5, -1.0) == pytest.approx(-1.0)


GERMAN = (
    "Gespräch\n\nHallo Frau Sommer, kommen Sie am Montag um neun vorbei, ich zeige"
    " Ihnen die Werkstatt und wir reden über die Stelle.\n\nViele Grüße\nGreta Brunn"
)


@pytest.mark.parametrize(
    ("text", "said", "names"),
    [
        (GERMAN, "Greta Brunn", ["Greta Brunn"]),
        (GERMAN.replace("Brunn", "brunn"), "Greta", ["Greta Brunn"]),
        (GERMAN, "Sommer", []),
        (f"{TEXT} Regards, Greta Brunn", "Greta Brunn", []),  # no German
    ],
)
def test_a_german_writer_is_told_alone_where_that_is_read(
    text: str, said: str, names: list[str]
) -> None:
    found = writer_read_alone(text, Around("Greta Brunn"), reading(said, text))
    assert [one.name for one in found] == names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Dabei sind Frau Falk und Jens Kolb.", ["Frau Falk", "Jens Kolb"]),
        ("Es kommt die Abteilungsleiterin Ida Stein dazu.", ["Ida Stein"]),
        ("Wir sitzen in der Werkstatt, im Raum neben dem Büro.", []),
    ],
)
def test_german_names_are_told_from_other_nouns(said: str, names: list[str]) -> None:
    text = f"Ihr Gespräch bei uns\n\nwir freuen uns auf Sie am Montag. {said}"
    assert [one.name for one in people_named(text, Around())] == names


def test_a_writer_alone_is_quoted_as_they_sign() -> None:
    text = GERMAN.replace("Greta Brunn", "Dr. Greta Brunn").replace(
        "ich zeige", "es gibt"
    )
    read = reading("Greta Brunn", text)
    panel = panel_in(text, sentences_of(text), Around("Dr. Greta Brunn"), read)
    assert panel.names == ("Dr. Greta Brunn",)
    assert panel.said is not None
    assert "Greta Brunn" in panel.said.quote
