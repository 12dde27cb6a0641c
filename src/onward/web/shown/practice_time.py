"""Practice over time: what answers had in them, and how they felt."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from onward.background import clock
from onward.domain.interview.answers.review import PartName
from onward.domain.practice.rungs import Rung
from onward.domain.practice.usual import usual
from onward.journey.people.models import Person
from onward.journey.practice.queries import Practised, due_returns, over_time
from onward.web.shown.moments import number, short_day
from onward.web.shown.practice import Row
from onward.web.shown.practice_words import CONFIDENCE, PARTS, RUNGS, return_words

_LATEST = 12
_COMPARED = 5
_SHOWN_PARTS = (PartName.SITUATION, PartName.ACTION, PartName.RESULT, PartName.LEARNING)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to group practice by."""

    label: str
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer in the grid: what was in it, and how it felt."""

    day: str
    question: str
    url: str
    has: tuple[bool, ...]
    specifics: int
    felt: str


@dataclass(frozen=True, slots=True)
class Group:
    """All answers of one skill, rung or focus."""

    name: str
    count: str
    with_result: str
    last: str


@dataclass(frozen=True, slots=True)
class OverTime:
    """Practice over time."""

    sentence: str
    compared: str
    columns: tuple[str, ...]
    answers: tuple[Answer, ...]
    ways: tuple[Way, ...]
    groups: tuple[Group, ...]
    usual: tuple[str, ...]
    nerves: tuple[str, ...]
    due: tuple[Row, ...]


_BY: dict[str, tuple[object, Callable[[Practised], str]]] = {
    "competency": (gettext_lazy("Skill"), lambda one: one.competency),
    "rung": (gettext_lazy("Rung"), lambda one: str(RUNGS[Rung(one.rung)])),
    "focus": (gettext_lazy("Focus"), lambda one: one.focus),
}


def over_time_of(person: Person, by: str) -> OverTime:
    """Return practice over time, grouped as asked."""
    by = by if by in _BY else "competency"
    done = over_time(person)
    return OverTime(
        sentence=_sentence(person, done),
        compared=_compared(done),
        columns=tuple(str(capfirst(str(PARTS[part]))) for part in _SHOWN_PARTS),
        answers=tuple(_answer(person, one) for one in reversed(done[-_LATEST:])),
        ways=tuple(_way(name, by) for name in _BY),
        groups=_groups(person, done, by),
        usual=tuple(_usual(done)),
        nerves=tuple(_nerves(done)),
        due=tuple(_due(person)),
    )


def _sentence(person: Person, done: Sequence[Practised]) -> str:
    if not done:
        return _("Nothing yet. It begins with one question.")
    zone = clock.zone_of(person)
    days = len({one.ended_at.astimezone(zone).date() for one in done})
    answers = ngettext("%(n)s answer", "%(n)s answers", len(done)) % {
        "n": number(len(done))
    }
    on = ngettext("on %(n)s day", "on %(n)s days", days) % {"n": number(days)}
    return str(_("%(answers)s, %(on)s.") % {"answers": capfirst(answers), "on": on})


def _compared(done: Sequence[Practised]) -> str:
    """Return how many of the latest answers told a result, beside those before."""
    read = [one for one in done if one.bands]
    if len(read) < _COMPARED * 2:
        return ""
    latest, before = read[-_COMPARED:], read[-2 * _COMPARED : -_COMPARED]
    told = _("A result in %(now)s of the last five answers, and in %(then)s before.")
    counts = [sum("result" in _parts(one) for one in some) for some in (latest, before)]
    return told % {"now": number(counts[0]), "then": number(counts[1])}


def _parts(one: Practised) -> set[str]:
    return set(one.take.facts.get("parts", ()))


def _answer(person: Person, one: Practised) -> Answer:
    parts = _parts(one)
    return Answer(
        day=_day(person, one),
        question=one.take.asked.text,
        url=reverse("take", args=[one.take.key]),
        has=tuple(part.value in parts for part in _SHOWN_PARTS),
        specifics=one.take.facts.get("specifics", 0),
        felt=str(CONFIDENCE.get(one.confidence or 0, "")),
    )


def _day(person: Person, one: Practised) -> str:
    day = one.ended_at.astimezone(clock.zone_of(person)).date()
    return short_day(day, clock.today(person))


def _way(name: str, chosen: str) -> Way:
    url = f"{reverse('practice-over-time')}?by={name}#groups"
    return Way(str(_BY[name][0]), url, name == chosen)


def _groups(person: Person, done: Sequence[Practised], by: str) -> tuple[Group, ...]:
    groups: dict[str, list[Practised]] = defaultdict(list)
    for one in done:
        if name := _BY[by][1](one):
            groups[name].append(one)
    ordered = sorted(groups.items(), key=lambda each: -len(each[1]))
    return tuple(_group(person, name, some) for name, some in ordered)


def _group(person: Person, name: str, some: Sequence[Practised]) -> Group:
    results = sum("result" in _parts(one) for one in some)
    count = ngettext("%(n)s answer", "%(n)s answers", len(some))
    return Group(
        name,
        count % {"n": number(len(some))},
        _("a result in %(n)s") % {"n": number(results) if results else _("none")},
        _day(person, some[-1]),
    )


def _usual(done: Sequence[Practised]) -> list[str]:
    found = []
    for name, told in _USUAL_WORDS.items():
        own = usual([one.measures[name] for one in done if name in one.measures])
        if own is not None:
            words = {"middle": round(own.middle), "low": round(own.low)}
            found.append(str(told) % {**words, "high": round(own.high)})
    return found


_USUAL_WORDS = {
    "wpm": gettext_lazy("%(middle)s words a minute, between %(low)s and %(high)s."),
    "seconds": gettext_lazy(
        "%(middle)s seconds of talk, between %(low)s and %(high)s."
    ),
    "fillers_per_minute": gettext_lazy(
        "About %(middle)s fillers a minute, between %(low)s and %(high)s."
    ),
}


def _nerves(done: Sequence[Practised]) -> list[str]:
    """Return nerves before and after, a line for each sitting that was rated."""
    found: dict[int, str] = {}
    for one in done:
        before, after = one.nerves_before, one.nerves_after
        if before is not None and after is not None:
            told = _("%(before)s before, %(after)s after")
            found[one.take.asked.sitting_id] = told % {"before": before, "after": after}
    return list(found.values())[-_LATEST:]


def _due(person: Person) -> list[Row]:
    today = clock.today(person)
    return [
        Row(
            due.asked.text,
            return_words(due.on, today),
            f"{reverse('practice')}?question={due.asked.key}#begin",
        )
        for due in due_returns(person, clock.now())
    ]
