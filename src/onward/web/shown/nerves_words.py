"""The words of the nerves toolkit that depend on what is known."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from onward.domain.nerves.ladder import Rung
from onward.domain.nerves.pace import USUAL_LENGTH, Way
from onward.domain.statistics.paired import FEWEST_PAIRS, Helped, Paired
from onward.journey.nerves.queries import Help

RUNGS = {
    Rung.WRITE: (
        gettext_lazy("Write it down"),
        gettext_lazy("A few words for each question. Nobody hears it."),
    ),
    Rung.ALONE: (
        gettext_lazy("Say it alone"),
        gettext_lazy("Aloud, in a room by yourself or on a walk."),
    ),
    Rung.RECORD: (
        gettext_lazy("Record it"),
        gettext_lazy("Your own voice, and one thing to keep."),
    ),
    Rung.FRIEND: (
        gettext_lazy("Say it to a friend"),
        gettext_lazy("Somebody kind, who asks one question back."),
    ),
    Rung.COACH: (
        gettext_lazy("Say it to an adviser"),
        gettext_lazy("Somebody who does this for a living, or a stranger."),
    ),
    Rung.PANEL: (
        gettext_lazy("Say it to a panel"),
        gettext_lazy("Two or three people at once, as on the day."),
    ),
}
WAYS = {
    Way.CIRCLE: (gettext_lazy("A circle"), gettext_lazy("It grows and shrinks.")),
    Way.WORDS: (
        gettext_lazy("Words and steps"),
        gettext_lazy("A count, and nothing that glides."),
    ),
    Way.SOUND: (
        gettext_lazy("Sound alone"),
        gettext_lazy("A soft tone that rises and falls. Close your eyes."),
    ),
}


def takes(minutes: int) -> str:
    """Return how long something takes."""
    return ngettext(
        "About %(minutes)s minute", "About %(minutes)s minutes", minutes
    ) % {"minutes": minutes}


def length_words(minutes: int) -> str:
    """Return a length to choose; of a short one, what is known of it."""
    words = ngettext("%(minutes)s minute", "%(minutes)s minutes", minutes)
    told = words % {"minutes": minutes}
    if minutes < USUAL_LENGTH:
        return _("%(length)s, if that is all there is") % {"length": told}
    return told


def used_words(uses: int) -> str:
    """Return how often something was used, empty for never."""
    if not uses:
        return ""
    words = ngettext("Used once", "Used %(count)s times", uses)
    return words % {"count": uses}


def sentence_of(told: Paired) -> str:
    """Return what the ratings of one technique say, in one sentence."""
    return _SENTENCES[told.helped](told)


def _too_early(told: Paired) -> str:
    if not told.pairs:
        return _("Not rated before and after yet.")
    return ngettext(
        "Too early to tell: rated once so far, and it takes %(fewest)s.",
        "Too early to tell: rated %(count)s times so far, and it takes %(fewest)s.",
        told.pairs,
    ) % {"count": told.pairs, "fewest": FEWEST_PAIRS}


def _lower(told: Paired) -> str:
    return _(
        "You were calmer after it: %(change)s points lower on average, most likely "
        "between %(low)s and %(high)s."
    ) % _numbers(-told.change, -told.high, -told.low)


def _higher(told: Paired) -> str:
    return _(
        "You were more nervous after it: %(change)s points on average, most likely "
        "between %(low)s and %(high)s. It may not be for you, or the talk was closer."
    ) % _numbers(told.change, told.low, told.high)


def _unclear(told: Paired) -> str:
    return _(
        "No clear difference so far: most likely between %(low)s and %(high)s."
    ) % {"low": _signed(told.low), "high": _signed(told.high)}


def _signed(points: float) -> str:
    words = _("%(points)s lower") if points < 0 else _("%(points)s higher")
    return words % {"points": f"{abs(points):.1f}"}


def _numbers(change: float, low: float, high: float) -> dict[str, str]:
    named = {"change": change, "low": low, "high": high}
    return {name: f"{points:.1f}" for name, points in named.items()}


_SENTENCES = {
    Helped.TOO_EARLY: _too_early,
    Helped.LOWER: _lower,
    Helped.UNCLEAR: _unclear,
    Helped.HIGHER: _higher,
}


def helps_sentence(found: tuple[Help, ...], titles: dict[str, str]) -> str:
    """Return the one sentence above what helps."""
    if not found:
        return _(
            "Rate how you are before and after, a few times. Then it says here which "
            "ones go with calmer nerves for you."
        )
    first = found[0]
    if first.told.helped is Helped.LOWER:
        return _("So far, “%(title)s” goes with calmer nerves for you.") % {
            "title": titles[first.technique]
        }
    if any(one.told.helped is not Helped.TOO_EARLY for one in found):
        return _("So far, no technique clearly goes with calmer nerves for you.")
    return _("Too early to tell what helps you.")
