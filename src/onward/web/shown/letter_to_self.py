"""Puts together the page of the letter to oneself."""

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.nerves.techniques import Technique, techniques
from onward.journey.applications.models import Application
from onward.journey.nerves import queries
from onward.journey.people.models import Person
from onward.journey.preparation.queries import cards_of, matrix_of
from onward.web.shown.nerves import LetterShown
from onward.web.shown.nerves_pages import known_of
from onward.web.shown.shared import Choice, Quote

_MOST_LETTERS = 12
_MOST_EVIDENCE = 5


def letter_of(person: Person, application: Application | None) -> LetterShown:
    """Return the letter to oneself, opened, and whom else one can write it for."""
    one = techniques()[Technique.LETTER]
    text = queries.letter_kept(person, application)
    return LetterShown(
        title=_(one.title),
        line=_(one.line),
        parts=tuple(_(part) for part in one.parts),
        known=known_of(one),
        text=text,
        about=_whom(application),
        url=_letter_url(application),
        others=_others(person, application),
        evidence=_evidence(person, application),
    )


def _evidence(person: Person, application: Application | None) -> tuple[Quote, ...]:
    """Return stories of the person's own: those laid to this role, else the latest."""
    cards = cards_of(person)
    if application is not None:
        rows = matrix_of(application).rows
        laid = dict.fromkeys(card for row in rows for card, _strength in row.served)
        cards = list(laid) or cards
    return tuple(Quote(card.headline, card.result) for card in cards[:_MOST_EVIDENCE])


def _whom(application: Application | None) -> str:
    return application.label if application else _("any interview")


def _letter_url(application: Application | None) -> str:
    here = reverse("letter-to-self")
    return f"{here}?about={application.pk}" if application else here


def _others(person: Person, application: Application | None) -> tuple[Choice, ...]:
    """Return the letter for any interview, and those of talks ahead and kept ones."""
    kept = {letter.application for letter in queries.letters_of(person)}
    now = clock.now()
    ahead = [
        one.application.merged_into or one.application
        for one in queries.rounds_to_choose(person, now)
        if one.starts_at and one.starts_at > now
    ]
    named = dict.fromkeys([None, *ahead, *(one for one in kept if one)])
    return tuple(
        Choice(
            _letter_url(one),
            capfirst(_whom(one)),
            _("written") if one in kept else "",
            chosen=one == application,
        )
        for one in list(named)[:_MOST_LETTERS]
    )
