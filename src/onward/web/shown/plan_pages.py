"""Puts together the pages of the focus and its plan."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.development.focus import phrase
from onward.domain.interview.questions.bank import question
from onward.domain.nerves.ladder import Rung
from onward.journey.development.focusing import name_of
from onward.journey.development.models import Drill, Focus, Review
from onward.journey.development.queries import (
    current_focus,
    due_drill,
    interview_day,
    retired,
    waiting,
)
from onward.journey.feedback.deciding import quote_of
from onward.journey.people.models import Person
from onward.web.shown.moments import near_day, short_day
from onward.web.shown.plan import (
    DrillRow,
    DrillShown,
    FocusShown,
    Line,
    PlanShown,
    TimeRow,
    Waiting,
)
from onward.web.shown.plan_board import ideas_of
from onward.web.shown.plan_words import DAYS, RUNGS, theme_words
from onward.web.shown.shared import Quote


def plan_of(person: Person) -> PlanShown:
    """Return the page of the plan."""
    focus = current_focus(person)
    return PlanShown(
        focus=focus_of(focus) if focus else None,
        shelf=tuple(_waits(one) for one in waiting(person)),
        retired=tuple(_was(one) for one in retired(person)),
        ideas=() if focus else ideas_of(person),
    )


def _waits(focus: Focus) -> Waiting:
    url = reverse("plan-take-up", args=[focus.pk])
    return Waiting(name_of(focus), theme_words(focus.theme), url)


def _was(focus: Focus) -> Waiting:
    if focus.ended_at is None:
        return Waiting(name_of(focus), "")
    ended = focus.ended_at.astimezone(clock.zone_of(focus.person)).date()
    return Waiting(name_of(focus), short_day(ended, clock.today(focus.person)))


def focus_of(focus: Focus) -> FocusShown:
    """Return the one thing worked on now, with all of its plan."""
    day = clock.today(focus.person)
    interview = interview_day(focus.person, clock.now())
    return FocusShown(
        pk=focus.pk,
        title=goal_words(focus, day),
        said=_sure(focus),
        quote=note_quote(focus),
        lines=_lines(focus),
        goal_url=reverse("plan-screen", args=[focus.pk, "goal"]),
        if_then=if_then(focus),
        if_then_url=reverse("plan-screen", args=[focus.pk, "if-then"]),
        week=week_of(focus),
        drills=_drills(focus, day),
        until=_until(interview, day),
        reviews=tuple(_review(one, day) for one in _latest_reviews(focus)),
    )


def goal_words(focus: Focus, day: date) -> str:
    """Return the goal as one sentence."""
    if not focus.thing:
        return _("What do you want to be able to do?")
    thing = phrase(focus.thing)
    if focus.by_on is None:
        return _("I can %(thing)s") % {"thing": thing}
    by = near_day(focus.by_on, day)
    return _("By %(day)s I can %(thing)s") % {"day": by, "thing": thing}


def if_then(focus: Focus) -> str:
    """Return the one if-then, once both halves are there."""
    if not (focus.cue and focus.action):
        return ""
    return _("If %(cue)s, then I %(action)s.") % {
        "cue": phrase(focus.cue),
        "action": phrase(focus.action),
    }


def note_quote(focus: Focus) -> Quote | None:
    """Return the words of feedback the focus came from, if it came from any."""
    if focus.note is None:
        return None
    employer = focus.note.text.application.employer.root.called
    url = reverse("feedback-note", args=[focus.note.pk, "sort"])
    return Quote(quote_of(focus.note), employer, url)


def _sure(focus: Focus) -> str:
    if focus.confidence is None:
        return theme_words(focus.theme)
    sure = _("How sure you are: %(sure)s of 10.") % {"sure": focus.confidence}
    if not focus.plus_one:
        return sure
    more = _("One more with: %(what)s.") % {"what": phrase(focus.plus_one)}
    return f"{sure} {more}"


def _lines(focus: Focus) -> tuple[Line, ...]:
    """Return each part of the plan with what was said."""
    moves = "; ".join(move for move in focus.moves if move)
    woop = (focus.wish, focus.outcome, focus.obstacle, focus.way)
    told = (
        ("wish", _("Wish, outcome, obstacle, plan"), " · ".join(filter(None, woop))),
        ("setback", _("If it goes otherwise"), moves or focus.setback),
        ("who", _("Who knows about it"), focus.supporter),
    )
    return tuple(
        Line(title, words, reverse("plan-screen", args=[focus.pk, name]), bool(words))
        for name, title, words in told
    )


def week_of(focus: Focus) -> tuple[TimeRow, ...]:
    """Return the times of the week set aside, in their order."""
    rows = focus.week.order_by("weekday", "at")
    return tuple(
        TimeRow(
            words=_time_words(row.weekday, f"{row.at:%H:%M}", row.minutes, row.where),
            drop_url=reverse("plan-drop-time", args=[focus.pk, row.pk]),
        )
        for row in rows
    )


def _time_words(weekday: int, at: str, minutes: int, where: str) -> str:
    words = _("%(day)s, %(at)s, %(minutes)s minutes") % {
        "day": DAYS[weekday],
        "at": at,
        "minutes": minutes,
    }
    return f"{words}, {where}" if where else words


def _drills(focus: Focus, day: date) -> tuple[DrillRow, ...]:
    due = due_drill(focus, day)
    rows = focus.drills.order_by("number")
    return tuple(_drill_row(row, day, is_due=row == due) for row in rows)


def _drill_row(drill: Drill, day: date, *, is_due: bool) -> DrillRow:
    asked = question(drill.question)
    return DrillRow(
        url=reverse("plan-drill", args=[drill.pk]),
        day=_("today") if is_due else short_day(drill.on, day),
        question=asked.text if asked else _("A question that is no longer there"),
        rung=str(RUNGS[Rung(drill.rung)]),
        done=_("done") if drill.done_at else "",
        is_due=is_due,
    )


def _until(interview: date | None, day: date) -> str:
    if interview is None:
        return _("Two days apart. They move when an interview is planned.")
    return _("Evenly spaced up to the interview, %(day)s. They move with it.") % {
        "day": near_day(interview, day)
    }


def _latest_reviews(focus: Focus) -> list[Review]:
    rows = focus.reviews.select_related("round__application__employer__merged_into")
    return list(rows.order_by("-written_at", "-pk")[:5])


def _review(review: Review, day: date) -> str:
    done = (
        {
            Review.Done.YES: _("did it"),
            Review.Done.PARTLY: _("did it in part"),
            Review.Done.NO: _("not this time"),
        }.get(Review.Done(review.done), "")
        if review.done
        else ""
    )
    on = review.written_at.astimezone(clock.zone_of(review.person)).date()
    held = review.round.application.employer.root.called if review.round else ""
    return ", ".join(
        part for part in (short_day(on, day), held, done, review.said) if part
    )


def drill_of(drill: Drill) -> DrillShown:
    """Return one practice: what the question tests comes before an answer."""
    asked = question(drill.question)
    focus = drill.focus
    anchors = asked.anchors if asked else None
    told = ((_("1"), "one"), (_("3"), "three"), (_("5"), "five"))
    return DrillShown(
        title=_("Practice %(number)s") % {"number": drill.number},
        question=asked.text if asked else _("A question that is no longer there"),
        tests=asked.tests if asked else "",
        probes=asked.probes if asked else (),
        anchors=tuple((n, getattr(anchors, name)) for n, name in told)
        if anchors
        else (),
        rung=str(RUNGS[Rung(drill.rung)]),
        focus=goal_words(focus, clock.today(drill.person)),
        if_then=if_then(focus),
        is_done=drill.done_at is not None,
    )
