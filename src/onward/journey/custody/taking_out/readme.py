"""The page of plain words that lies on top of what was taken out."""

from collections.abc import Iterable
from datetime import datetime
from textwrap import wrap

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.journey.custody.taking_out.archive import SUMS

NAME = "README.txt"
_WIDTH = 78


def readme(
    files: Iterable[tuple[str, str]], made_at: datetime, left: Iterable[str]
) -> bytes:
    """Return what is here, what is not, and what it is good for."""
    day = date_format(made_at, "j F Y, H:i")
    parts = [
        _("Your things from Onward, %(day)s") % {"day": day},
        _(
            "Nothing in here is locked. Who has this file can read it, so keep it "
            "where you keep other things that matter."
        ),
        _("What is in here:"),
        "\n".join(f"- {name}: {said}" for name, said in files),
        _("What is not in here:"),
        "\n".join(f"- {one}" for one in left),
        _(
            "It is for reading and for taking elsewhere. Onward cannot be filled from "
            "it; only the mail can be given to another Onward. To move Onward itself, "
            "close it and copy its whole folder. Settings shows where that is."
        ),
        _(
            "%(sums)s holds a checksum of each file. Where sha256sum is installed, "
            "sha256sum -c %(sums)s tells whether all of them are as they were."
        )
        % {"sums": SUMS},
    ]
    return ("\n\n".join(map(_wrapped, parts)) + "\n").encode()


def _wrapped(part: str) -> str:
    lines = (
        wrap(line, _WIDTH, subsequent_indent="  " if line.startswith("- ") else "")
        or [""]
        for line in part.split("\n")
    )
    return "\n".join(line for some in lines for line in some)
