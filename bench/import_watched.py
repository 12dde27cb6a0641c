"""Looks at the list of applications again and again while a mailbox is read.

Used by `bench.import`: it asks the page in a process of its own, until its input ends,
and prints when the first application stood on it and how long the page took.
"""

import json
import select
import statistics
import sys
import time

from bench.pages import client_let_in

PAGE, PAUSE_SECONDS, MOST = "/applications/", 0.1, 2_000


def main() -> None:
    """Ask for the page until the input ends, or as often as is told."""
    from onward.cli.ready import get_ready  # noqa: PLC0415 - settings first

    get_ready()
    from onward.journey.applications.models import Application  # noqa: PLC0415

    times = int(sys.argv[1]) if len(sys.argv) > 1 else MOST
    client = client_let_in()
    client.get(PAGE)
    print("ready", flush=True)
    sys.stdin.readline()  # the import begins now
    began, first = time.monotonic(), 0.0
    took: list[float] = []
    while len(took) < times and not _is_over():
        asked = time.monotonic()
        answer = client.get(PAGE)
        took.append((time.monotonic() - asked) * 1000)
        if answer.status_code != 200:
            sys.exit(f"{PAGE} answered {answer.status_code}.")
        if not first and Application.objects.exists():
            client.get(PAGE)
            first = time.monotonic() - began
    told = {
        "first": first,
        "median": statistics.median(took),
        "p95": statistics.quantiles(took, n=20)[18] if len(took) > 1 else took[0],
        "asked": len(took),
    }
    print(json.dumps(told))


def _is_over() -> bool:
    """Wait a little; tell whether the input has ended meanwhile."""
    return bool(select.select([sys.stdin], [], [], PAUSE_SECONDS)[0])


if __name__ == "__main__":
    main()
