"""What it takes to take everything out of a search of 10,000 applications.

    python -m bench.taking_out [--applications N] [--messages N] [--keep FOLDER]

Says how large the zip is, the seconds by the clock and of the processor, and how much
memory it took beside what Onward takes anyway.
"""

import argparse
import os
import resource
import tempfile
import time
from importlib import import_module
from pathlib import Path

from bench.pages import fill, folder

MB, KB = 1_000_000, 1024


def measure() -> str:
    """Take all of it out once, and say what that took."""
    whole = import_module("onward.journey.custody.taking_out.whole")
    person = import_module("onward.journey.people.models").Person.objects.local()
    before = _memory()
    began, busy = time.perf_counter(), time.process_time()
    with tempfile.TemporaryDirectory(prefix="onward-bench-") as place:
        pieces = whole.taken_out(person, whole.Chosen(reflections=True))
        size = whole.kept_as(Path(place) / "mine.zip", pieces)
    took, worked = time.perf_counter() - began, time.process_time() - busy
    return (
        f"{size / MB:.0f} MB in {took:.0f} s, {worked:.0f} s of the processor, "
        f"{_memory() - before:.0f} MB of memory more"
    )


def _memory() -> float:
    """Return the most memory this process has had, in MB; Linux tells it in KB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KB


def main() -> None:
    """Make a search unless one is kept, take it out, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applications", type=int, default=10_000)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    with folder(given.keep) as data:
        os.environ["ONWARD_DATA_DIR"] = str(data)
        os.environ["DJANGO_SETTINGS_MODULE"] = "onward.settings"
        import_module("onward.cli.ready").get_ready()
        fill(given.applications, given.messages)
        print(measure())


if __name__ == "__main__":
    main()
