"""How long answers take, what a silence says, and how it was over by which day."""

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.charts.curves import falling, place_of, stacked
from onward.domain.odds.groups import ANSWERED, UNANSWERED
from onward.domain.odds.silence import Silence, silence_of
from onward.domain.odds.tallies import Leg, tally_of
from onward.domain.statistics.frequencies import spoken
from onward.domain.statistics.priors import Step
from onward.domain.statistics.rates import FEWEST_FOR_PERCENT
from onward.domain.statistics.waiting_times import (
    FEWEST_FOR_A_CURVE,
    Point,
    cumulative_incidence,
    median_days,
    reached_by,
    survival,
)
from onward.journey.insights.waiting import (
    NO,
    OFFER,
    WITHDREW,
    Waits,
    patience_days,
    silent_for,
)
from onward.web.shown.insights import (
    Cell,
    EndArea,
    EndsShown,
    Figure,
    FigureRow,
    Picture,
    SilenceShown,
    WaitsShown,
)
from onward.web.shown.insights_known import Known
from onward.web.shown.insights_words import counted
from onward.web.shown.moments import first_number

_DAYS = (7, 14, 21, 30, 45)
# Beyond two months a curve is a flat line that tells nothing more.
_LONGEST = 63.0
_OUT_OF = 100
# Sooner, a line only hurries people; half of all answers take ten days.
_ASK_AGAIN_DAYS = 14
_HALF = 1 / 2


def waits_of(known: Known, waits: Waits) -> WaitsShown | None:
    """Return how long the first word takes, or None before there is a wait at all."""
    waited = waits.first_word
    if not waited:
        return None
    figures = _figures(known)
    if len(waits.answered) < FEWEST_FOR_A_CURVE:
        return WaitsShown(_too_few(waits), listed=_listed(waits), figures=figures)
    points = survival(waited)
    longest = min(_LONGEST, max(wait.days for wait in waited))
    half = median_days(points)
    rows = tuple(_rows(points))
    return WaitsShown(
        sentence=_sentence(waits, half),
        picture=Picture("waits", _("How long the first word takes"), _said(rows)),
        curve=falling([(p.days, p.share, p.low, p.high) for p in points], longest),
        half_at=place_of(half, longest) if half else "",
        half_words=_("half by day %(day)s") % {"day": round(half)} if half else "",
        rows=rows,
        figures=figures,
    )


def _figures(known: Known) -> tuple[Figure, ...]:
    """Return how many got a word of their own and how many did not."""
    told = {
        ANSWERED: _("%(count)s answered"),
        UNANSWERED: _("%(count)s without a word"),
    }
    return tuple(
        known.figure(group, words % {"count": counted(known.sizes[group])})
        for group, words in told.items()
        if known.sizes[group]
    )


def _sentence(waits: Waits, half: float | None) -> str:
    answered, sent = len(waits.answered), len(waits.first_word)
    told = {
        "answered": counted(answered),
        "sent": counted(sent),
        "days": round(half or 0),
    }
    if half is None:
        said = _(
            "%(answered)s of the %(sent)s applications of which the day is known have "
            "had a word of their own. Most have not, or not yet."
        )
    else:
        said = _(
            "%(answered)s of the %(sent)s applications of which the day is known have "
            "had a word of their own; half of all would have one by day %(days)s."
        )
    return said % told


def _too_few(waits: Waits) -> str:
    answered = len(waits.answered)
    if not answered:
        return _("No application has had a word of its own yet.")
    told = ngettext(
        "%(count)s application has had a word of its own. A curve needs eight.",
        "%(count)s applications have had a word of their own. A curve needs eight.",
        answered,
    )
    return told % {"count": first_number(answered)}


def _listed(waits: Waits) -> str:
    days = waits.answered
    if not days:
        return ""
    told = ", ".join(str(round(day)) for day in days)
    return _("Days until that word: %(days)s.") % {"days": told}


def _rows(points: Sequence[Point]) -> Iterator[FigureRow]:
    for day in _DAYS:
        at = [point for point in points if point.days <= day]
        if at:
            last = at[-1]
            between = {
                "low": round(last.low * _OUT_OF),
                "high": round(last.high * _OUT_OF),
            }
            yield FigureRow(
                _("after %(days)s days") % {"days": day},
                (
                    Cell(_("without a word"), Figure(_of_hundred(last.share))),
                    Cell(_("likely"), Figure(_("%(low)s to %(high)s") % between)),
                ),
            )


def _of_hundred(share: float) -> str:
    return _("%(share)s in 100") % {"share": round(share * _OUT_OF)}


