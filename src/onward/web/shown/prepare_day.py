"""Puts together the questions to expect, what to find out, and the morning page."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.interview.questions.bank import sectors
from onward.domain.interview.questions.likely import Likely, Stage, Why
from onward.domain.interview.questions.question import Question
from onward.domain.preparation.research import lookups, trades
from onward.journey.applications.models import Application, Round
from onward.journey.development.queries import current_focus
from onward.journey.preparation.gathering import (
    letter_to_self,
    likely_for,
    next_round,
    own_first_move,
    sector_of,
    stage_of,
)
from onward.journey.preparation.models import Preparation
from onward.journey.preparation.queries import (
    Matrix,
    Row,
    matrix_of,
    notes_of,
    preparation_of,
)
from onward.web.shown.application_rounds import names_told
from onward.web.shown.moments import hour, long_day
from onward.web.shown.plan_pages import goal_words, if_then
from onward.web.shown.prepare import (
    LookupShown,
    MorningShown,
    QuestionShown,
    QuestionsShown,
    ResearchShown,
)
from onward.web.shown.prepare_pages import place_of, way_of
from onward.web.shown.prepare_words import WHYS
from onward.web.shown.shared import Choice

_MOST_LINES, _MOST_QUESTIONS, _MOST_ASKS = 8, 3, 3
# More would push the page onto a second side.
_LONGEST_LETTER, _LONGEST_LINE, _LONGEST_FACT = 700, 100, 75
_LONGEST_MOVE = 150


def questions_shown(application: Application) -> QuestionsShown:
    """Return the questions to expect for the interview that comes next."""
    held = next_round(application)
    matrix = matrix_of(application)
    found, is_locked, sector = _likely(application, held, matrix)
    return QuestionsShown(
        place=place_of(application, held),
        questions=tuple(_question(one, matrix.rows) for one in found),
        is_locked=is_locked,
        sectors=sector_choices(sector),
    )


def _likely(
    application: Application, held: Round | None, matrix: Matrix
) -> tuple[tuple[Likely, ...], bool, str]:
    sector = sector_of(application, preparation_of(application))
    criteria = [row.criterion for row in matrix.rows]
    stage = stage_of(application, held)
    found, is_locked = likely_for(application, criteria, sector, stage)
    return found, is_locked, sector


def sector_choices(chosen: str) -> tuple[Choice, ...]:
    """Return the trades to choose from."""
    names = sorted({*sectors(), *trades()})
    every = [Choice("", _("No special trade"), chosen=not chosen)]
    named = [Choice(name, name.capitalize(), chosen=name == chosen) for name in names]
    return (*every, *named)


def _question(one: Likely, rows: Sequence[Row]) -> QuestionShown:
    asked = one.question
    is_theirs = one.why in {Why.ASKED_BY_THEM, Why.ASKED_ELSEWHERE}
    return QuestionShown(
        text=one.text,
        why=str(WHYS[one.why]),
        tests=asked.tests if asked else "",
        probes=asked.probes if asked else (),
        quote="" if is_theirs else one.quote,
        card=_card_for(one.quote, rows),
        practice_url=_practice_url(asked) if asked else "",
    )


def _practice_url(asked: Question) -> str:
    return f"{reverse('practice')}?{urlencode({'question': asked.key})}"


def _card_for(quote: str, rows: Sequence[Row]) -> str:
    """Return the headline of the best card for the line a question comes from."""
    row = next((row for row in rows if row.criterion.words == quote), None)
    return row.served[0][0].headline if row and row.served else ""


def research_shown(application: Application) -> ResearchShown:
    """Return what is worth finding out, by trade and round."""
    held = next_round(application)
    sector = sector_of(application, preparation_of(application))
    is_later = stage_of(application, held) is Stage.LATER
    notes = notes_of(application)
    return ResearchShown(
        place=place_of(application, held),
        lookups=tuple(
            LookupShown(
                key=one.key,
                text=_(one.text),
                where=_(one.where),
                note=notes[one.key].note if one.key in notes else "",
                source=notes[one.key].source if one.key in notes else "",
            )
            for one in lookups(sector, is_later=is_later)
        ),
        said=sector.capitalize(),
    )


def ideas_to_ask() -> tuple[str, ...]:
    """Return questions one could ask them, each about the work and not the terms."""
    return (
        _("What would good work look like after six months?"),
        _("What is hardest in this role just now?"),
        _("How does the team decide things together?"),
        _("What did the last person in this role do well?"),
        _("How and when will I hear, and do you give feedback?"),
    )


def morning_shown(application: Application) -> MorningShown:
    """Return the one side of paper for the morning."""
    held = next_round(application)
    preparation = preparation_of(application)
    matrix = matrix_of(application)
    found, _locked, _sector = _likely(application, held, matrix)
    opened = letter_to_self(application)
    return MorningShown(
        place=place_of(application, held),
        title=application.label,
        facts=_facts(application, held, preparation),
        criteria=_lines(matrix.rows),
        questions=_short(one.text for one in found[:_MOST_QUESTIONS]),
        asks=_short(preparation.asks[:_MOST_ASKS]),
        letter=_cut(opened.words, _LONGEST_LETTER),
        is_locked=opened.is_locked,
        first_move=_cut(_first_move(application, preparation), _LONGEST_MOVE),
        one_thing=_one_thing(application),
    )


def _one_thing(application: Application) -> str:
    focus = current_focus(application.person)
    if focus is None:
        return ""
    return if_then(focus) or goal_words(focus, clock.today(application.person))


def _lines(rows: Sequence[Row]) -> tuple[tuple[str, str], ...]:
    """Return each line with the headline of its best card; those with one go first."""
    told = [
        (row.criterion.words, next((card.headline for card, _ in row.served), ""))
        for row in sorted(rows, key=lambda row: not row.served)
    ]
    return tuple(
        (_cut(words, _LONGEST_LINE), card) for words, card in told[:_MOST_LINES]
    )


def _short(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(_cut(text, _LONGEST_LINE) for text in texts)


def _first_move(application: Application, preparation: Preparation) -> str:
    return str(preparation.first_move) or own_first_move(application)


def _cut(text: str, most: int) -> str:
    """Return as much of a text as fits, cut between words."""
    if len(text) <= most:
        return text
    return text[:most].rpartition(" ")[0] + " …"


def _facts(
    application: Application, held: Round | None, preparation: Preparation
) -> tuple[tuple[str, str], ...]:
    """Return when, where, with whom, and when to leave, as far as it is known."""
    way = way_of(held, preparation)
    told = (
        (_("When"), _when(application, held)),
        (_("Leave at"), hour(way.leave_at) if way else ""),
        (_("Where"), (held.place if held else "") or preparation.place),
        (_("How"), (held.format if held else "") or preparation.format),
        (_("Who asks"), _who_asks(held, preparation)),
        (_("Task"), preparation.tasks),
        (_("Take along"), preparation.bring),
    )
    return tuple((label, _cut(words, _LONGEST_FACT)) for label, words in told if words)


def _who_asks(held: Round | None, preparation: Preparation) -> str:
    written = (held.panel if held else "") or preparation.panel
    return written or (names_told(held) if held else "")


def _when(application: Application, held: Round | None) -> str:
    if held is None or held.starts_at is None:
        return ""
    at = held.starts_at.astimezone(clock.zone_of(application.person))
    has_time = held.event is None or held.event.has_time
    day = long_day(at.date())
    return f"{day}, {hour(at)}" if has_time else day
