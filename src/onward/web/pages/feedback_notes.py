"""One note of feedback: sort it, translate it, weigh it, decide on it."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from onward.journey.feedback import deciding
from onward.journey.feedback.models import FeedbackNote
from onward.journey.feedback.weighing import weighed
from onward.web.forms.feedback import BehaviourForm, DecisionForm
from onward.web.shown.feedback_note import ORDER, note_of
from onward.web.whose import PersonRequest


def show(request: PersonRequest, pk: int, step: str) -> HttpResponse:
    """Show or keep one step with one note."""
    note = _mine(request, pk)
    keep = _KEEPERS.get(step)
    if keep is None:
        raise Http404
    is_skipped = request.POST.get("go") == "skip"
    if request.method == "POST" and (is_skipped or keep(request, note)):
        return _on(note, step)
    given = {"note": note_of(note, step), "form": _form(request, note, step)}
    return render(request, f"feedback/{step}.html", given)


def _form(
    request: PersonRequest, note: FeedbackNote, step: str
) -> BehaviourForm | DecisionForm | None:
    if step == "translate":
        return BehaviourForm(
            request.POST or None, initial={"behaviour": note.behaviour}
        )
    if step == "decide":
        return DecisionForm(request.POST or None, initial={"reason": note.reason})
    return None


def _sort(request: PersonRequest, note: FeedbackNote) -> bool:
    kind = request.POST.get("kind", "")
    if kind not in FeedbackNote.Kind.values:
        return False
    competency = request.POST.get("competency", "")[:60]
    deciding.sort_note(note=note, kind=kind, competency=competency)
    return True


def _translate(request: PersonRequest, note: FeedbackNote) -> bool:
    form = BehaviourForm(request.POST)
    if not form.is_valid():
        return False
    deciding.translate_note(note=note, **form.cleaned_data)
    return True


def _weigh(request: PersonRequest, note: FeedbackNote) -> bool:
    matches = {"yes": True, "no": False}.get(request.POST.get("noticed", ""))
    deciding.match_note(note=note, matches=matches)
    note.weight = weighed(note).weight
    note.save(update_fields=["weight"])
    return True


def _decide(request: PersonRequest, note: FeedbackNote) -> bool:
    form = DecisionForm(request.POST)
    if not form.is_valid() or form.cleaned_data["decision"] not in _DECISIONS:
        return False
    deciding.decide(note=note, **form.cleaned_data)
    return True


_DECISIONS = frozenset(FeedbackNote.Decision.values)
_KEEPERS: dict[str, Callable[[PersonRequest, FeedbackNote], bool]] = {
    "sort": _sort,
    "translate": _translate,
    "weigh": _weigh,
    "decide": _decide,
}


def _on(note: FeedbackNote, step: str) -> HttpResponse:
    """Go to the next step; what is not about the person needs no translation."""
    if step == "sort" and note.kind == FeedbackNote.Kind.NOT_ABOUT_ME:
        return redirect("feedback-note", note.pk, "decide")
    if step != ORDER[-1]:
        return redirect("feedback-note", note.pk, ORDER[ORDER.index(step) + 1])
    following = deciding.next_undecided(note)
    if following is None:
        return redirect("feedback-text", note.text_id)
    return redirect("feedback-note", following.pk, "sort")


def _mine(request: PersonRequest, pk: int) -> FeedbackNote:
    rows = FeedbackNote.objects.of(request.user).select_related(
        "person", "text__application__employer__merged_into"
    )
    return get_object_or_404(rows, pk=pk)
