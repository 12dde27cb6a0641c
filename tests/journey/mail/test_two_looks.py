from pathlib import Path

import pytest

from onward.journey.mail.models import Seen
from tests.journey.mail.letters import write_mbox
from tests.journey.mail.reading import (
    all_that_is_known,
    begin_anew,
    in_small_steps,
    in_two_looks,
    read,
)
from tests.journey.mail.test_importing_killed import _mails


@pytest.mark.django_db
def test_two_looks_come_to_the_same_as_reading_it_all_at_once(tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mail.mbox", _mails())
    at_once = read(path, in_small_steps())
    known = all_that_is_known()
    begin_anew()
    twice = read(path, in_two_looks())
    assert all_that_is_known() == known
    for count in ("seen", "kept", "ordinary", "known", "refused"):
        assert getattr(twice, count) == getattr(at_once, count)
    assert not Seen.objects.filter(is_open=True).exists()