def _said(rows: tuple[FigureRow, ...]) -> str:
    told = (f"{row.name}: {row.cells[0].figure.text}" for row in rows)
    return _("Still without a word, %(told)s.") % {"told": "; ".join(told)}


def silence_shown(known: Known, waits: Waits) -> SilenceShown | None:
    """Return what a silence says by the person's own waits, or None without any."""
    if not waits.first_word:
        return None
    silence = silence_of(waits.first_word, patience_days())
    return SilenceShown(
        sentence=_silence_said(silence),
        rows=tuple(_silence_rows(known, silence)),
        past_even=_past_even(known, silence),
    )


def _silence_said(silence: Silence) -> str:
    """Say from when on an answer and none are equally likely."""
    days = round(silence.even_days)
    told = {
        "never": spoken(silence.never, 10),
        "days": days,
        "weeks": _ASK_AGAIN_DAYS // 7,
    }
    if silence.cases < FEWEST_FOR_PERCENT:
        return _(
            "Too few of yours to go by. Onward guesses that about half of all "
            "applications never get a word, so a quiet one is no sign about you."
        )
    if not days:
        said = _(
            "By your own numbers %(never)s applications never get a word. So a quiet "
            "one is no sign about you, and you may close it whenever you like."
        )
    elif days < _ASK_AGAIN_DAYS:
        said = _(
            "By your own numbers %(never)s applications never get a word. After "
            "%(days)s quiet days it is about even that you won't hear. After "
            "%(weeks)s weeks a short line to them is reasonable; you may also close it."
        )
    else:
        said = _(
            "By your own numbers %(never)s applications never get a word. After "
            "%(days)s quiet days it is about even that you won't hear; a short line to "
            "them is reasonable, and you may also close it."
        )
    return said % told


def _silence_rows(known: Known, silence: Silence) -> Iterator[FigureRow]:
    """Yield the chance of never hearing, after applying and after an interview."""
    told = tally_of(Leg.NEVER_TOLD, known.courses)
    belief = known.priors[Step.NEVER_TOLD].belief.after(told.passes, told.resolved)
    met = Silence(belief.mean, silence.median_days)
    for day in _DAYS:
        yield FigureRow(
            _("%(days)s quiet days") % {"days": day},
            (
                Cell(_("after applying"), Figure(spoken(silence.never_after(day), 10))),
                Cell(_("after an interview"), Figure(spoken(met.never_after(day), 10))),
            ),
        )


def _past_even(known: Known, silence: Silence) -> Figure | None:
    """Return how many are silent for longer than the even day, with their list."""
    days = max(round(silence.even_days), _ASK_AGAIN_DAYS)
    count = silent_for(known.person, days, known.now, known.narrowed).count()
    if not count:
        return None
    told = ngettext(
        "%(count)s open application has been quiet for longer than %(days)s days",
        "%(count)s open applications have been quiet for longer than %(days)s days",
        count,
    )
    url = reverse("counted-silent", args=[days]) + known.asked.query
    return Figure(told % {"count": counted(count), "days": days}, url)


def ends_of(waits: Waits) -> EndsShown | None:
    """Return how it was over by which day, or None while too few are over."""
    over = waits.over
    if sum(bool(wait.cause) for wait in over) < FEWEST_FOR_A_CURVE:
        return None
    curves = cumulative_incidence(over)
    words = _end_words()
    kept = {cause: curves[cause] for cause in words if cause in curves}
    drawn = stacked(kept, min(_LONGEST, max(wait.days for wait in over)))
    rows = tuple(_end_row(day, kept) for day in _DAYS)
    told = "; ".join(map(_aloud, rows))
    return EndsShown(
        picture=Picture("ends", _("How it was over, by the day after applying"), told),
        height=drawn.height,
        areas=tuple(EndArea(a, words[a.key], a.key) for a in drawn.areas),
        days=drawn.days,
        rows=rows,
    )


def _aloud(row: FigureRow) -> str:
    cells = ", ".join(f"{cell.label} {cell.figure.text}" for cell in row.cells)
    return f"{row.name}: {cells}"


def _end_words() -> dict[str, str]:
    return {OFFER: _("An offer"), NO: _("They said no"), WITHDREW: _("You withdrew")}


def _end_row(day: int, curves: dict[str, list[tuple[float, float]]]) -> FigureRow:
    words = _end_words()
    shares = {cause: reached_by(curve, day) for cause, curve in curves.items()}
    waiting = 1 - sum(shares.values())
    return FigureRow(
        _("day %(day)s") % {"day": day},
        (
            *(
                Cell(words[cause].lower(), Figure(_of_hundred(share)))
                for cause, share in shares.items()
            ),
            Cell(_("still waiting"), Figure(_of_hundred(waiting))),
        ),
    )
