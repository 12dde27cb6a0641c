"""Puts together the pages of the nerves toolkit."""

from datetime import date, datetime
from uuid import uuid4

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.nerves.ladder import Rung
from onward.domain.nerves.pace import LENGTHS, PACE, USUAL_LENGTH, Way
from onward.domain.nerves.techniques import (
    About,
    Finding,
    Technique,
    on_nerves,
    techniques,
)
from onward.journey.applications.models import Round
from onward.journey.nerves import queries
from onward.journey.nerves.models import HIGHEST
from onward.journey.people.models import Person
from onward.web.shown.moments import hour, near_day
from onward.web.shown.nerves import (
    HelpRow,
    Known,
    Length,
    Line,
    NervesShown,
    Pacer,
    Rating,
    TechniqueRow,
    TechniqueShown,
)
from onward.web.shown.nerves_words import (
    RUNGS,
    WAYS,
    helps_sentence,
    length_words,
    sentence_of,
    takes,
    used_words,
)
from onward.web.shown.shared import Choice

_LEAD = Technique.BREATHING


def nerves_of(person: Person) -> NervesShown:
    """Return the toolkit."""
    now = clock.now().astimezone(clock.zone_of(person))
    close = queries.close_round(person, now)
    found = queries.helps(person)
    uses = {one.technique: one.uses for one in found}
    rows = {key: _row(one, uses.get(key, 0)) for key, one in techniques().items()}
    return NervesShown(
        close=round_words(close, now) if close else "",
        lead=rows.pop(_LEAD),
        rows=tuple(rows.values()),
        helps_sentence=helps_sentence(
            found, {key: _(one.title) for key, one in techniques().items()}
        ),
        helps=tuple(_help(one) for one in found),
        facts=_translated(on_nerves().facts),
        checked=_checked(on_nerves().checked_on),
    )


def _row(one: About, uses: int) -> TechniqueRow:
    return TechniqueRow(
        url=url_of(one.technique),
        title=_(one.title),
        line=_(one.line),
        takes=takes(one.minutes),
        used=used_words(uses),
    )


def _help(one: queries.Help) -> HelpRow:
    return HelpRow(
        title=_(techniques()[one.technique].title),
        url=url_of(one.technique),
        said=sentence_of(one.told),
        uses=used_words(one.uses),
    )


def url_of(technique: Technique) -> str:
    """Return the address of a technique's page."""
    if technique is Technique.LETTER:
        return reverse("letter-to-self")
    return reverse("technique", args=[technique.value])


def technique_of(person: Person, one: About) -> TechniqueShown:
    """Return the page of a technique."""
    key = one.technique
    own = tuple(queries.lines_of(person, key)) if one.own_line else ()
    said = {line.text for line in own}
    return TechniqueShown(
        key=key.value,
        title=_(one.title),
        line=_(one.line),
        parts=tuple(_(part) for part in one.parts),
        known=known_of(one),
        rating=_rating(person, key),
        own_line=_(one.own_line) if one.own_line else "",
        lines=tuple(
            Line(line.text, reverse("own-line", args=[line.pk])) for line in own
        ),
        offered=tuple(_(line) for line in one.lines if _(line) not in said),
        add_url=reverse("add-own-line", args=[key.value]) if one.own_line else "",
        rungs=_rungs(person) if key is Technique.LADDER else (),
        pacer=_pacer() if key is Technique.BREATHING else None,
    )


def known_of(one: About) -> Known:
    """Return what a technique is known to do, and what it is not."""
    return Known(
        _translated(one.does),
        tuple(_(said) for said in one.is_not),
        _checked(one.checked_on),
    )


def _translated(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(Finding(_(one.text), one.source) for one in findings)


def _checked(day: date) -> str:
    return _("Sources last looked at on %(day)s.") % {"day": date_format(day, "j F Y")}


def _rating(person: Person, technique: Technique) -> Rating:
    now = clock.now().astimezone(clock.zone_of(person))
    close = queries.close_round(person, now)
    rounds = queries.rounds_to_choose(person, now)
    return Rating(
        url=reverse("rate-nerves", args=[technique.value]),
        mark=uuid4().hex,
        scale=tuple(range(HIGHEST + 1)),
        rounds=tuple(
            Choice(str(one.pk), round_words(one, now), chosen=one == close)
            for one in rounds
        ),
    )


def round_words(one: Round, now: datetime) -> str:
    """Return an interview in a few words: "Acme, tomorrow 10:00"."""
    employer = one.application.employer.root.called
    if one.starts_at is None:
        return employer
    at = one.starts_at.astimezone(now.tzinfo)
    has_time = one.event is None or one.event.has_time
    day = near_day(at.date(), now.date())
    return f"{employer}, {day} {hour(at)}" if has_time else f"{employer}, {day}"


def _rungs(person: Person) -> tuple[Choice, ...]:
    own = queries.rung_of(person)
    return tuple(
        Choice(rung.value, str(RUNGS[rung][0]), str(RUNGS[rung][1]), chosen=rung is own)
        for rung in Rung
    )


def _pacer() -> Pacer:
    return Pacer(
        pace=PACE,
        lengths=tuple(
            Length(minutes, length_words(minutes), minutes == USUAL_LENGTH)
            for minutes in LENGTHS
        ),
        ways=tuple(
            Choice(
                way.value,
                str(WAYS[way][0]),
                str(WAYS[way][1]),
                chosen=way is Way.CIRCLE,
            )
            for way in Way
        ),
    )
