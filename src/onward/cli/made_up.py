"""The made-up search: a data folder of its own, and a mailbox read into it once."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from platformdirs import user_data_path

from onward.domain.errors import OnwardError

FILL = (sys.executable, "-m", "onward", "demo", "--only-fill")


class DemoNotFilledError(OnwardError):
    """The made-up search could not be read. What went wrong is said above."""


def use_made_up_search() -> None:
    """Let this process and those it starts use the made-up search, filled if needed.

    To be called before anything reads the settings.
    """
    usual = os.environ.get("ONWARD_DATA_DIR") or user_data_path("onward")
    folder = Path(usual) / "demo"
    for each in (folder.parent, folder):
        each.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.environ["ONWARD_DATA_DIR"] = str(folder)
    os.environ["ONWARD_TODAY"] = _day_of(folder)
    # Its words are nobody's own: no key for them goes into the system's key ring.
    os.environ.setdefault("ONWARD_KEY_RING", "no")
    # What understands mail takes memory; so another process reads it, and ends.
    if subprocess.run(FILL, check=False).returncode:  # noqa: S603 - our own program
        raise DemoNotFilledError


def _day_of(folder: Path) -> str:
    """Return the day the search was made up for; on another its dates would be off."""
    kept = folder / "day"
    if not kept.exists():
        today = os.environ.get("ONWARD_TODAY") or f"{datetime.now().astimezone():%F}"
        kept.write_text(today, encoding="utf-8")
    return kept.read_text(encoding="utf-8").strip()


def fill() -> None:
    """Read the made-up mailbox as any other, and do what the person did besides.

    A second time there is nothing to do.
    """
    from onward.cli.ready import get_ready  # noqa: PLC0415 - brings all of Django

    get_ready()
    from django.conf import settings  # noqa: PLC0415 - after Django is ready

    from onward.background import clock  # noqa: PLC0415 - after Django is ready
    from onward.demo.deeds import carry_out  # noqa: PLC0415 - after Django is ready
    from onward.demo.mailbox import write_mailbox  # noqa: PLC0415 - only now
    from onward.journey.mail.importing import read_import  # noqa: PLC0415 - see above
    from onward.journey.mail.models import Import  # noqa: PLC0415 - see above
    from onward.journey.mail.services import give_mailbox  # noqa: PLC0415 - see above
    from onward.journey.people.models import Person  # noqa: PLC0415 - see above

    person = Person.objects.local()
    today = clock.today(person)
    reading = Import.objects.of(person).first()
    if reading is None:
        sys.stderr.write("Reading the made-up mail. This takes a moment, once.\n")
        path = write_mailbox(settings.DATA_DIR / "mailbox", today, "mbox")
        reading = give_mailbox(person=person, path=path, is_read_here=True)
    read_import(reading.pk)
    carry_out(person, today)
