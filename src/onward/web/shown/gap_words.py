"""What can honestly be said of a quiet stretch."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from onward.domain.applications.gaps import Gap, share_of_shorter
from onward.domain.applications.state import USUAL_WAIT_DAYS

_HALF, _NEARLY_ALL = 0.5, 0.9


def gap_words(gap: Gap, own_waits: Sequence[float]) -> str:
    """Return words for a gap, with numbers from the person's own history if it has any.

    Only the wait for a first answer is compared: of others nobody knows what is usual.
    """
    if not gap.is_first_wait:
        return _("Quiet so far.") if gap.is_open else _("Quiet.")
    share = share_of_shorter(gap.days, own_waits)
    return _by_general(gap.days) if share is None else _by_own(share)


def _by_own(share: float) -> str:
    if share >= _NEARLY_ALL:
        return _("Quiet. Longer than nearly all answers to you took.")
    if share >= _HALF:
        return _("Quiet. Longer than half of the answers to you took; not unusual.")
    return _("Quiet. Answers to you often took this long.")


def _by_general(days: int) -> str:
    least, most = USUAL_WAIT_DAYS
    if days <= most:
        return _(
            "Quiet. Answers usually take %(least)s to %(most)s days, by kind of work."
        ) % {"least": least, "most": most}
    return _("Quiet. Longer than answers usually take; many never come.")
