"""The encoder that comes with Onward hears what words alone leave open."""

import numpy as np
import pytest

from onward.adapters.encoding.feedback import SmallEncoder
from onward.domain.feedback.note import Kind, Note
from onward.domain.feedback.reading import read

ENCODER = SmallEncoder()


def notes(text: str) -> tuple[Note, ...]:
    return read(text, encoded=ENCODER.encoded(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You asked who it was for before you began.", Kind.STRENGTH),
        ("You stood with your back to the class.", Kind.IMPROVEMENT),
        ("Our budget for the second post was withdrawn.", Kind.NOT_ABOUT_ME),
        ("Do try again when we advertise in June.", Kind.REAPPLY),
        ("Ask a friend to time you.", Kind.ADVICE),
    ],
)
def test_a_thing_told_without_praise_or_blame_is_understood(
    text: str, kind: Kind
) -> None:
    assert [note.kind for note in notes(text)] == [kind]


def test_chances_add_up_for_every_piece() -> None:
    heard = ENCODER.encoded("Clear answers.\n\nToo fast at times.")
    assert np.allclose(np.exp(heard.kinds).sum(axis=1), 1, atol=1e-4)
    assert np.allclose(np.exp(heard.competencies).sum(axis=1), 1, atol=1e-4)
    assert len(heard.starts) == len(heard.kinds) == len(heard.begins)


@pytest.mark.parametrize("text", ["", " \n ", "\u2764\ufe0f", "?" * 2_000])
def test_a_text_without_a_word_does_no_harm(text: str) -> None:
    assert notes(text) == ()


def test_each_note_is_a_quote_also_of_a_long_text() -> None:
    text = "You were calm on the telephone. Your spelling let you down. " * 40
    found = notes(text)
    assert {note.kind for note in found} == {Kind.STRENGTH, Kind.IMPROVEMENT}
    assert all(note.quote == text[note.start : note.end] for note in found)


def test_two_failings_in_one_sentence_are_two_notes() -> None:
    found = notes("You were late and you had not read the advert.")
    assert [note.kind for note in found] == [Kind.IMPROVEMENT] * 2
