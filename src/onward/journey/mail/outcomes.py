"""Adds to an outcome what only its message tells."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from onward.background.rows import update_all
from onward.domain.applications.state import Stage
from onward.domain.asking.policy import rule_against_feedback
from onward.journey.applications.models import Application
from onward.journey.mail.models import Message
from onward.journey.outcome.models import Outcome

_TOLD_STAGE = {
    "application": Stage.APPLIED,
    "screen": Stage.INTERVIEW,
    "first": Stage.INTERVIEW,
    "later": Stage.INTERVIEW,
    "final": Stage.INTERVIEW,
    "offer": Stage.OFFER,
}
_ORDER = tuple(Stage)
_TOLD = [
    *("reason", "feedback_given", "feedback_offered", "feedback_refused"),
    "stage",
]


@dataclass(frozen=True, slots=True)
class Ended:
    """An application, the event that ended it, and the message that says so."""

    row: Application
    event_id: int
    message: Message


def fill_outcomes(many: Collection[Ended]) -> None:
    """Give the outcomes that events made their reason, feedback and stage, verbatim.

    Done again whenever mail is filed: an older mail may tell of a later stage.
    """
    if not many:
        return
    numbers = [one.message.pk for one in many]
    texts = dict(Message.objects.filter(pk__in=numbers).values_list("pk", "shown_text"))
    events = [one.event_id for one in many]
    kept = {one.event_id: one for one in Outcome.objects.filter(event__in=events)}
    found = [(kept[one.event_id], one) for one in many if one.event_id in kept]
    for outcome, one in found:
        _fill(outcome, one, texts.get(one.message.pk, ""))
    update_all([outcome for outcome, _ in found], _TOLD)


def _fill(outcome: Outcome, ended: Ended, text: str) -> None:
    rule = rule_against_feedback(text)
    outcome.reason = quoted(ended.message, "reason")
    outcome.feedback_given = quoted(ended.message, "feedback_given")
    outcome.feedback_offered = quoted(ended.message, "feedback_offered")
    outcome.feedback_refused = rule.quote if rule else ""
    told = ended.message.details.get("stage", "")
    outcome.stage = _furthest(ended.row.stage, told)


def quoted(message: Message, detail: str) -> str:
    """Return the words of a detail, empty where the message does not tell."""
    found: dict[str, Any] | None = message.details.get(detail)
    return str(found["quote"]) if found else ""


def _furthest(derived: str, told: str) -> str:
    """Return the later of two stages: mail may tell of a talk nobody wrote down."""
    said = _TOLD_STAGE.get(told)
    if said is None:
        return derived
    known = Stage(derived) if derived in _ORDER else Stage.APPLIED
    return max(known, said, key=_ORDER.index)
