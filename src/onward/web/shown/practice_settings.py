"""What is needed to hear words, whether it is there, and what it would take."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from onward import wiring
from onward.journey.practice.fetching import fetching

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Speech:
    """Whether words and voices are there, with what is missing in a sentence each.

    `fetch` is what one would say yes to, empty where nothing can be fetched.
    """

    words: str
    voice: str
    fetch: str
    is_fetching: bool
    said: str


def speech_of() -> Speech:
    """Return what is missing, empty where nothing is."""
    words = wiring.transcriber().missing
    return Speech(
        words=words,
        voice=wiring.voice().missing,
        fetch=_fetch() if words else "",
        is_fetching=fetching.is_under_way,
        said=fetching.said,
    )


def _fetch() -> str:
    model = wiring.speech_model()
    if model.is_there or not model.may_be_fetched:
        return ""
    size = round(model.size_bytes / _MEGABYTE)
    return _("Yes, fetch it once (%(size)s MB)") % {"size": size}
