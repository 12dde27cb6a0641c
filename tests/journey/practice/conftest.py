"""Nothing is heard by itself in these tests, whatever is installed on the machine."""

import pytest

from onward import wiring
from onward.adapters.transcription.silent import SilentTranscriber


@pytest.fixture(autouse=True)
def deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing turn speech into words."""
    silent = SilentTranscriber("Nothing here turns speech into words.")
    monkeypatch.setattr(wiring, "transcriber", lambda: silent)
