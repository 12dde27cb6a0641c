"""What is missing is named once, plainly, with the line that brings it."""

from pathlib import Path

from tools.system import NEEDS, Need, sentence


def test_what_is_missing_is_told_with_the_line_that_brings_it() -> None:
    need = Need("Chromium", "chromium", "the browser tests", lambda: None)
    assert sentence(need) == (
        "Chromium is not on this machine, so the browser tests are skipped; "
        "`sudo apt-get install chromium` brings it."
    )


def test_everything_found_is_a_place_on_this_machine() -> None:
    found = [need.find() for need in NEEDS]
    assert all(place is None or Path(place).exists() for place in found)
