"""Puts two takes of one question side by side, with what changed, in sentences."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.domain.interview.answers.review import Band, PartName
from onward.domain.interview.answers.review import Side as Looked
from onward.domain.practice.comparing import Change, Facts, What, changes
from onward.journey.practice.lessons import learned_from
from onward.journey.practice.marks import marks_of
from onward.journey.practice.models import Take
from onward.journey.practice.words import question_of, words_of
from onward.web.shown.practice_question import walk_of
from onward.web.shown.practice_report import sound_url
from onward.web.shown.practice_transcript import Segment, transcript
from onward.web.shown.practice_words import (
    BANDS,
    PARTS,
    SIDES,
    clock_words,
    take_name,
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two takes: its name, its words and its sound."""

    name: str
    said: str
    segments: tuple[Segment, ...]
    sound_url: str
    url: str
    key: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Two takes of one question, and what changed from the first to the second."""

    walk: str
    title: str
    changed: tuple[str, ...]
    sides: tuple[Side, Side]


def comparison_of(first: Take, second: Take) -> Beside:
    """Return two takes side by side, the earlier one first."""
    if first.begun_at > second.begun_at:
        first, second = second, first
    found = changes(_facts(first), _facts(second))
    told = tuple(_in_words(change) for change in found)
    nothing = (_("Much the same both times, as far as can be counted."),)
    return Beside(
        walk=walk_of(second.asked.sitting),
        title=question_of(second),
        changed=told or nothing,
        sides=(_side(first), _side(second)),
    )


def _facts(take: Take) -> Facts:
    told = take.facts
    names = ("seconds", "wpm", "fillers_per_minute")
    return Facts(
        frozenset(told.get("parts", ())),
        told.get("specifics", 0),
        told.get("bands", {}),
        {name: told[name] for name in names if told.get(name) is not None},
        repeats=told.get("repeats", False),
    )


def _side(take: Take) -> Side:
    words = words_of(take)
    marks = marks_of(take, words, learned_from(take.person))
    review = words.review
    look = review.attempt.place if review and review.attempt else None
    seconds = words.heard.seconds if words.heard else 0
    count = _("%(count)s words") % {"count": len(words.text.split())}
    said = f"{clock_words(seconds)}, {count}" if seconds else count
    return Side(
        take_name(take.number),
        said,
        transcript(words, marks, look),
        sound_url(take),
        reverse("take", args=[take.key]),
        take.key,
    )


def _in_words(change: Change) -> str:
    if change.what in _PART_WORDS:
        return str(_PART_WORDS[change.what]) % {"part": PARTS[PartName(change.name)]}
    if change.what is What.BAND:
        return _("%(side)s: %(before)s at first, then %(after)s.") % {
            "side": SIDES[Looked(change.name)],
            "before": BANDS[Band(change.before)],
            "after": BANDS[Band(change.after)],
        }
    words = {"before": change.before, "after": change.after}
    if change.name == "seconds":
        words = {name: clock_words(float(told)) for name, told in words.items()}
    return str(_WORDS[change.what]) % words


_PART_WORDS = {
    What.PART_NEW: gettext_lazy("The %(part)s is there now."),
    What.PART_GONE: gettext_lazy("The %(part)s was there at first, and is not now."),
}
_WORDS = {
    What.SPECIFICS_MORE: gettext_lazy(
        "More numbers, names and days: %(after)s, where there were %(before)s."
    ),
    What.SPECIFICS_FEWER: gettext_lazy(
        "Fewer numbers, names and days: %(after)s, where there were %(before)s."
    ),
    What.LONGER: gettext_lazy("Longer: %(after)s, after %(before)s."),
    What.SHORTER: gettext_lazy("Shorter: %(after)s, after %(before)s."),
    What.FASTER: gettext_lazy("Quicker: %(after)s words a minute, after %(before)s."),
    What.SLOWER: gettext_lazy("Calmer: %(after)s words a minute, after %(before)s."),
    What.FILLERS_MORE: gettext_lazy(
        "More fillers: %(after)s a minute, after %(before)s. That is no harm by itself."
    ),
    What.FILLERS_FEWER: gettext_lazy(
        "Fewer fillers: %(after)s a minute, after %(before)s."
    ),
    What.SAME_WORDS: gettext_lazy(
        "Much of it is word for word the same. Told from bullets it sounds more alive."
    ),
}
