"""Makes sittings, takes and words heard, for tests of practice."""

from typing import Any

from onward.domain.practice.rungs import Rung
from onward.domain.speech.heard import Filler, Heard, Stretch, Word
from onward.journey.practice.choosing import Wanted
from onward.journey.practice.hearing import keep_heard
from onward.journey.practice.models import Asked, Sitting, Take
from onward.journey.practice.sittings import Manner, begin_sitting
from onward.journey.practice.takes import begin_take, end_take
from tests.builders import person

SHOP = (
    "At the hospice shop the Saturday figures never matched the till and nobody knew "
    "why. So I made a sheet where I wrote each refund as it happened, and I showed six "
    "volunteers how to use it. The difference fell from 40 pounds a week to 2 pounds."
)
NO_RESULT = (
    "At the hospice shop the Saturday figures never matched the till and nobody knew "
    "why. So I made a sheet for each refund and I showed the volunteers how to use it."
)
# One certain question, for what a take is read beside must not be left to chance.
STORY = "working-together-help-unasked"
QUARTER = b"\x10\x00" * 4_000


def sitting(rung: Rung = Rung.WRITE, count: int = 1, **wanted: Any) -> Sitting:
    """Begin a sitting on a rung; one question unless told, and always the same."""
    usual = {"about": Sitting.About.AGAIN, "key": STORY}
    told = Wanted(count=count, **(wanted or usual))
    return begin_sitting(person=person(), wanted=told, manner=Manner(rung=rung))


def asked(rung: Rung = Rung.WRITE, **wanted: Any) -> Asked:
    """Return the first question of a new sitting."""
    return sitting(rung, **wanted).questions.get(number=1)


def typed(text: str, of: Asked | None = None) -> Take:
    """Return a take that was typed and looked at."""
    take = end_take(take=begin_take(asked=of or asked()), text=text)
    return keep_heard(take=take, heard=None)


def heard(text: str, *, fillers: tuple[Filler, ...] = (), each: float = 0.4) -> Heard:
    """Return words as they would be heard, one every `each` seconds."""
    words = tuple(
        Word(word, n * each, (n + 0.8) * each) for n, word in enumerate(text.split())
    )
    end = len(words) * each
    return Heard(end, "en", words, fillers, (Stretch(0.0, end),))


def spoken(said: Heard, of: Asked | None = None) -> Take:
    """Return a take that was spoken and heard."""
    take = begin_take(asked=of or asked(Rung.RECORD))
    take.way = Take.Way.SPOKEN
    take.ended_at = take.begun_at
    take.save()
    return keep_heard(take=take, heard=said)
