from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.linking import pairs_of, pairwise
from onward.demo.mailbox import Kind, write_mailbox
from onward.demo.truth import mail_truths
from onward.journey.mail.models import Filing
from tests.builders import TODAY
from tests.journey.mail.reading import all_that_is_known, begin_anew, read

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


def test_every_kind_of_mailbox_tells_the_same_search(tmp_path: Path) -> None:
    told = {}
    for kind in Kind:
        begin_anew()
        read(write_mailbox(tmp_path / kind, TODAY, kind))
        told[kind] = all_that_is_known()
    as_files = told.pop(Kind.EML)
    assert all(search == as_files for search in told.values())
    _lies_together()  # here, since the letters take seconds to read


def _filed() -> Iterator[tuple[str, str]]:
    for filing in Filing.objects.filter(ended_at=None).select_related("message"):
        yield filing.message.message_id, str(filing.application_id)


def _lies_together() -> None:
    places: dict[str, list[str]] = {}
    for number, application in _filed():
        places.setdefault(number, []).append(application)
    true = {n: one.meanings for n, one in mail_truths().items() if one.meanings}
    precision, recall, _ = pairwise(pairs_of(places), pairs_of(true))
    assert precision >= 0.93
    assert recall >= 0.85
