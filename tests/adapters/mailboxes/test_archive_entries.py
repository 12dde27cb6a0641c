import zipfile
from zipfile import ZipInfo

import pytest

from onward.adapters.mailboxes.archive_entries import name_of, problem_of


def entry(name: str, flags: int = 0) -> ZipInfo:
    """Return an entry as a zip's list holds it."""
    found = ZipInfo(name)
    found.flag_bits = flags
    return found


@pytest.mark.parametrize(
    ("found", "name"),
    [
        (entry("Gr\u251c\u255d\u251c\u0192e/1.eml"), "Gr\u00fc\u00dfe/1.eml"),
        (entry("Gr\u00fc\u00dfe/1.eml", 0x800), "Gr\u00fc\u00dfe/1.eml"),
        (entry("\u2502/1.eml"), "\u2502/1.eml"),
        (entry("plain.eml"), "plain.eml"),
        (entry("Jobs\\1.eml"), "Jobs/1.eml"),
    ],
)
def test_a_name_is_read_though_its_spelling_is_not_told(
    found: ZipInfo, name: str
) -> None:
    assert name_of(found) == name


@pytest.mark.parametrize("name", ["a..b.eml", "..eml", "a/b/c.eml", "...", "a:b.eml"])
def test_an_ordinary_name_is_no_problem(name: str) -> None:
    assert problem_of(entry(name)) == ""


def test_a_small_entry_may_unpack_to_much_more() -> None:
    found = entry("1.eml")
    found.compress_size, found.file_size = 1_000, 9_000_000
    found.compress_type = zipfile.ZIP_DEFLATED
    assert problem_of(found) == ""
