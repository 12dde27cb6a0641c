"""Write down which words the patterns of details need.

`python -m tools.needed_words`, after a pattern was changed: reading them from the
patterns takes a third of a second, at each start. A test tells when it is due.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from onward.domain.mail.details_needed import key_of, needed_as_read
from onward.domain.mail.details_patterns import (
    Guarded,
    names_of_patterns,
    patterns,
    weighted_patterns,
)
from tools.mail_examples import HOUSE

FILE = HOUSE / "src" / "onward" / "domain" / "mail" / "patterns-needed.json"


def needed() -> dict[str, list[list[str]]]:
    """Return what each pattern needs, by its key."""
    found = {
        key_of(each.spelled, each.flags): needed_as_read(each.spelled, each.flags)
        for each in _guarded()
    }
    return {key: [sorted(words) for words in some] for key, some in found.items()}


def _guarded() -> Iterator[Guarded]:
    for name in names_of_patterns():
        try:
            yield from patterns(name, "fr")
        except TypeError:  # with points beside each
            yield from (pattern for _, pattern in weighted_patterns(name))


def write(to: Path = FILE) -> None:
    """Write it, a line for each pattern."""
    found = sorted(needed().items())
    lines = ",\n".join(f'"{key}": {json.dumps(words)}' for key, words in found)
    to.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    write()
