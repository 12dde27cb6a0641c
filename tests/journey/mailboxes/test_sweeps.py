"""Of a large folder two processes read; what comes of it is the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onward.background.beside import HelpEndedError, done_beside
from onward.journey.mailboxes import sweeps
from tests.journey.mail.letters import write_mbox
from tests.journey.mail.reading import begin_anew, read
from tests.journey.mailboxes.search import mails_of_a_search, pipeline
from tests.mail_server import connected, looked, needs_dovecot
from tools.dovecot import Dovecot

pytestmark = [needs_dovecot, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def expected(tmp_path: Path) -> dict[str, Any]:
    """What the same mail comes to as a file."""
    read(write_mbox(tmp_path / "mail.mbox", mails_of_a_search()))
    told = pipeline()
    begin_anew()
    return told


@pytest.fixture(autouse=True)
def _any_folder_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeps, "FEW", 0)


def test_read_by_others_it_comes_to_the_same(
    full: Dovecot, expected: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = list[int]()
    beside = done_beside

    def done(given: Any, work: Any, count: int) -> Iterator[Any]:
        counts.append(count)
        return beside(given, work, count)

    monkeypatch.setattr(sweeps, "done_beside", done)
    looked(connected(full.plain))
    assert pipeline() == expected
    assert set(counts) == {2}


def test_where_help_ends_it_is_read_alone(
    full: Dovecot, expected: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def done(given: Any, work: Any, _count: int) -> Iterator[Any]:
        for piece in given:
            yield work(piece)
            raise HelpEndedError

    monkeypatch.setattr(sweeps, "done_beside", done)
    looked(connected(full.plain))
    assert pipeline() == expected
