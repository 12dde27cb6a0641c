"""Measures how an answer was said, from what was heard."""

from onward.domain.speech.heard import Heard
from onward.domain.speech.spoken import Spoken


def measured(heard: Heard) -> Spoken:
    """Return the measures of a recording."""
    return Spoken(
        heard.seconds, 0.0, heard.language, heard.words, heard.fillers, heard.speech,
        (), (), None, (), None, None, (), (), heard.sound, heard.missing,
    )  # fmt: skip
