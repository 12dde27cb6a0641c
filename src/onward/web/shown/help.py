"""The help pages that come with Onward."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Topic:
    """One help page: its address, its title and what it is about."""

    slug: str
    title: str | Promise
    said: str | Promise

    @property
    def template(self) -> str:
        """The template that holds its text."""
        return f"help/topics/{self.slug}.html"


TOPICS = (
    Topic("first-steps", _("First steps"), _("How to begin, and what comes then.")),
    Topic(
        "getting-your-mail-out",
        _("Getting your mail out"),
        _("From Gmail, Thunderbird, Apple Mail and Outlook."),
    ),
    Topic(
        "connecting-your-mailbox",
        _("Connecting your mailbox"),
        _("Which password, which folders, and what Onward looks at."),
    ),
    Topic(
        "how-mail-is-read",
        _("How mail is read"),
        _("What Onward looks for, how it knows, and what it does when unsure."),
    ),
    Topic(
        "what-the-stages-mean",
        _("What the stages mean"),
        _("Applied, interviews, quiet, and closed but in the loop."),
    ),
    Topic(
        "asking-for-feedback",
        _("Asking for feedback"),
        _("Whether, whom and what to ask, how it is sent, and what comes then."),
    ),
    Topic(
        "what-the-numbers-mean",
        _("What the numbers mean"),
        _("The odds, ranges, what is open, and what they do not say."),
    ),
    Topic("privacy", _("Privacy"), _("What is kept, where, and who can see it.")),
    Topic("keyboard", _("Keyboard"), _("The keys that work on every page.")),
)
