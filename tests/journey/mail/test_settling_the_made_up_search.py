from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench.linking import pairs_of, pairwise
from onward.demo.mailbox import Kind, write_mailbox
from onward.demo.truth import mail_truths
from onward.journey.mail.models import Filing
from tests.builders import TODAY
from tests.journey.mail.reading import all_that_is_known, begin_anew, read

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture
def as_files(tmp_path: Path) -> dict[str, Any]:
    """Return what the search tells when it is read as a folder of .eml files."""
    read(write_mailbox(tmp_path / "eml", TODAY, Kind.EML))
    return all_that_is_known()


@pytest.mark.parametrize("kind", [Kind.MBOX, Kind.MAILDIR, Kind.ZIP])
def test_every_kind_of_mailbox_tells_the_same_search(
    kind: Kind, as_files: dict[str, Any], tmp_path: Path
) -> None:
    begin_anew()
    read(write_mailbox(tmp_path / kind, TODAY, kind))
    assert all_that_is_known() == as_files


def _filed() -> Iterator[tuple[str, str]]:
    for filing in Filing.objects.filter(ended_at=None).select_related("message"):
        yield filing.message.message_id, str(filing.application_id)


def test_mail_of_one_application_lies_together(as_files: dict[str, Any]) -> None:
    places: dict[str, list[str]] = {}
    for number, application in _filed():
        places.setdefault(number, []).append(application)
    true = {n: one.meanings for n, one in mail_truths().items() if one.meanings}
    precision, recall, _ = pairwise(pairs_of(places), pairs_of(true))
    assert precision >= 0.85
    assert recall >= 0.7
