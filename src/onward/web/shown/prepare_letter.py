"""Shows the letter that asks for what is needed, and how it sounds."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.background.clock import zone_of
from onward.domain.letters.tone import Tone, check
from onward.journey.feedback.accounts import account_of
from onward.journey.feedback.models import AngryVersion
from onward.journey.people.models import Person
from onward.journey.preparation.models import Preparation
from onward.journey.preparation.needing import Letter, mailto_of
from onward.web.shown.asking import FlagShown, ToneShown
from onward.web.shown.asking_tone import sentence_of

_MORNING = 9


@dataclass(frozen=True, slots=True)
class NeedsLetterShown:
    """The letter before it goes, and by which ways it can."""

    title: str
    has_account: bool
    is_edited: bool
    mailto: str
    file_url: str
    words: str


def letter_shown(kept: Preparation, letter: Letter) -> NeedsLetterShown:
    """Return the letter's page."""
    words = len(letter.text.split())
    told = ngettext("%(count)s word", "%(count)s words", words)
    return NeedsLetterShown(
        title=_("Your letter"),
        has_account=account_of(kept.person) is not None,
        is_edited=letter.is_edited,
        mailto=mailto_of(kept) if letter.to_address else "",
        file_url=reverse("prepare-needs-file", args=[kept.application_id]),
        words=told % {"count": words},
    )


def tone_shown(person: Person, text: str, now: datetime) -> ToneShown:
    """Return how the letter sounds."""
    tone = _checked(person, text, now)
    flags = tuple(
        FlagShown(number, flag.quote, _(flag.why), flag.instead)
        for number, flag in enumerate(tone.flags)
    )
    return ToneShown(round(100 * tone.politeness), sentence_of(tone), flags)


def _checked(person: Person, text: str, now: datetime) -> Tone:
    angry = AngryVersion.objects.of(person).values_list("text", flat=True)
    hour = now.astimezone(zone_of(person)).hour
    # It goes in the morning unless the person says otherwise.
    return check(text, hour=max(hour, _MORNING), angry_versions=tuple(angry))
