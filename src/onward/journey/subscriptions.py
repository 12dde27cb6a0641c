"""What follows what: every event and those who follow it, on one page."""

from onward.background.events import follow
from onward.journey.applications.keeping import ApplicationGoing
from onward.journey.applications.rounds import keep_round
from onward.journey.applications.services import EventRecorded
from onward.journey.development.points import also_hear
from onward.journey.development.practising import follow_dates, has_focus
from onward.journey.feedback.answers import follow_answer, waits_for_answers
from onward.journey.feedback.outbox import LetterSent
from onward.journey.feedback.sending import follow_letter
from onward.journey.mail.going import set_mail_aside
from onward.journey.nerves.keeping import drop_lost_letters
from onward.journey.outcome.services import keep_outcome
from onward.journey.people.sealing import KeyLost
from onward.journey.practice.points import own_points
from onward.journey.practice.takes import drop_locked_takes
from onward.journey.preparation.needing import drop_lost_reasons
from onward.journey.reflection.deleting import (
    drop_what_nobody_opens,
    forget_findable_words,
)


def subscribe() -> None:
    """Tie every event to what follows it."""
    follow(EventRecorded, keep_outcome, keep_round)
    follow(EventRecorded, follow_answer, where=waits_for_answers)
    follow(EventRecorded, follow_dates, where=has_focus)
    follow(KeyLost, drop_what_nobody_opens, drop_locked_takes)
    follow(KeyLost, drop_lost_letters, drop_lost_reasons)
    follow(ApplicationGoing, forget_findable_words, set_mail_aside)
    follow(LetterSent, follow_letter)
    also_hear(own_points)
