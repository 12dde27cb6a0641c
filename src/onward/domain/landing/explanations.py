"""What a no could mean: suggestions from what is known, sorted by the person alone.

Pure comfort ("it was not you") helped some and hurt others (Hall and others 2011), so
that each tray gets at least one suggestion, and none is put into a tray.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onward.domain.applications.state import Stage


class Tray(StrEnum):
    """Where the person puts an explanation."""

    MINE = "mine"
    THEIRS = "theirs"
    UNKNOWN = "unknown"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an ending; empty where it is not.

    `reason` is the employer's own, `words` all that they wrote. `interviewed` is how
    many people were seen for the post. `criteria_without_evidence` are lines of the
    advert.
    """

    stage: Stage = Stage.APPLIED
    words: str = ""
    reason: str = ""
    interviewed: int | None = None
    was_panel: bool | None = None
    adjustments_missed: bool = False
    days_silent: int | None = None
    criteria_without_evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One possible explanation; `because` says which fact it comes from, if any."""

    key: str
    text: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """An explanation of the person's own or taken over, and the tray it lies in."""

    text: str
    tray: Tray = Tray.NONE


_TERMS = Suggestion("terms", "Terms such as pay, place or dates did not fit")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
# What words of theirs point to, looked for in small letters.
_SAID: tuple[tuple[tuple[str, ...], Suggestion], ...] = (
    (
        (
            "internal candidate",
            "internal applicant",
            "internally",
            "already works here",
        ),
        Suggestion("internal", "Somebody who works there already got it"),
    ),
    (
        ("freeze", "frozen", "budget", "funding", "restructur", "no longer recruiting"),
        Suggestion("money", "The money or the post went away"),
    ),
    (
        ("withdrawn", "role has changed", "rethink", "on hold", "paused"),
        Suggestion("changed", "They changed what they wanted"),
    ),
    (
        ("more experience", "greater experience", "closer match", "closely", "closest"),
        Suggestion("closer", "Somebody else matched their list more closely"),
    ),
    (
        ("high volume", "number of applications", "strong field", "high standard"),
        Suggestion("crowd", "Many people applied"),
    ),
    (
        ("salary", "notice period", "right to work", "driving licence", "location"),
        _TERMS,
    ),
)
# At least one each that a person could put into one tray or another.
_CONTROLLABLE = {
    Stage.APPROACHED: Suggestion("reply", "My reply did not say what they looked for"),
    Stage.APPLIED: Suggestion(
        "form", "My application did not show one thing they need"
    ),
    Stage.ASSESSMENT: Suggestion("task", "The test asked for something I can practise"),
    Stage.INTERVIEW: Suggestion("example", "One of my examples was not clear"),
    Stage.OFFER: Suggestion("terms-mine", "I asked for something they could not do"),
}
_INTERVIEW_MORE = (
    Suggestion("research", "I knew too little about them"),
    Suggestion("misread", "I answered another question than the one they asked"),
)
_FIELD = Suggestion("field", "Somebody else was closer to what they asked for")
_NOISE = Suggestion("noise", "Another panel might have seen it differently")
_NOISE_OF_ONE = Suggestion("noise", "Another interviewer might have seen it otherwise")
_CHANCE = Suggestion("chance", "Who else they saw that day")
_UNFAIR = Suggestion("unfair", "They were not fair")
_UNKNOWN = Suggestion("unknown", "Something I cannot know")
_ADJUSTMENTS = Suggestion("adjustments", "I did not get the adjustments I asked for")
_MOST = 8
# More would leave no room for what lies in one's own hands.
_MOST_FACTS = 4


def suggestions_for(facts: Facts) -> tuple[Suggestion, ...]:
    """Return up to eight explanations to pick from, those with a fact first."""
    found = [*_from_words(facts), *_from_numbers(facts)][:_MOST_FACTS]
    found.append(_CONTROLLABLE[facts.stage])
    if facts.stage is Stage.INTERVIEW:
        found += _INTERVIEW_MORE
    if not any(one.key in {"internal", "money", "changed", "closer"} for one in found):
        found.append(_FIELD)
    noise = _NOISE_OF_ONE if facts.was_panel is False else _NOISE
    found.append(noise if facts.stage is Stage.INTERVIEW else _CHANCE)
    kept = {one.key: one for one in reversed(found)}
    ordered = [one for one in dict.fromkeys(found) if kept.get(one.key) == one]
    return (*ordered[: _MOST - 2], _UNFAIR, _UNKNOWN)


def _from_words(facts: Facts) -> Iterable[Suggestion]:
    """Yield what sentences of theirs point to, each with its sentence."""
    for signs, suggestion in _SAID:
        # Pay and place are spoken of in many letters; only as a reason do they count.
        where = (
            facts.reason if suggestion is _TERMS else f"{facts.reason}\n{facts.words}"
        )
        said = next((one for one in _sentences(where) if _holds(one, signs)), "")
        if said:
            yield Suggestion(suggestion.key, suggestion.text, f"They wrote: “{said}”")


def _sentences(text: str) -> Iterable[str]:
    return (one.strip() for one in _SENTENCE.findall(text) if one.strip())


def _holds(said: str, signs: Iterable[str]) -> bool:
    return any(sign in said.lower() for sign in signs)


def _from_numbers(facts: Facts) -> Iterable[Suggestion]:
    if facts.interviewed and facts.interviewed > 1:
        others = facts.interviewed - 1
        yield Suggestion(
            "others",
            "There was one post, and others could do it too",
            f"They saw {others} other {'person' if others == 1 else 'people'}.",
        )
    if facts.criteria_without_evidence:
        asked = facts.criteria_without_evidence[0]
        yield Suggestion(
            "criterion",
            f"I had nothing to show yet for: {asked}",
            "It is in the advert, and no story of yours goes with it.",
        )
    if facts.days_silent:
        yield Suggestion(
            "silence",
            "They never finished, or told nobody",
            f"Nothing came for {facts.days_silent} days.",
        )
    if facts.adjustments_missed:
        yield Suggestion(_ADJUSTMENTS.key, _ADJUSTMENTS.text, "You noted it.")


class Nudge(StrEnum):
    """A question to ask when all cards lie on one side; none otherwise."""

    NONE = ""
    FRIEND = "friend"
    SMALL_THING = "small_thing"


# One card alone is no side.
_FEWEST_CARDS = 2


def nudge_for(cards: Sequence[Card]) -> Nudge:
    """Return the question that helps when everything was put into one tray.

    All mine: what would you say to a friend? All theirs: is there one small thing you
    would like sharper next time anyway?
    """
    trays = [card.tray for card in cards if card.tray is not Tray.NONE]
    if len(trays) < _FEWEST_CARDS or len(set(trays)) > 1:
        return Nudge.NONE
    return {Tray.MINE: Nudge.FRIEND, Tray.THEIRS: Nudge.SMALL_THING}.get(
        trays[0], Nudge.NONE
    )
