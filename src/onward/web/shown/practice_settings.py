"""What is needed to hear words, and what the person taught for their next takes."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from onward import wiring
from onward.domain.practice.learned import Lesson, Teaches
from onward.journey.people.models import Person
from onward.journey.practice.fetching import fetching
from onward.journey.practice.lessons import lessons_of

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


@dataclass(frozen=True, slots=True)
class Taught:
    """One thing that holds for the next takes, in a sentence, and how it is let go."""

    said: str
    from_what: str
    teaches: str
    text: str


def taught_by(person: Person) -> tuple[Taught, ...]:
    """Return what a person's corrections taught, in sentences."""
    return tuple(_taught(lesson) for lesson in lessons_of(person))


def _taught(lesson: Lesson) -> Taught:
    as_said = lesson.corrections[-1].text.strip(" .,?!")
    told = {"word": as_said, "seconds": f"{lesson.seconds:.1f}"}
    from_what = _("From %(count)s of your own marks.")
    return Taught(
        said=str(_TAUGHT[lesson.teaches]) % told,
        from_what=from_what % {"count": len(lesson.corrections)},
        teaches=lesson.teaches.value,
        text=lesson.text,
    )


_TAUGHT = {
    Teaches.OWN_FILLER: _lazy("“%(word)s” counts as a filler."),
    Teaches.NO_FILLER: _lazy("“%(word)s” is no filler of yours."),
    Teaches.ONLY_SURE: _lazy("Fillers we are not sure of are left out."),
    Teaches.LONGER_PAUSES: _lazy("A pause up to %(seconds)s seconds is not long."),
    Teaches.NO_SLIP: _lazy("“%(word)s” stays without a mark."),
}


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
