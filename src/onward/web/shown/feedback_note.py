"""Puts together one step with one note of feedback."""

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.domain.feedback.frameworks import competencies, framework
from onward.domain.feedback.note import Kind
from onward.domain.feedback.translate import translate
from onward.journey.feedback.deciding import quote_of
from onward.journey.feedback.models import FeedbackNote
from onward.journey.feedback.weighing import weighed
from onward.web.shown.feedback import NoteShown
from onward.web.shown.feedback_words import DECISIONS, KINDS, STEPS, WEIGHTS
from onward.web.shown.shared import Choice, Quote

ORDER = ("sort", "translate", "weigh", "decide")
_NOISE = (
    "One interview is a noisy reading. Two interviewers who see the same person apart"
    " agree only moderately (.44 on a scale to 1; a panel .74)."
)


def note_of(note: FeedbackNote, step: str) -> NoteShown:
    """Return one step with one note."""
    number = ORDER.index(step)
    before = ORDER[number - 1] if number else ""
    home = reverse("feedback-text", args=[note.text_id])
    weight = weighed(note) if step == "weigh" else None
    return NoteShown(
        step=step,
        number=number + 1,
        count=len(ORDER),
        title=str(STEPS[step]),
        quote=Quote(quote_of(note), note.text.said_by),
        unsure="" if note.is_confirmed else _("I am not sure about this one."),
        kinds=_kinds(note) if step == "sort" else (),
        competencies=_competencies(note) if step == "sort" else (),
        credit=framework().credit if step == "sort" else "",
        ideas=_ideas(note) if step == "translate" else (),
        reasons=tuple(_(reason) for reason in weight.reasons) if weight else (),
        weight=str(WEIGHTS[weight.weight]) if weight else "",
        matches=_matches(note) if step == "weigh" else (),
        noise=_(_NOISE) if step == "weigh" else "",
        decisions=_decisions(note) if step == "decide" else (),
        back_url=reverse("feedback-note", args=[note.pk, before]) if before else home,
        leave_url=home,
    )


def _ideas(note: FeedbackNote) -> tuple[str, ...]:
    prompts = translate(quote_of(note), Kind(note.kind))
    return tuple(idea for prompt in prompts for idea in prompt.possibilities)


def _kinds(note: FeedbackNote) -> tuple[Choice, ...]:
    return tuple(
        Choice(kind.value, str(label), str(said), chosen=note.kind == kind)
        for kind, (label, said) in KINDS.items()
    )


def _competencies(note: FeedbackNote) -> tuple[Choice, ...]:
    named = [Choice("", _("None of these"), chosen=not note.competency)]
    named += [
        Choice(name, name, chosen=name == note.competency) for name in competencies()
    ]
    return tuple(named)


def _matches(note: FeedbackNote) -> tuple[Choice, ...]:
    known = {True: "yes", False: "no", None: ""}[note.matches_own_log]
    words = {
        "yes": _("Yes, I noticed it too"),
        "no": _("No, I did not see it so"),
        "": _("I cannot say"),
    }
    return tuple(
        Choice(value, label, chosen=value == known) for value, label in words.items()
    )


def _decisions(note: FeedbackNote) -> tuple[Choice, ...]:
    return tuple(
        Choice(one.value, str(label), str(said), chosen=note.decision == one)
        for one, (label, said) in DECISIONS.items()
    )
