"""The words for criteria, strengths, reasons and needs."""

from django.utils.translation import gettext_lazy as _

from onward.domain.interview.adverts.criterion import Kind
from onward.domain.interview.matching.suggestion import Strength
from onward.domain.interview.questions.likely import Why
from onward.domain.preparation.needs import Asked, Need

KINDS = {
    Kind.DUTY: _("what you would do"),
    Kind.SKILL: _("skill or knowledge"),
    Kind.BEHAVIOUR: _("how you work"),
    Kind.QUALIFICATION: _("qualification"),
    Kind.EXPERIENCE: _("experience"),
    Kind.CONDITION: _("what must be so"),
}
STRENGTHS = {
    Strength.STRONG: _("strong"),
    Strength.OK: _("ok"),
    Strength.THIN: _("thin"),
    Strength.NONE: _("none"),
}
WHYS = {
    Why.ASKED_BY_THEM: _("They asked this before"),
    Why.ASKED_ELSEWHERE: _("You were asked this for a role like it"),
    Why.CRITERION: _("The advert asks for it"),
    Why.SECTOR: _("Usual in this trade"),
    Why.STAGE: _("Usual at this point"),
}
NEEDS = {
    Need.QUESTIONS_BEFORE: _("The questions, or their topics, before"),
    Need.PRINTED: _("The questions on paper in the room"),
    Need.ONE_AT_A_TIME: _("One part of a question at a time"),
    Need.TIME: _("More time to think and answer"),
    Need.NOTES: _("My notes with me"),
    Need.CAMERA_OFF: _("Camera off for some of it"),
    Need.IN_WRITING: _("A part of it in writing"),
    Need.QUIET: _("A quiet room"),
    Need.BREAKS: _("A short break"),
    Need.NAMED_CONTACT: _("Somebody to turn to on the day"),
    Need.INTERPRETER: _("An interpreter"),
    Need.STEP_FREE: _("No steps on the way in"),
}
ASKED = {
    Asked.NOT_YET: _("Not asked yet"),
    Asked.ASKED: _("Asked, no answer yet"),
    Asked.AGREED: _("They agreed"),
    Asked.REFUSED: _("They did not agree"),
}
