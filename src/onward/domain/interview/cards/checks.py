"""What would make a card easier to tell: short fields, a short situation, a number."""

import re
from enum import StrEnum

from onward.domain.interview.cards.card import Card

LONGEST_FIELD = 300
LONGEST_SITUATION_WORDS = 12
LONGEST_BULLETS_WORDS = 40
BULLETS = 3
_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|third|"
    "quarter|twice|double|doubled|hundred|thousand|million|nobody|none|everyone|all|"
    "first|zero|every"
)
_NUMBER = re.compile(rf"\d|\b(?:{_NUMBER_WORDS})\b", re.IGNORECASE)


class Check(StrEnum):
    """One thing to look at on a card."""

    FIELD_TOO_LONG = "field_too_long"
    SITUATION_TOO_LONG = "situation_too_long"
    BULLETS_TOO_LONG = "bullets_too_long"
    TOO_MANY_BULLETS = "too_many_bullets"
    NO_HEADLINE = "no_headline"
    NO_SITUATION = "no_situation"
    NO_ACTION = "no_action"
    NO_RESULT = "no_result"
    NO_NUMBER_IN_RESULT = "no_number_in_result"
    NOTHING_LEARNED = "nothing_learned"
    NO_FOLLOW_UPS = "no_follow_ups"


def checks(card: Card) -> tuple[Check, ...]:
    """Return what to look at on a card, the weightiest first; none is a mistake."""
    return tuple(_lengths(card)) + tuple(_gaps(card))


def _lengths(card: Card) -> list[Check]:
    fields = (card.headline, card.situation, *card.actions, card.result, card.learned)
    words = sum(len(action.split()) for action in card.actions)
    told = {
        Check.FIELD_TOO_LONG: max(map(len, (*fields, *card.follow_ups)))
        > LONGEST_FIELD,
        Check.SITUATION_TOO_LONG: len(card.situation.split()) > LONGEST_SITUATION_WORDS,
        Check.BULLETS_TOO_LONG: words > LONGEST_BULLETS_WORDS,
        Check.TOO_MANY_BULLETS: len(card.actions) > BULLETS,
    }
    return [check for check, is_so in told.items() if is_so]


def _gaps(card: Card) -> list[Check]:
    told = {
        Check.NO_HEADLINE: not card.headline.strip(),
        Check.NO_SITUATION: not card.situation.strip(),
        Check.NO_ACTION: not any(action.strip() for action in card.actions),
        Check.NO_RESULT: not card.result.strip(),
        Check.NO_NUMBER_IN_RESULT: bool(card.result.strip())
        and not _NUMBER.search(card.result),
        Check.NOTHING_LEARNED: not card.learned.strip(),
        Check.NO_FOLLOW_UPS: not card.follow_ups,
    }
    return [check for check, is_so in told.items() if is_so]
