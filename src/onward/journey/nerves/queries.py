"""Questions about nerves: what helps, what was kept, and which interview is close."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from onward.domain.nerves.ladder import Rung
from onward.domain.nerves.techniques import Technique
from onward.domain.statistics.paired import Helped, Paired, paired
from onward.domain.today.steps import CLOSE
from onward.journey.applications.models import Application, Round
from onward.journey.nerves.models import LetterToSelf, OwnLine, OwnRung, Use
from onward.journey.people.models import Person
from onward.journey.people.sealing import unseal

# A talk that began within the hour may still be the one somebody is nervous about.
_BEGUN = timedelta(hours=1)
_CHOICE_BEFORE, _CHOICE_AHEAD = timedelta(days=7), timedelta(days=60)
_MOST_CHOICES = 20
_SETTLED_FIRST = {
    Helped.LOWER: 0,
    Helped.UNCLEAR: 1,
    Helped.TOO_EARLY: 2,
    Helped.HIGHER: 3,
}


@dataclass(frozen=True, slots=True)
class Help:
    """What the person's own ratings say of one technique."""

    technique: Technique
    uses: int
    told: Paired


def helps(person: Person) -> tuple[Help, ...]:
    """Return what each technique they used did, by their ratings, clearest first."""
    pairs: dict[str, list[tuple[int, int]]] = defaultdict(list)
    uses: dict[str, int] = defaultdict(int)
    rows = Use.objects.of(person).order_by("begun_at", "pk")
    for technique, before, after in rows.values_list("technique", "before", "after"):
        uses[technique] += 1
        if before is not None and after is not None:
            pairs[technique].append((before, after))
    found = [
        Help(one, uses[one], paired(pairs[one])) for one in Technique if one in uses
    ]
    return tuple(sorted(found, key=_clearest_first))


def rated_uses(person: Person, technique: Technique) -> QuerySet[Use]:
    """Return the uses of a technique that were rated before and after, latest first."""
    mine = Use.objects.of(person).filter(technique=technique)
    return mine.exclude(before=None).exclude(after=None).order_by("-begun_at", "-pk")


def _clearest_first(one: Help) -> tuple[int, float]:
    return _SETTLED_FIRST[one.told.helped], one.told.change


def last_use(person: Person, technique: Technique) -> Use | None:
    """Return when a technique was last used, or None before the first time."""
    mine = Use.objects.of(person).filter(technique=technique)
    return mine.order_by("-begun_at", "-pk").first()


def lines_of(person: Person, technique: Technique) -> QuerySet[OwnLine]:
    """Return the person's own lines for a technique, oldest first."""
    return OwnLine.objects.of(person).filter(technique=technique).order_by("pk")


def rung_of(person: Person) -> Rung | None:
    """Return the rung the person is on, or None before they chose one."""
    found = OwnRung.objects.of(person).first()
    return Rung(found.rung) if found else None


def letter_for(person: Person, application: Application | None = None) -> str:
    """Return the letter to oneself for an application, or else the one for any.

    Empty if there is none; raises SealedAwayError while private words are locked.
    """
    return letter_kept(person, application) or letter_kept(person, None)


def letter_kept(person: Person, application: Application | None) -> str:
    """Return the letter for just this application, or just the one for any."""
    found = _own_letter(person, application)
    return unseal(person, bytes(found.sealed)).decode() if found else ""


def letters_of(person: Person) -> QuerySet[LetterToSelf]:
    """Return which letters there are, without opening any."""
    kept = LetterToSelf.objects.of(person).defer("sealed")
    return kept.select_related("application__employer__merged_into").order_by("pk")


def _own_letter(person: Person, application: Application | None) -> LetterToSelf | None:
    mine = LetterToSelf.objects.of(person)
    if application is None:
        return mine.filter(application=None).first()
    kept = mine.filter(application__in=application.with_merged)
    return kept.order_by("-written_at", "-pk").first()


def close_round(person: Person, now: datetime) -> Round | None:
    """Return the interview of today or tomorrow that comes first, if there is one."""
    mine = _open_rounds(person).filter(
        starts_at__range=(now - _BEGUN, now + CLOSE), application__ending=""
    )
    return mine.order_by("starts_at", "pk").first()


def rounds_to_choose(person: Person, now: datetime) -> QuerySet[Round]:
    """Return interviews that a use may have been for, the next ones first."""
    around = (now - _CHOICE_BEFORE, now + _CHOICE_AHEAD)
    mine = _open_rounds(person).filter(starts_at__range=around)
    return mine.order_by("-starts_at", "-pk")[:_MOST_CHOICES]


def _open_rounds(person: Person) -> QuerySet[Round]:
    """Read rounds with whom they are at, in few queries."""
    mine = Round.objects.of(person).filter(Q(application__archived_at=None))
    return mine.select_related(
        "event", "application__employer__merged_into", "application__merged_into"
    )
