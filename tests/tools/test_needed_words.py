import json
import re
from pathlib import Path

from onward.domain.mail.details.patterns.needed import needed_as_read, needed_by
from tools.needed_words import FILE, needed, write


def test_what_is_written_down_is_what_the_patterns_need() -> None:
    noted = json.loads(FILE.read_text(encoding="utf-8"))
    assert noted == needed(), "run `python -m tools.needed_words`"


def test_it_is_written_as_it_is_read(tmp_path: Path) -> None:
    write(tmp_path / "needed.json")
    assert (tmp_path / "needed.json").read_bytes() == FILE.read_bytes()


def test_a_pattern_nobody_wrote_down_is_read() -> None:
    pattern = "never (?:heard|seen) of"
    found = needed_by(pattern, re.IGNORECASE)
    assert found == needed_as_read(pattern, re.IGNORECASE)
    assert {"never "} in found
