"""Feedback read into notes, by its words and by the encoder together."""

from onward import wiring
from onward.domain.feedback.note import Note


def notes_in(text: str) -> tuple[Note, ...]:
    """Return the points of a feedback text, in order; each is a quote of it."""
    from onward.domain.feedback.reading import read  # noqa: PLC0415 - loads a model

    return read(text, encoded=wiring.feedback_encoder().encoded(text))
