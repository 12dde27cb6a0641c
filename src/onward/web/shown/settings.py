"""What Settings shows."""

from dataclasses import dataclass
from importlib.metadata import version

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.journey.applications.models import Application
from onward.journey.mail.models import Learned, Message
from onward.journey.people.models import Person
from onward.web.shown.applications import Going
from onward.web.shown.mail import MailboxShown
from onward.web.shown.mail_inbox import widths_of
from onward.web.shown.mailboxes import mailboxes_shown
from onward.web.shown.shared import Choice


@dataclass(frozen=True, slots=True)
class SettingsShown:
    """The theme, how much mail is taken in, and where everything is kept.

    `learned` says how much was learned from corrections, empty where nothing was.
    """

    themes: tuple[Choice, ...]
    widths: tuple[Choice, ...] = ()
    can_connect: bool = False
    mailboxes: tuple[MailboxShown, ...] = ()
    sentence: str = ""
    data_dir: str = ""
    version: str = ""
    learned: str = ""
    forget_learned_url: str = ""
    forget_url: str = ""


def settings_of(person: Person, theme: str) -> SettingsShown:
    """Return what Settings shows to a person with this theme."""
    learned = Learned.objects.of(person).count()
    return SettingsShown(
        themes=themes_with(theme),
        widths=widths_of(person),
        can_connect=settings.ONE_PERSON,
        mailboxes=mailboxes_shown(person),
        data_dir=str(settings.DATA_DIR) if settings.ONE_PERSON else "",
        version=version("onward"),
        learned=_learned(learned),
        forget_learned_url=reverse("forget-learned") if learned else "",
        forget_url=reverse("forget-everything"),
    )


def themes_with(chosen: str) -> tuple[Choice, ...]:
    """Return light, dark and as the device, with the chosen one marked."""
    named = {"": _("As the device"), "light": _("Light"), "dark": _("Dark")}
    return tuple(
        Choice(value, label, chosen=value == chosen) for value, label in named.items()
    )


def all_going(person: Person) -> Going:
    """Return what goes when everything is deleted."""
    applications = Application.objects.of(person).count()
    mails = Message.objects.of(person).count()
    return Going(
        title=_("Delete everything for good?"),
        said=_("Onward will know nothing of you, as on the first day."),
        back_url=reverse("settings"),
        loses=(
            ngettext(
                "%(count)s application with its history",
                "%(count)s applications with their history",
                applications,
            )
            % {"count": applications},
            ngettext("%(count)s mail", "%(count)s mails", mails) % {"count": mails},
            _("What you wrote, corrected and set"),
        ),
    )


def learned_going(person: Person) -> Going:
    """Return what goes when what was learned is forgotten."""
    return Going(
        title=_("Forget what was learned?"),
        said=_("New mail is read as on the first day. What is filed stays filed."),
        back_url=reverse("settings"),
        loses=(_learned(Learned.objects.of(person).count()),),
    )


def _learned(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "What your correction of %(count)s mail taught",
        "What your corrections of %(count)s mails taught",
        count,
    ) % {"count": count}
