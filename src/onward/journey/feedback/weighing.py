"""Weighs a note by what is known of it: who saw what, and who else has said so."""

from onward.domain.feedback.weigh import Circumstances, Weighed, weigh
from onward.journey.feedback.models import FeedbackNote

_ABOUT_ME = [FeedbackNote.Kind.STRENGTH, FeedbackNote.Kind.IMPROVEMENT]


def weighed(note: FeedbackNote) -> Weighed:
    """Return a note's weight with the reasons for it."""
    return weigh(
        Circumstances(
            specific=note.specific,
            first_hand=note.text.was_there,
            matches_own_log=note.matches_own_log,
            other_employers=others_who_said_so(note),
        )
    )


def others_who_said_so(note: FeedbackNote) -> int:
    """Return how many other employers said something of the same kind and competency.

    One employer counts once, however often they say it.
    """
    if not note.competency:
        return 0
    same = FeedbackNote.objects.of(note.person_id).filter(
        kind=note.kind, competency=note.competency, is_confirmed=True
    )
    own = note.text.application.employer.root.pk
    employers = {
        employer.root.pk
        for employer in (
            found.text.application.employer
            for found in same.select_related("text__application__employer__merged_into")
        )
    }
    return len(employers - {own})
