"""What mail means, how sure that is and what was wrong with it, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.domain.mail.linking.clue import Why
from onward.domain.mail.message import Fault
from onward.domain.mail.verdict import Meaning
from onward.journey.mail.likely import SUBJECT

_VERY_SURE = 0.97
MEANINGS = {
    Meaning.ACKNOWLEDGEMENT: gettext_lazy("They have your application"),
    Meaning.ASSESSMENT: gettext_lazy("They ask you to do a test or a task"),
    Meaning.INTERVIEW_INVITATION: gettext_lazy("They invite you to an interview"),
    Meaning.OFFER: gettext_lazy("They offer you the work"),
    Meaning.REJECTION: gettext_lazy("They said no"),
    Meaning.FEEDBACK: gettext_lazy("They give feedback"),
    Meaning.FOLLOW_UP: gettext_lazy("You wrote to them"),
    Meaning.RECRUITER_OUTREACH: gettext_lazy("A recruiter wrote first"),
    Meaning.OTHER: gettext_lazy("Something else about your search"),
    Meaning.NOT_JOB_RELATED: gettext_lazy("Perhaps not about your search"),
}
_FAULTS = {
    Fault.TRUNCATED: gettext_lazy("The end of this mail is missing."),
    Fault.UNKNOWN_CHARSET: gettext_lazy(
        "Some letters may be wrong: the mail does not say how it is written."
    ),
    Fault.ABSURD_DATE: gettext_lazy("Its date cannot be right, so it is left out."),
    Fault.NESTED_TOO_DEEP: gettext_lazy(
        "Mails within mails: the deepest were left out."
    ),
    Fault.TOO_MANY_PARTS: gettext_lazy(
        "It has very many parts: the last were left out."
    ),
    Fault.TOO_LARGE: gettext_lazy("It is very large: its end was left out."),
    Fault.HEADERS_TOO_LARGE: gettext_lazy(
        "Its first lines are very long: part was left out."
    ),
    Fault.BROKEN_ENCODING: gettext_lazy("Part of it was damaged on its way."),
    Fault.UNREADABLE: gettext_lazy("It could not be read."),
}

_TIES = {
    Why.THREAD: gettext_lazy("same conversation"),
    SUBJECT: gettext_lazy("same subject"),
    Why.REFERENCE: gettext_lazy("same reference number"),
    Why.EMPLOYER_AND_ROLE: gettext_lazy("same employer and role"),
    Why.EMPLOYER: gettext_lazy("same employer"),
    Why.SENDER: gettext_lazy("same person writes"),
    Why.AGENCY: gettext_lazy("same agency"),
    Why.WORDS: gettext_lazy("its text names the employer"),
    Why.ROLE: gettext_lazy("similar role"),
    Why.RARE_ROLE: gettext_lazy("the same rare role, under another name"),
    Why.NAMED: gettext_lazy("an earlier mail names who writes"),
    Why.COLLEAGUE: gettext_lazy("it speaks of somebody who wrote there"),
}


def tie_words(why: str) -> str:
    """Return what ties a mail to an application, in a few words."""
    return str(_TIES.get(why, ""))


def meaning_words(meaning: str) -> str:
    """Return a meaning in words: "They said no"."""
    return str(MEANINGS[Meaning(meaning)])


def fault_words(fault: str) -> str:
    """Return what was broken about a mail, in one sentence."""
    return str(_FAULTS[Fault(fault)])


def sure_words(confidence: float, *, asks: bool) -> str:
    """Return how sure a guess is, in words."""
    if asks:
        return _("not sure")
    return _("very sure") if confidence >= _VERY_SURE else _("quite sure")
