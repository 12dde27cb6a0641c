"""What the page for taking one's things along shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.journey.applications.models import Application
from onward.journey.custody.taking_out.sound import sound_bytes
from onward.journey.mail.models import Message
from onward.journey.people.models import Person
from onward.journey.people.sealing import is_sealed_away
from onward.journey.reflection.models import Reflection
from onward.web.shown.insights_words import counted

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class TakingOutShown:
    """What there is, in numbers; `open_url` leads to the lock while it is closed."""

    has: tuple[str, ...]
    reflections: str
    recordings: str
    is_locked: bool
    open_url: str
    data_dir: str


def taking_out_of(person: Person) -> TakingOutShown:
    """Return what a person can take along."""
    back = urlencode({"next": reverse("take-out")})
    return TakingOutShown(
        has=tuple(_has(person)),
        reflections=_reflections(person),
        recordings=_recordings(person),
        is_locked=is_sealed_away(person),
        open_url=f"{reverse('open-private-words')}?{back}",
        data_dir=str(settings.DATA_DIR) if settings.ONE_PERSON else "",
    )


def _has(person: Person) -> Iterator[str]:
    applications = Application.objects.of(person).whole().count()
    told = ngettext(
        "%(count)s application with its whole history, also as a sheet",
        "%(count)s applications with their whole history, also as a sheet",
        applications,
    )
    yield told % {"count": counted(applications)}
    mails = Message.objects.of(person).filter(forgotten_at=None).count()
    told = ngettext(
        "%(count)s mail, for any mail program",
        "%(count)s mails, for any mail program",
        mails,
    )
    if mails:
        yield told % {"count": counted(mails)}
    yield _("Requests, letters and feedback, also what you have not read yet")
    yield _("Your plan, your cards, what you prepared, practised and rated")


def _reflections(person: Person) -> str:
    mine = Reflection.objects.of(person)
    every, ticked = mine.count(), mine.filter(goes_along=True).count()
    if not every:
        return _("There is nothing of that yet.")
    told = ngettext("%(count)s interview.", "%(count)s interviews.", every) % {
        "count": counted(every)
    }
    if not ticked:
        return told
    also = ngettext(
        "%(count)s of them goes along in any case: you ticked it by itself.",
        "%(count)s of them go along in any case: you ticked them one by one.",
        ticked,
    ) % {"count": counted(ticked)}
    return f"{told} {also}"


def _recordings(person: Person) -> str:
    size = sound_bytes(person)
    if not size:
        return _("There is nothing of that yet.")
    return _("About %(size)s MB.") % {"size": counted(max(1, round(size / _MB)))}
