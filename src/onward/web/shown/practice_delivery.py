"""How an answer was said, in sentences: beside one's own usual, and with few remarks.

What is usual in talks is shown on request alone; a remark is made only far outside it.
The values and where they are from stand in docs/understand/how-an-answer-is-read.md.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.practice.usual import Beside, beside
from onward.domain.speech.spoken import Fault, Spoken
from onward.journey.practice.marks import Marks, fillers_per_minute
from onward.journey.practice.models import Take
from onward.journey.practice.queries import own_usual
from onward.web.shown.moments import first_number, number
from onward.web.shown.practice_words import at_words, clock_words

# Words a minute: talk in the United States runs at about 150, talks on a stage at 163.
USUAL_PACE, REMARKED_PACE = (130, 175), (110, 195)
# About five fillers a minute is usual (Zandan 2018); never aim at none.
USUAL_FILLERS, REMARKED_FILLERS = 5, 8
# Career sites agree on a minute or two; no study does.
USUAL_SECONDS, REMARKED_SECONDS = (60, 120), (30, 180)
_NAMED = 2
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Delivery:
    """How it was said: sentences, remarks, and what is usual elsewhere."""

    lines: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()


def delivery_of(take: Take, spoken: Spoken, marks: Marks) -> Delivery:
    """Return how an answer was said."""
    return Delivery(
        tuple(line for line in _lines(take, spoken, marks) if line),
        tuple(_remarks(spoken, marks)),
        tuple(_norms()),
    )


def _lines(take: Take, spoken: Spoken, marks: Marks) -> Iterator[str]:
    if spoken.words_per_minute is not None:
        yield _pace(take, spoken.words_per_minute)
        yield _fillers(marks)
    yield _pauses(spoken, marks)


def _pace(take: Take, pace: float) -> str:
    told = _("%(count)s words a minute") % {"count": round(pace)}
    own = own_usual(take.person, "wpm", take)
    if own is None:
        return f"{told}."
    words = {
        Beside.SAME: _("your usual"),
        Beside.ABOVE: _("faster than your usual %(usual)s"),
        Beside.BELOW: _("slower than your usual %(usual)s"),
    }
    return f"{told}, {words[beside(pace, own)] % {'usual': round(own.middle)}}."


def _fillers(marks: Marks) -> str:
    count = len(marks.fillers)
    if not count:
        return _("No fillers that we could hear.")
    told = ngettext("About %(count)s filler", "About %(count)s fillers", count)
    words = told % {"count": number(count)}
    unsure = sum(not one.sure for one in marks.fillers)
    if not unsure:
        return f"{words}."
    more = ngettext("%(count)s of them unclear", "%(count)s of them unclear", unsure)
    return f"{words}, {more % {'count': number(unsure)}}."


def _pauses(spoken: Spoken, marks: Marks) -> str:
    waited = spoken.latency_seconds or 0.0
    before = ""
    if waited >= 1:
        told = _("You waited %(seconds)s s before you began: fine.")
        before = told % {"seconds": f"{waited:.1f}"}
    if not spoken.speech:
        return ""
    if not marks.pauses:
        return f"{_('No long pause inside a sentence.')} {before}".strip()
    places = ", ".join(at_words(one.start) for one in marks.pauses[:3])
    count = len(marks.pauses)
    told = ngettext("%(count)s long pause", "%(count)s long pauses", count)
    words = told % {"count": first_number(count)}
    return f"{words}, {_('at %(places)s') % {'places': places}}. {before}".strip()


def _remarks(spoken: Spoken, marks: Marks) -> Iterator[str]:
    pace = spoken.words_per_minute
    if pace is not None and pace > REMARKED_PACE[1]:
        yield _("That is quick. A short stop after each point lets it arrive.")
    if pace is not None and pace < REMARKED_PACE[0]:
        yield _("That is slow for a talk. It may be just how you think; both are fine.")
    per_minute = fillers_per_minute(marks, spoken) or 0
    if per_minute >= REMARKED_FILLERS and len(marks.fillers) > _SEVERAL:
        yield _named(marks)
    if spoken.words and spoken.speech_seconds < REMARKED_SECONDS[0]:
        yield _("It was short. There is room for what you did and what came of it.")
    if spoken.speech_seconds > REMARKED_SECONDS[1]:
        length = clock_words(spoken.speech_seconds)
        yield _("It took %(length)s. Most listeners want the point sooner.") % {
            "length": length
        }
    yield from (str(_FAULTS[fault]()) for fault in spoken.faults)


def _named(marks: Marks) -> str:
    """Name the two commonest fillers, and where they cluster first."""
    counts = Counter(one.text.casefold() for one in marks.fillers)
    names = _(" and ").join(f"“{word}”" for word, _n in counts.most_common(_NAMED))
    told = _("Mostly %(words)s, from %(place)s on. They go with planning what to say.")
    return told % {"words": names, "place": at_words(marks.fillers[0].start)}


def _norms() -> Iterator[str]:
    low, high = USUAL_PACE
    yield _("Talks run at %(low)s to %(high)s words a minute.") % {
        "low": low,
        "high": high,
    }
    yield _("About %(count)s fillers a minute are usual.") % {"count": USUAL_FILLERS}
    yield _("Career advisers like one to two minutes; no study says so.")


_FAULTS = {
    Fault.CLIPPING: lambda: _(
        "The sound was cut off at its loudest. Sit further away."
    ),
    Fault.TOO_QUIET: lambda: _(
        "The sound was very soft. Come closer to the microphone."
    ),
    Fault.FADING: lambda: _("Your voice got softer towards the end of the answer."),
}
