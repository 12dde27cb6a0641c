"""The trays with their cards, what is offered beside them, and the question asked."""

from typing import Any

from django.utils.translation import gettext as _

from onward.domain.landing import explanations
from onward.domain.landing.explanations import Facts, nudge_for, suggestions_for
from onward.domain.landing.reached import Adjustments, Reached, Seats, stage_of
from onward.journey.outcome.landing import cards_of
from onward.journey.outcome.models import Landing
from onward.web.shown.landing import Card, Meaning, Nudge, Suggestion, Tray
from onward.web.shown.landing_known import Known
from onward.web.shown.landing_words import NUDGES, TRAYS, TRAYS_SAID, TRAYS_SHORT
from onward.web.shown.moments import number
from onward.web.shown.shared import Choice

_MISSED = frozenset({Adjustments.MISSED, Adjustments.PARTLY})


def meaning_of(known: Known, before: Landing | None = None) -> Meaning:
    """Return the screen of the trays; what was not there `before` is new."""
    landing = known.landing
    new = _ids(landing) - _ids(before) if before else set[int]()
    return Meaning(
        loose=_tray(landing, explanations.Tray.NONE, _("Not in a tray yet"), new),
        trays=tuple(
            _tray(landing, tray, str(title), new) for tray, title in TRAYS.items()
        ),
        suggestions=_suggestions(known),
        nudge=nudge_of(landing),
        evidence=evidence_of(landing),
    )


def suggested(known: Known, key: str) -> str:
    """Return the text of an explanation that is offered; empty for none."""
    found = (one.text for one in _suggestions(known) if one.key == key)
    return next(found, "")


def nudge_of(landing: Landing) -> Nudge:
    """Return the question that helps when all cards lie on one side."""
    kind = nudge_for(cards_of(landing))
    if kind is explanations.Nudge.NONE:
        return Nudge()
    return Nudge(kind.value, str(NUDGES[kind]), landing.said_back)


def evidence_of(landing: Landing) -> str:
    """Return one fact about the advert and what was shown; no measure of anybody."""
    if not landing.criteria:
        return ""
    shown = sum(bool(line["is_shown"]) for line in landing.criteria)
    said = _(
        "Of what the advert asks for, you showed something for %(shown)s out of "
        "%(total)s. Somebody else may have matched this list more closely. That is "
        "about fit on the day, and a part of it you can work on."
    )
    return said % {
        "shown": number(shown) if shown else _("none"),
        "total": number(len(landing.criteria)),
    }


def _tray(landing: Landing, tray: explanations.Tray, title: str, new: set[int]) -> Tray:
    cards = [card for card in landing.cards if card["tray"] == tray]
    return Tray(
        value=tray.value,
        title=title,
        said=str(TRAYS_SAID.get(tray, "")),
        cards=tuple(_card(card, new) for card in cards),
    )


def _card(card: dict[str, Any], new: set[int]) -> Card:
    choices = tuple(
        Choice(tray.value, str(label), chosen=card["tray"] == tray)
        for tray, label in TRAYS_SHORT.items()
    )
    return Card(card["id"], card["text"], choices, is_new=card["id"] in new)


def _ids(landing: Landing) -> set[int]:
    return {card["id"] for card in landing.cards}


def _suggestions(known: Known) -> tuple[Suggestion, ...]:
    """Return what is offered and does not lie there yet."""
    taken = {card["key"] for card in known.landing.cards if card["key"]}
    return tuple(
        Suggestion(one.key, _(one.text), _(one.because) if one.because else "")
        for one in suggestions_for(_facts(known))
        if one.key not in taken
    )


def _facts(known: Known) -> Facts:
    account = known.account
    text = known.message.shown_text if known.message else known.outcome.words
    untold = [line["text"] for line in known.landing.criteria if not line["is_shown"]]
    return Facts(
        stage=stage_of(Reached(account.reached or Reached.APPLICATION)),
        words=text,
        reason=account.reason,
        interviewed=account.interviewed,
        was_panel=account.seats == Seats.PANEL if account.seats else None,
        adjustments_missed=account.adjustments in _MISSED,
        days_silent=_days_silent(known),
        criteria_without_evidence=tuple(untold),
    )


def _days_silent(known: Known) -> int | None:
    """Return how long nothing had been heard when they closed it themselves."""
    since = known.silent_since
    return (known.outcome.learned_at - since).days if since else None
