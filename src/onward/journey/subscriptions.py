"""What follows what: every event and those who follow it, on one page.

Most commands announce nothing but events of mail, so what else follows is imported
when it is due: to import it all takes a tenth of a second at every start.
"""
# ruff: noqa: PLC0415 - see above

from collections.abc import Iterator

from onward.background.events import follow, follow_many
from onward.domain.development.patterns import Point
from onward.journey.applications.keeping import ApplicationGoing
from onward.journey.applications.rounds import follow_talks
from onward.journey.applications.services import EventRecorded
from onward.journey.development.queries import has_focus
from onward.journey.development.sources import also_hear
from onward.journey.feedback.events import LetterSent
from onward.journey.feedback.queries import waits_for_answers
from onward.journey.mail.going import set_mail_aside
from onward.journey.outcome.services import follow_endings
from onward.journey.people.events import KeyLost
from onward.journey.people.models import Person


def subscribe() -> None:
    """Tie every event to what follows it."""
    follow_many(EventRecorded, follow_endings, follow_talks)
    follow(EventRecorded, _follow_answer, where=waits_for_answers)
    follow(EventRecorded, _follow_dates, where=has_focus)
    follow(KeyLost, _drop_what_nobody_opens)
    follow(ApplicationGoing, _forget_findable_words, set_mail_aside)
    follow(LetterSent, _follow_letter)
    also_hear(_practice_points)


def _follow_answer(recorded: EventRecorded) -> None:
    from onward.journey.feedback.answers import follow_answer

    follow_answer(recorded)


def _follow_dates(recorded: EventRecorded) -> None:
    from onward.journey.development.practising import follow_dates

    follow_dates(recorded)


def _drop_what_nobody_opens(lost: KeyLost) -> None:
    from onward.journey.nerves.keeping import drop_lost_letters
    from onward.journey.practice.takes import drop_locked_takes
    from onward.journey.preparation.needing import drop_lost_reasons
    from onward.journey.reflection.deleting import drop_what_nobody_opens

    drop_what_nobody_opens(lost)
    drop_locked_takes(lost)
    drop_lost_letters(lost)
    drop_lost_reasons(lost)


def _forget_findable_words(going: ApplicationGoing) -> None:
    from onward.journey.reflection.deleting import forget_findable_words

    forget_findable_words(going)


def _follow_letter(sent: LetterSent) -> None:
    from onward.journey.feedback.sending import follow_letter

    follow_letter(sent)


def _practice_points(person: Person) -> Iterator[Point]:
    from onward.journey.practice.points import own_points

    return own_points(person)
