"""Shows how a letter sounds, and puts better words where a flag points."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.background.clock import zone_of
from onward.domain.letters.tone import Tone, check
from onward.journey.feedback.models import AngryVersion, FeedbackRequest
from onward.journey.feedback.sending import usual_time
from onward.journey.people.models import Person
from onward.web.shown.asking import FlagShown, ToneShown

_POLITE, _PLAIN = 0.6, 0.4


def tone_of(asked: FeedbackRequest, text: str, now: datetime) -> ToneShown:
    """Return how a letter sounds; an empty one sounds like nothing yet."""
    return tone_shown(_checked(asked, text, now))


def tone_shown(tone: Tone) -> ToneShown:
    """Return a tone in words, with what to look at."""
    flags = tuple(
        FlagShown(
            number=number,
            quote=flag.quote,
            why=_(flag.why),
            instead=flag.instead,
            is_cut=bool(flag.quote) and not flag.instead,
        )
        for number, flag in enumerate(tone.flags)
    )
    return ToneShown(round(100 * tone.politeness), sentence_of(tone), flags)


def _checked(asked: FeedbackRequest, text: str, now: datetime) -> Tone:
    return tone_at(asked.application.person, text, usual_time(asked, now))


def tone_at(person: Person, text: str, moment: datetime) -> Tone:
    """Return the tone of a person's letter that would go at this moment."""
    versions = AngryVersion.objects.of(person).values_list("text", flat=True)
    hour = moment.astimezone(zone_of(person)).hour
    return check(text, hour=hour, angry_versions=tuple(versions))


def sentence_of(tone: Tone) -> str:
    """Return how a letter sounds in one sentence, with its size."""
    if not tone.words:
        return _("Nothing written yet.")
    if tone.politeness >= _POLITE:
        manner = _("Polite and clear.")
    elif tone.politeness >= _PLAIN:
        manner = _("Plain and matter-of-fact.")
    else:
        manner = _("It sounds short.")
    words = ngettext("%(count)s word", "%(count)s words", tone.words)
    asked = tone.questions
    questions = ngettext("%(count)s question", "%(count)s questions", asked)
    return _("%(manner)s %(words)s, %(questions)s.") % {
        "manner": manner,
        "words": words % {"count": tone.words},
        "questions": questions % {"count": asked},
    }


def improved(asked: FeedbackRequest, text: str, number: str, now: datetime) -> str:
    """Return the letter with a flag's better words in it; as it was if it is gone."""
    text = text.replace("\r\n", "\n")
    return with_better_words(_checked(asked, text, now), text, number)


def with_better_words(tone: Tone, text: str, number: str) -> str:
    """Return a text with better words where one of the tone's flags points."""
    flags = tone.flags
    if not number.isdecimal() or int(number) >= len(flags):
        return text
    flag = flags[int(number)]
    if flag.start == flag.end:
        return text
    return f"{text[: flag.start]}{flag.instead}{text[flag.end :]}"
