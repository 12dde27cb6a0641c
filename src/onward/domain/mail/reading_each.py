"""Reads many messages so that none of them can stop the others."""

from collections.abc import Sequence

from onward.domain.mail.context import Context
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.reading import read_many
from onward.domain.mail.verdict import Reading


def read_each(
    many: Sequence[ParsedMail], context: Context, *, is_quick: bool = False
) -> list[Reading | None]:
    """Return the readings of many messages; None for one that breaks the reading."""
    try:
        return list(read_many(many, context, is_quick=is_quick))
    except Exception:  # noqa: BLE001 - one message must not stop a whole mailbox
        return [_alone(one, context, is_quick=is_quick) for one in many]


def _alone(parsed: ParsedMail, context: Context, *, is_quick: bool) -> Reading | None:
    try:
        return read_many([parsed], context, is_quick=is_quick)[0]
    except Exception:  # noqa: BLE001 - nobody foresaw it; the caller says so
        return None
