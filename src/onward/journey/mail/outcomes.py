"""Adds to an outcome what only its message tells."""

from typing import Any

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


def fill_outcome(row: Application, event_id: int | None, message: Message) -> None:
    """Give the outcome an event made its reason, feedback and stage, verbatim.

    Done again whenever mail is filed: an older mail may tell of a later stage.
    """
    rule = rule_against_feedback(message.shown_text)
    Outcome.objects.filter(event_id=event_id or 0).update(
        reason=quoted(message, "reason"),
        feedback_given=quoted(message, "feedback_given"),
        feedback_offered=quoted(message, "feedback_offered"),
        feedback_refused=rule.quote if rule else "",
        stage=_furthest(row.stage, message.details.get("stage", "")),
    )


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
