"""What is said in the terminal of a mailbox that was read."""

import json
from pathlib import Path
from typing import Any

# The counts and words of one reading, as programs get them.
COUNTED = ("name", "state", "seen", "kept", "ordinary", "known", "refused", "said")
Told = dict[str, Any]


def in_words(told: Told) -> str:
    """Return the counts as a sentence."""
    return (
        "{name}: {seen:,} read, {kept:,} about your search, {ordinary:,} other mail, "
        "{known:,} here already, {refused:,} not readable."
    ).format_map(told)


def as_json(path: Path, told: Told) -> str:
    """Return what is told as one line for programs."""
    return json.dumps({"path": str(path), **told}, ensure_ascii=False)
