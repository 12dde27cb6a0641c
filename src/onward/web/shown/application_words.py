"""Stages, endings, events and ways of applying, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from onward.domain.applications.channel import Channel
from onward.domain.applications.events import Source
from onward.domain.applications.loop import LoopStep
from onward.domain.applications.state import Ending, Stage, State

_SURE_ENOUGH = 0.8
STAGES = {
    Stage.APPROACHED: gettext_lazy("Not applied yet"),
    Stage.APPLIED: gettext_lazy("Applied"),
    Stage.ASSESSMENT: gettext_lazy("Test or task"),
    Stage.INTERVIEW: gettext_lazy("Interviews"),
    Stage.OFFER: gettext_lazy("Offer"),
}
ENDINGS = {
    Ending.REJECTED: gettext_lazy("They said no"),
    Ending.WITHDRAWN: gettext_lazy("You withdrew"),
    Ending.SILENT: gettext_lazy("No answer came"),
    Ending.OFFER_ACCEPTED: gettext_lazy("You accepted"),
    Ending.OFFER_DECLINED: gettext_lazy("You declined"),
    Ending.OFFER_WITHDRAWN: gettext_lazy("They took the offer back"),
}
LOOP = {
    LoopStep.LAND: gettext_lazy("Land"),
    LoopStep.ASK: gettext_lazy("Ask"),
    LoopStep.WAITING: gettext_lazy("Waiting"),
    LoopStep.REFLECT: gettext_lazy("Reflect"),
    LoopStep.WEIGH: gettext_lazy("Weigh"),
    LoopStep.DEVELOP: gettext_lazy("Develop"),
    LoopStep.DONE: gettext_lazy("Done"),
}
_LOOP_IN_A_SENTENCE = {
    LoopStep.LAND: gettext_lazy("closed, in the loop: land first"),
    LoopStep.ASK: gettext_lazy("closed, in the loop: ask for feedback"),
    LoopStep.WAITING: gettext_lazy("closed, in the loop: waiting for their feedback"),
    LoopStep.REFLECT: gettext_lazy("closed, in the loop: look back"),
    LoopStep.WEIGH: gettext_lazy("closed, in the loop: weigh what they said"),
    LoopStep.DEVELOP: gettext_lazy("closed, in the loop: work on one thing"),
    LoopStep.DONE: gettext_lazy("closed"),
}
CHANNELS = {
    Channel.REFERRAL: gettext_lazy("Referral"),
    Channel.RECRUITER: gettext_lazy("Recruiter"),
    Channel.AGENCY: gettext_lazy("Agency"),
    Channel.INTERNAL: gettext_lazy("Internal"),
    Channel.COLD: gettext_lazy("On your own account"),
    Channel.BOARD: gettext_lazy("Job board"),
    Channel.SITE: gettext_lazy("Their website"),
    Channel.FAIR: gettext_lazy("Careers fair"),
}


def channel_words(channel: str, said: str = "") -> str:
    """Return how an application went its way, in the person's words if they told."""
    if said:
        return said
    return str(CHANNELS[Channel(channel)]) if channel else ""


def standing_words(state: State) -> str:
    """Return where an application stands, for a table: "Interviews", "They said no"."""
    return str(ENDINGS[state.ending] if state.ending else STAGES[state.stage])


def place_in_the_loop(step: LoopStep | None, state: State) -> str:
    """Return where an application stands, to end a sentence with."""
    if step is not None:
        return str(_LOOP_IN_A_SENTENCE[step])
    return str(STAGES[state.stage]).lower()


def interviews_words(count: int) -> str:
    """Return "1 interview", "2 interviews"; nothing for none."""
    if not count:
        return ""
    return ngettext("%(count)s interview", "%(count)s interviews", count) % {
        "count": count
    }


def which_interview(number: int) -> str:
    """Return "First interview" and so on."""
    words = {
        1: _("First interview"),
        2: _("Second interview"),
        3: _("Third interview"),
        4: _("Fourth interview"),
        5: _("Fifth interview"),
    }
    return words.get(number, _("Interview %(number)s") % {"number": number})


def source_words(source: str, confidence: float) -> str:
    """Return from where something is known, and how sure it is."""
    if source == Source.PERSON:
        return _("you said so")
    if source == Source.RULE:
        return _("worked out from their mail")
    if confidence >= _SURE_ENOUGH:
        return _("from a mail, quite sure")
    return _("from a mail, not sure")
