"""Weighs a note by what is known of it: who saw what, and who else has said so."""

from onward.domain.feedback.themes import theme_of
from onward.domain.feedback.weigh import Circumstances, Weighed, weigh
from onward.journey.feedback.deciding import quote_of
from onward.journey.feedback.models import FeedbackNote


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
    """Return how many other employers said something of the same kind about the same.

    The same is one competency or, where none is known, one theme. One employer counts
    once, however often they say it.
    """
    found = FeedbackNote.objects.of(note.person_id).filter(
        kind=note.kind, competency=note.competency, is_confirmed=True
    )
    rows = found.select_related("text__application__employer__merged_into")
    alike = {_employer(row) for row in rows if _is_alike(note, row)}
    return len(alike - {_employer(note)})


def _employer(note: FeedbackNote) -> int:
    return note.text.application.employer.root.pk


def _is_alike(note: FeedbackNote, other: FeedbackNote) -> bool:
    if note.competency:
        return True
    theme = theme_of(quote_of(note))
    return bool(theme) and theme_of(quote_of(other)) == theme
