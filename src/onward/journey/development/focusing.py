"""Taking one thing up, letting it wait, and what the plan for it says."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.errors import OnwardError
from onward.domain.feedback.themes import theme_of
from onward.domain.nerves.ladder import Rung
from onward.journey.development.models import Focus, Heard, Placing, WeekTime
from onward.journey.development.points import theme_of_note
from onward.journey.development.practising import space_drills
from onward.journey.development.queries import current_focus
from onward.journey.feedback.models import FeedbackNote
from onward.journey.history.services import CannotUndoError, record_change, undoer
from onward.journey.nerves.queries import rung_of
from onward.journey.people.models import Person

State = Focus.State


class WeekIsFullError(OnwardError):
    """Five times a week is plenty. Take one out before you add another."""


_MOST_TIMES = 5
_DRILLED = frozenset({"rung", "times"})


@dataclass(frozen=True, slots=True)
class Begun:
    """What a focus begins with; all may be empty."""

    theme: str = ""
    competency: str = ""
    thing: str = ""
    note: FeedbackNote | None = None


@transaction.atomic
def begin_focus(*, person: Person, begun: Begun) -> Focus:
    """Take one thing up; what was worked on before goes to the shelf."""
    _put_current_away(person)
    focus = Focus.objects.create(
        person=person,
        theme=begun.theme[:60],
        competency=begun.competency[:60],
        thing=begun.thing[:200],
        note=begun.note,
        rung=rung_of(person) or Rung.ALONE,
        begun_at=clock.now(),
    )
    _keep(focus, _("Took up a focus"), "development.begun", focus=focus.pk)
    return focus


def focus_from_note(*, note: FeedbackNote) -> Focus:
    """Take up what a point of feedback is about; the same point makes one focus."""
    known = note.focuses.exclude(state=State.RETIRED).first()
    if known is not None:
        return take_up(focus=known) if known.state == State.SHELF else known
    begun = Begun(theme=theme_of_note(note), competency=note.competency, note=note)
    return begin_focus(person=note.person, begun=begun)


@transaction.atomic
def take_up(*, focus: Focus) -> Focus:
    """Work on what was waiting; what was worked on before waits instead."""
    before = _put_current_away(focus.person, leaving=focus)
    focus.state, focus.ended_at = State.NOW, None
    focus.save(update_fields=["state", "ended_at"])
    space_drills(focus=focus)
    _keep(
        focus,
        _("Took up again: %(what)s") % {"what": name_of(focus)},
        "development.swapped",
        focus=focus.pk,
        before=before,
    )
    return focus


@transaction.atomic
def put_on_shelf(*, focus: Focus) -> Focus:
    """Let a focus wait; nothing asks about it meanwhile."""
    _set(focus, State.SHELF)
    text = _("Put on the shelf: %(what)s") % {"what": name_of(focus)}
    _keep(focus, text, "development.swapped", before=focus.pk)
    return focus


@transaction.atomic
def retire(*, focus: Focus) -> Focus:
    """Be done with a focus; it stays among what was worked on."""
    _set(focus, State.RETIRED)
    text = _("Done with: %(what)s") % {"what": name_of(focus)}
    _keep(focus, text, "development.swapped", before=focus.pk)
    return focus


@transaction.atomic
def keep_plan(*, focus: Focus, **told: Any) -> Focus:
    """Keep what the person says of the plan; practices follow what concerns them."""
    changed = {
        name: value for name, value in told.items() if _is_new(focus, name, value)
    }
    for name, value in changed.items():
        setattr(focus, name, value)
    if changed:
        focus.save(update_fields=list(changed))
    if _DRILLED & changed.keys() or not focus.drills.exists():
        space_drills(focus=focus, anew=bool(_DRILLED & changed.keys()))
    return focus


def _is_new(focus: Focus, name: str, value: Any) -> bool:
    return bool(getattr(focus, name) != value)


@transaction.atomic
def add_time(*, focus: Focus, **told: Any) -> WeekTime:
    """Set a time of the week aside for the focus."""
    if focus.week.count() >= _MOST_TIMES:
        raise WeekIsFullError
    return WeekTime.objects.create(person_id=focus.person_id, focus=focus, **told)


@transaction.atomic
def drop_time(*, focus: Focus, number: int) -> None:
    """Take a time out of the week; it can be had back."""
    found = focus.week.filter(pk=number).first()
    if found is None:
        return
    told = {
        "weekday": found.weekday,
        "at": f"{found.at:%H:%M}",
        "minutes": found.minutes,
        "where": found.where,
    }
    found.delete()
    _keep(
        focus,
        _("Took a time out of the week"),
        "development.time",
        focus=focus.pk,
        **told,
    )


@transaction.atomic
def hear(*, person: Person, text: str, leaning: str, said_by: str = "") -> Heard:
    """Keep what an adviser said, in the person's words."""
    heard = Heard.objects.create(
        person=person,
        text=text.strip(),
        said_by=said_by.strip(),
        leaning=leaning,
        theme=theme_of(text),
        heard_on=clock.today(person),
    )
    record_change(
        person=person,
        text=_("Wrote down what somebody said"),
        undoer="development.heard",
        arguments={"heard": heard.pk},
        of_what="plan",
    )
    return heard


