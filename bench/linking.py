"""How well mail is filed: pairs of mails, on two made-up searches and their truth.

Run with `python -m bench.linking`. Two mails of one application that are filed together
are a hit; together though they belong apart, or apart though together, a miss. Said
twice: with every meaning told, so that filing alone is measured, and as really read.
"""

import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib import import_module
from itertools import combinations

Pairs = set[tuple[str, str]]


def pairs_of(filed: Mapping[str, Iterable[str]]) -> Pairs:
    """Return every two mails that are filed under one application."""
    groups: dict[str, set[str]] = defaultdict(set)
    for message, applications in filed.items():
        for application in applications:
            groups[application].add(message)
    found = (combinations(sorted(group), 2) for group in groups.values())
    return {pair for some in found for pair in some}


def pairwise(found: Pairs, true: Pairs) -> tuple[float, float, float]:
    """Return precision, recall and F1 of pairs."""
    hits = len(found & true)
    precision = hits / len(found) if found else 1.0
    recall = hits / len(true) if true else 1.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def main() -> None:
    """Read the made-up mailbox into a database of its own and compare."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ONWARD_DATA_DIR"] = folder
        os.environ["ONWARD_TODAY"] = "2026-11-23"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward.settings")
        import_module("onward.cli.ready").get_ready()
        for search in ("bench.linking_made_up", "bench.linking_hostile"):
            import_module(search).compare(folder)


if __name__ == "__main__":
    main()
