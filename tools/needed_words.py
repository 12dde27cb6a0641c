"""Write down which words the patterns of details need, and begin with.

`python -m tools.needed_words`, after a pattern was changed: reading them from the
patterns takes a third of a second, at each start. A test tells when it is due.
"""

import json
from pathlib import Path

from onward.domain.mail.details.patterns.begun import begun_as_read
from onward.domain.mail.details.patterns.needed import key_of, needed_as_read
from onward.domain.mail.details.patterns.read import every_pattern
from tools.mail_examples import HOUSE

FILE = (
    HOUSE
    / "src"
    / "onward"
    / "domain"
    / "mail"
    / "details"
    / "patterns"
    / "patterns-needed.json"
)


def needed() -> dict[str, dict[str, list[list[str]] | list[str]]]:
    """Return what each pattern needs and how it begins, by its key."""
    return {
        key_of(each.spelled, each.flags): {
            "needs": [*map(sorted, needed_as_read(each.spelled, each.flags))],
            "begins": sorted(begun_as_read(each.spelled, each.flags) or ()),
        }
        for each in every_pattern()
    }


def write(to: Path = FILE) -> None:
    """Write it, a line for each pattern."""
    found = sorted(needed().items())
    lines = ",\n".join(f'"{key}": {json.dumps(words)}' for key, words in found)
    to.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    write()