@transaction.atomic
def place_point(*, person: Person, key: str, theme: str) -> None:
    """Put a point to the theme the person says it is about."""
    mine = Placing.objects.of(person).filter(key=key)
    before = mine.values_list("theme", flat=True).first()
    Placing.objects.update_or_create(
        person=person, key=key, defaults={"theme": theme[:60]}
    )
    record_change(
        person=person,
        text=_("Put a point to another theme"),
        undoer="development.placed",
        arguments={"key": key, "before": before},
        of_what="plan",
    )


@undoer("development.placed")
def place_back(*, person: Person, key: str, before: str | None) -> None:
    """Put a point back to where it was."""
    mine = Placing.objects.of(person).filter(key=key)
    if before is None:
        mine.delete()
    else:
        mine.update(theme=before)


def name_of(focus: Focus) -> str:
    """Return what a focus is called where one line must do."""
    return focus.thing or _("a focus without words yet")


def _put_current_away(person: Person, leaving: Focus | None = None) -> int | None:
    current = current_focus(person)
    if current is None or current == leaving:
        return None
    _set(current, State.SHELF)
    return int(current.pk)


def _set(focus: Focus, state: str) -> None:
    focus.state = state
    focus.ended_at = clock.now() if state == State.RETIRED else None
    focus.save(update_fields=["state", "ended_at"])


def _keep(about: Focus, text: str, undoer_name: str, **arguments: Any) -> None:
    record_change(
        person=about.person,
        text=text,
        undoer=undoer_name,
        arguments=arguments,
        of_what="plan",
    )


@undoer("development.begun")
def unbegin(*, person: Person, focus: int) -> None:
    """Take a focus away again that was just taken up."""
    found = Focus.objects.of(person).filter(pk=focus).first()
    if found is None:
        raise CannotUndoError
    found.delete()


@undoer("development.swapped")
def swap_back(
    *, person: Person, before: int | None = None, focus: int | None = None
) -> None:
    """Let what was worked on before be worked on again."""
    mine = Focus.objects.of(person)
    if focus is not None:
        mine.filter(pk=focus).update(state=State.SHELF)
    if before is None:
        return
    found = mine.filter(pk=before).first()
    if found is None:
        raise CannotUndoError
    _put_current_away(person, leaving=found)
    _set(found, State.NOW)


@undoer("development.time")
def have_time_back(*, person: Person, focus: int, **told: Any) -> None:
    """Set a time aside again that was taken out."""
    found = Focus.objects.of(person).filter(pk=focus).first()
    if found is None:
        raise CannotUndoError
    add_time(focus=found, **told)


@undoer("development.heard")
def unhear(*, person: Person, heard: int) -> None:
    """Drop what was written down of an adviser."""
    Heard.objects.of(person).filter(pk=heard).delete()
