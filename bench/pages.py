"""How long pages take with 10,000 applications and 100,000 messages.

    python -m bench.pages [--applications N] [--messages N] [--keep FOLDER] [--markdown]

Asks each page in this process, template and middleware included, and counts its
queries. With --keep the made-up search stays in a folder and is used again.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

MOST_QUERIES, MOST_MS = 20, 150
# These count over everything there is.
MOST_QUERIES_OVER_ALL, MOST_MS_OVER_ALL = 25, 400
OVER_ALL = ("Insights", "The odds", "What a number counts")
WARM, TIMES = 3, 25


@contextmanager
def folder(kept: Path | None) -> Iterator[Path]:
    """Lend a folder for the data: the one to be kept, or one that goes again."""
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept
    else:
        with tempfile.TemporaryDirectory(prefix="onward-bench-") as made:
            yield Path(made)


def fill(applications: int, messages: int) -> None:
    """Make the search, unless the folder holds one already."""
    models = import_module("onward.journey.applications.models")
    if models.Application.objects.exists():
        return
    began = time.perf_counter()
    import_module("bench.pages_made_up").MadeUp(applications, messages).make()
    print(f"Made in {time.perf_counter() - began:.0f} s.", file=sys.stderr)


def addresses() -> dict[str, str]:
    """Return the pages to ask for, by what they are called in the table."""
    models = import_module("onward.journey.applications.models")
    fullest = models.Event.objects.order_by("-application__interviews").first()
    pk = fullest.application_id
    employer = fullest.application.employer_id
    return {
        "Today": "/",
        "Applications": "/applications/",
        "Applications, page 100": "/applications/?page=100",
        "Applications by employer": "/applications/?sort=employer",
        "Applications by stage, quiet": "/applications/?sort=stage&standing=quiet",
        "Applications, a rare word": "/applications/?q=marmalade",
        "Applications, a common one": "/applications/?q=an",
        "Board": "/applications/board/",
        "One application": f"/applications/{pk}/",
        "Merge": f"/applications/{pk}/merge/",
        "Employer": f"/applications/employers/{employer}/",
        "Mail": "/mail/",
        "Mail, a rare word": "/mail/?q=marmalade",
        "Mail, a common one": "/mail/?q=an",
        "What was done": "/history/",
        "Insights": "/insights/",
        "Insights, one kind of role": "/insights/?kind=nurse&channel=board",
        "What a number counts": "/insights/counted/first-interview/",
        "The odds": "/insights/odds/",
    }


@dataclass(frozen=True, slots=True)
class Row:
    """What one page took: milliseconds by the clock and of the processor, queries."""

    name: str
    median: float
    p95: float
    processor: float
    queries: int

    @property
    def is_over(self) -> bool:
        """Whether it took more than a page may."""
        if self.name.startswith(OVER_ALL):
            most, queries = MOST_MS_OVER_ALL, MOST_QUERIES_OVER_ALL
        else:
            most, queries = MOST_MS, MOST_QUERIES
        return self.median > most or self.queries > queries


def measure(client: Any, name: str, url: str) -> Row:
    """Ask for a page often enough to say how long it takes."""
    from django.db import connection  # noqa: PLC0415 - once the settings are known
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - so here

    for _ in range(WARM):
        response = client.get(url)
        if response.status_code != 200:
            sys.exit(f"{url} answered {response.status_code}.")
    with CaptureQueriesContext(connection) as asked:
        client.get(url)
    queries = len(asked)  # the next request forgets them
    took, worked = [], []
    for _ in range(TIMES):
        began, busy = time.perf_counter(), time.process_time()
        client.get(url)
        took.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - busy) * 1000)
    p95 = statistics.quantiles(took, n=20)[18]
    median, processor = statistics.median(took), statistics.median(worked)
    return Row(name, median, p95, processor, queries)


def client_let_in() -> Any:
    """Return a client with the pass that the person's own browser has."""
    from django.conf import settings  # noqa: PLC0415 - once the settings are known
    from django.test import Client  # noqa: PLC0415 - so here

    door = import_module("onward.web.passes").door()
    client = Client(headers={"host": "127.0.0.1:80"})
    client.cookies["onward_pass_80"] = door.exchange(settings.START_TOKEN) or ""
    return client


def report(rows: list[Row], *, markdown: bool) -> None:
    """Print the table, as text or as Markdown."""
    if markdown:
        print("| page | median ms | p95 ms | of them processor | queries |")
        print("| --- | ---: | ---: | ---: | ---: |")
    for row in rows:
        name = f"{row.name} (over)" if row.is_over else row.name
        numbers = f"{row.median:.0f}", f"{row.p95:.0f}", f"{row.processor:.0f}"
        if markdown:
            print(f"| {name} | {' | '.join(numbers)} | {row.queries} |")
        else:
            print(f"{name:<36}", *(f"{n:>6} ms" for n in numbers), f"{row.queries:>4}")


def main() -> None:
    """Make, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applications", type=int, default=10_000)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--markdown", action="store_true")
    given = parser.parse_args()
    with folder(given.keep) as data:
        os.environ["ONWARD_DATA_DIR"] = str(data)
        os.environ["DJANGO_SETTINGS_MODULE"] = "onward.settings"
        import_module("onward.cli.ready").get_ready()
        fill(given.applications, given.messages)
        client = client_let_in()
        rows = [measure(client, *page) for page in addresses().items()]
        report(rows, markdown=given.markdown)


if __name__ == "__main__":
    main()
