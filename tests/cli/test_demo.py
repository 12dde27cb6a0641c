import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.filled import lend_demo
from tests.running import started

pytestmark = pytest.mark.slow


def test_the_made_up_search_is_apart_and_read_once(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = lend_demo(tmp_path_factory, tmp_path / "data")
    assert not (folder / "onward.sqlite3").exists()
    day = (folder / "demo" / "day").read_text()
    before = _rows(folder / "demo")
    with started(folder, "demo"):
        assert (folder / "demo" / "day").read_text() == day
    assert _rows(folder / "demo") == before


def _rows(folder: Path) -> str:
    """Return what was made of the mailbox and done besides, in one line."""
    counted = subprocess.run(
        [sys.executable, "-c", _COUNT],
        env=os.environ | {"ONWARD_DATA_DIR": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    numbers = [int(word) for word in counted.stdout.split()]
    assert min(numbers[:3]) > 40
    assert all(numbers)
    return counted.stdout


_COUNT = """
from onward.cli.ready import get_ready
get_ready()
from onward.journey.applications.models import Application, Event
from onward.journey.development.models import Focus, Heard
from onward.journey.feedback.models import FeedbackNote
from onward.journey.mail.models import Message
from onward.journey.nerves.models import Use
from onward.journey.practice.models import Take
from onward.journey.preparation.models import Criterion, EvidenceCard
from onward.journey.reflection.models import Reflection
kinds = [Application, Event, Message, Criterion, EvidenceCard, FeedbackNote, Focus]
kinds += [Heard, Reflection, Take, Use]
print(*(kind.objects.count() for kind in kinds))
"""
