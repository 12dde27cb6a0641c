"""Puts together the screens of looking back."""

from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.domain.feedback.frameworks import competencies
from onward.domain.landing.feelings import Feeling
from onward.domain.reflection.marks import LEAST, MOST, Side
from onward.domain.reflection.passes import SITTING, has_paused
from onward.domain.reflection.preparation import Shown
from onward.domain.reflection.walk import (
    Screen,
    before,
    is_of_facts,
    screens,
    sitting_of,
)
from onward.journey.people.models import Person
from onward.journey.people.sealing import keys_for
from onward.journey.preparation.queries import cards_of, matrix_of
from onward.web.shown.landing_words import FEELINGS
from onward.web.shown.reflection import Answer, Line, Place, Scale
from onward.web.shown.reflection_known import Known
from onward.web.shown.reflection_words import (
    ANCHORS,
    ITEMS,
    READY,
    SAID,
    SIDES,
    STRENGTHS,
    TITLES,
)
from onward.web.shown.shared import Choice


def place_of(known: Known, screen: Screen, query: str = "") -> Place:
    """Return where in its sitting a screen stands; `query` tells parts of one apart."""
    ground = known.ground
    open_ones = screens(sitting_of(screen), ground)
    number = open_ones.index(screen) + 1 if screen in open_ones else 0
    return Place(
        url=url_of(known, screen) + query,
        hub_url=reverse("reflect", args=[known.application.pk]),
        application=known.application.label,
        walk=_("What happened") if is_of_facts(screen) else _("What you make of it"),
        title=str(TITLES[screen]),
        said=str(SAID.get(screen, "")),
        number=number,
        of=len(open_ones) if number else 0,
        can_go_back=screen is not Screen.LONG and before(screen, ground) is not None,
        mark=known.mark(screen),
        draft_keys=draft_keys(known.application.person),
        seconds_left=seconds_left(known),
    )


def draft_keys(person: Person) -> str:
    """Return the keys for what a browser holds while there is no connection."""
    return " ".join(b64encode(key).decode() for key in keys_for(person, "drafts"))


def url_of(known: Known, screen: Screen) -> str:
    """Return the address of a screen."""
    arguments = [known.application.pk, known.round.pk, screen.value]
    return reverse("reflect-screen", args=arguments)


def seconds_left(known: Known) -> int:
    """Return how much of the quarter of an hour is left; it ends nothing."""
    row = known.account.reflection
    whole = int(SITTING.total_seconds())
    if row.sat_at is None or has_paused(row.touched_at, known.now):
        return whole
    return max(0, whole - int((known.now - row.sat_at).total_seconds()))


def tested_by(known: Known) -> tuple[str, ...]:
    """Return what a question may have tested: lines of the advert, and behaviours."""
    return (*known.criteria, *competencies())


def moods_of(known: Known) -> tuple[Choice, ...]:
    """Return the scale in words."""
    mood = known.account.meaning.mood
    return tuple(
        Choice(str(int(one)), str(FEELINGS[one]), chosen=mood == one) for one in Feeling
    )


def answer_of(known: Known, place: int) -> Answer:
    """Return one question with its scales."""
    questions = known.account.facts.questions
    given = known.account.meaning.marks_of(place)
    of = {"number": place + 1, "count": len(questions)}
    return Answer(
        question=questions[place].text or _("A question you did not write down"),
        place=_("Question %(number)s of %(count)s") % of,
        example=questions[place].example,
        scales=tuple(_side(side, given.get(side.value)) for side in Side),
    )


def _side(side: Side, given: int | None) -> Scale:
    low, middle, high = (str(words) for words in ANCHORS[side])
    return Scale(
        name=side.value,
        label=str(SIDES[side]),
        choices=tuple(
            Choice(str(mark), str(mark), chosen=mark == given)
            for mark in range(LEAST, MOST + 1)
        ),
        low=low,
        middle=middle,
        high=high,
    )


def preparation_of(known: Known) -> tuple[Scale, ...]:
    """Return what could have been looked up, as it was answered."""
    said = known.account.meaning.preparation
    return tuple(
        Scale(item.value, str(label), choices_of(READY, said.get(item.value, "")))
        for item, label in ITEMS.items()
    )


def lines_of(known: Known) -> tuple[Line, ...]:
    """Return the lines of the advert with what there was to show for each.

    Before anything is said of a line, it is what was laid to it beforehand.
    """
    kept = {one.criterion: one for one in known.account.meaning.criteria}
    laid = {} if kept else _laid(known)
    nothing = Shown("")
    lines = []
    for place, text in enumerate(known.criteria):
        one = kept.get(text) or laid.get(text, nothing)
        chosen = choices_of(STRENGTHS, one.strength)
        scale = Scale(f"strength-{place}", _("How strong it was"), chosen)
        lines.append(Line(text, f"evidence-{place}", one.evidence, scale))
    return tuple(lines)


def _laid(known: Known) -> dict[str, Shown]:
    """Return the strongest card that was laid to each line beforehand."""
    served = {
        row.criterion.words: row.served[0]
        for row in matrix_of(known.application).rows
        if row.served
    }
    return {
        text: Shown(text, card.headline, strength.value)
        for text, (card, strength) in served.items()
    }


def headlines_of(known: Known) -> tuple[str, ...]:
    """Return the headlines of the person's evidence cards, to pick from."""
    return tuple(card.headline for card in cards_of(known.application.person))


def choices_of(labels: Mapping[Any, Any], chosen: str) -> tuple[Choice, ...]:
    """Return labels as choices."""
    return tuple(
        Choice(key.value, str(label), chosen=key.value == chosen)
        for key, label in labels.items()
    )
