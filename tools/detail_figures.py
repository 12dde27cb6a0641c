"""Compares details found with details noted, field by field, and counts them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

import numpy as np
from rapidfuzz import fuzz

from onward.domain.asking.window import window_for_asking
from onward.domain.mail.details.employer.names import squeezed
from onward.domain.mail.verdict import Meaning, Reading
from tools.detail_examples import Noted
from tools.mail_figures import Interval

_SAME, _BEGINNING = 88, 5
_DRAWS, _SEED = 2_000, 20261125
_ENDED = frozenset({Meaning.REJECTION, Meaning.FEEDBACK})
_NO = frozenset({Meaning.REJECTION})
Said = TypeVar("Said")
_TITLE = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|drs|doctor|prof|professor|sir|captain|capt|major"
    r"|sergeant|sgt|di|eng|chef|signora?|revd?|reverend|sister|nurse|matron|father"
    r"|uncle|aunt|auntie|aunty|canon|pastor|rabbi|imam|chaplain|brother|coach|madame"
    r"|monsieur|frau|herrn?|fr|hr|mag|kpt|kapitän|pfarrer(?:in)?|pastor(?:in)?|pater"
    r"|bruder|schwester)\b\.?\s*",
    re.IGNORECASE,
)
APART = " | "


class Found(StrEnum):
    """How a detail came out."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    SILENT = "rightly silent"
    INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class Field:
    """A detail: its name, of which mail it is asked, what is found, what is the same.

    `meanings` is empty where it is asked of all mail.
    """

    name: str
    meanings: frozenset[Meaning]
    said: Callable[[Noted, Reading], object]
    is_same: Callable[[str, Any], bool]

    def outcome(self, noted: Noted, reading: Reading) -> Found:
        """Return how this detail of one mail came out."""
        return self.compared(noted, self.said(noted, reading))

    def compared(self, noted: Noted, said: object) -> Found:
        """Return how what is said of a mail, by whomever, stands to what was noted."""
        told = noted.told.get(self.name, "")
        if not told:
            return Found.INVENTED if said else Found.SILENT
        if not said:
            return Found.MISSED
        return Found.RIGHT if self.is_same(told, said) else Found.WRONG


def same_name(told: str, said: object) -> bool:
    """Tell whether two spellings name one employer or role; no mere part of it."""
    one, other = sorted((_bare(told), _bare(str(said))), key=len)
    if len(one) >= _BEGINNING and other.startswith(one):
        return True
    return fuzz.token_sort_ratio(told.lower(), str(said).lower()) >= _SAME


def _bare(name: str) -> str:
    return squeezed(name).replace("and", "")


def same_person(told: str, said: object) -> bool:
    """Tell whether two spellings name one person, titles aside."""
    return _plain(told) == _plain(str(said))


def is_same_person_in_part(told: str, said: str) -> bool:
    """Tell whether two spellings may name one person, one by a part of the other."""
    one, other = (set(_plain(name).split()) for name in (told, said))
    return bool(one and other) and (one <= other or other <= one)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", _TITLE.sub("", name.casefold())))


def same_people(told: str, said: Any) -> bool:
    """Tell whether the same people are named; who wrote may be left out or in."""
    names, writer = said
    known = {_plain(writer)} - {""}
    return {_plain(one) for one in told.split(";")} - known == {
        _plain(one) for one in names
    } - known


def same_moments(told: str, said: Any) -> bool:
    """Tell whether the same moments are named, in whatever zone."""
    moments = {datetime.fromisoformat(one.strip()) for one in told.split(",")}
    return moments == set(said)


def same_words(told: str, said: Any) -> bool:
    """Tell whether the words quoted and those noted share half of the shorter."""
    quote = " ".join(said.quote.split())
    return any(_shared(one, quote) for one in told.split(APART))


def _shared(told: str, quote: str) -> bool:
    match = fuzz.partial_ratio_alignment(told, quote)
    return match is not None and match.score >= _SAME


def _until(noted: Noted, reading: Reading) -> str:
    sent_at, offered = noted.mail.sent_at, reading.details.feedback_offered
    words = offered.quote if offered else ""
    window = sent_at and window_for_asking(reading.shown_text, sent_at.date(), words)
    return window.until.isoformat() if window else ""


def _panel(noted: Noted, reading: Reading) -> tuple[tuple[str, ...], str] | None:
    names = reading.details.interviewers
    return (names, noted.told.get("writer", "")) if names else None


def _role(_: Noted, reading: Reading) -> str:
    return next(iter(reading.details.roles), "")


FIELDS = (
    Field("employer", frozenset(), lambda _, r: r.details.employer, same_name),
    Field("agency", frozenset(), lambda _, r: r.details.agency, same_name),
    Field("role", frozenset(), _role, same_name),
    Field("writer", frozenset(), lambda _, r: r.details.contact_name, same_person),
    Field(
        "meets",
        frozenset({Meaning.INTERVIEW_INVITATION}),
        lambda _, r: r.details.meets_at,
        same_moments,
    ),
    Field("panel", frozenset({Meaning.INTERVIEW_INVITATION}), _panel, same_people),
    Field("stage", _ENDED, lambda _, r: r.details.stage, lambda t, s: t == s),
    Field("reason", _NO, lambda _, r: r.details.reason, same_words),
    Field("given", _ENDED, lambda _, r: r.details.feedback_given, same_words),
    Field("offered", _ENDED, lambda _, r: r.details.feedback_offered, same_words),
    Field("until", _ENDED, _until, lambda t, s: t == s),
)


def rows(pairs: Sequence[tuple[Noted, Reading]]) -> list[str]:
    """Return a markdown table of how each detail came out, a row for each."""
    return table(pairs, Field.outcome)


def table(
    pairs: Sequence[tuple[Noted, Said]], outcome: Callable[[Field, Noted, Said], Found]
) -> list[str]:
    """Return the same of what was said by whomever."""
    lines = [
        (
            "| detail | mails | told | right | missed | wrong | not told, yet found "
            "| right of the told | right of all |"
        ),
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |",
    ]
    return lines + [
        _row(
            field.name,
            [
                outcome(field, noted, said)
                for noted, said in pairs
                if not field.meanings or noted.label in field.meanings
            ],
        )
        for field in FIELDS
    ]


def _row(name: str, came: Sequence[Found]) -> str:
    told = [found is Found.RIGHT for found in came if found not in _UNTOLD]
    all_right = [found in {Found.RIGHT, Found.SILENT} for found in came]
    invented = f"{came.count(Found.INVENTED)} of {len(came) - len(told)}"
    return (
        f"| {name} | {len(came)} | {len(told)} | {sum(told)} "
        f"| {came.count(Found.MISSED)} | {came.count(Found.WRONG)} | {invented} "
        f"| {share_of(told)} | {share_of(all_right)} |"
    )


_UNTOLD = frozenset({Found.SILENT, Found.INVENTED})


def share_of(right: Iterable[bool]) -> Interval:
    """Return the share that is right, and where it lies when drawn again."""
    held = np.array(list(right), dtype=float)
    if not len(held):
        return Interval(0.0, 0.0, 0.0)
    drawn = np.random.default_rng(_SEED).choice(held, (_DRAWS, len(held))).mean(axis=1)
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Interval(float(held.mean()), float(low), float(high))
