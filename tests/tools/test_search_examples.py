from pathlib import Path

import pytest

from tools.search_examples import SEARCHES, letters_of

FOLDERS = sorted(SEARCHES.glob("*/*/"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_mail_of_a_search_says_what_is_true_of_it(folder: Path) -> None:
    letters = letters_of(folder)  # fails where a label or a line is missing
    assert len({one.number for one in letters}) == len(letters)
    assert any(one.own for one in letters)
    assert sum(bool(one.applications) for one in letters) > len(letters) / 2
