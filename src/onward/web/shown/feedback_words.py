"""The words for what feedback is and what was made of it."""

from django.utils.translation import gettext_lazy as _

from onward.journey.feedback.models import FeedbackNote, FeedbackText

Kind, Decision, Source = FeedbackNote.Kind, FeedbackNote.Decision, FeedbackText.Source

KINDS = {
    Kind.STRENGTH: (_("It went well"), _("Something to keep")),
    Kind.IMPROVEMENT: (_("It could be better"), _("Something to build on")),
    Kind.ADVICE: (_("Advice"), _("Something to do from here")),
    Kind.REAPPLY: (_("About applying there again"), _("Whether and when")),
    Kind.NOT_ABOUT_ME: (_("Not about me"), _("The field, the process, kind words")),
    Kind.UNCLEAR: (_("Unclear"), _("It cannot be told what they mean")),
}
DECISIONS = {
    Decision.KEEP: (
        _("Keep doing it"),
        _("It stands in your plan and before interviews"),
    ),
    Decision.TRY: (_("Try it once"), _("One thing at a time for each application")),
    Decision.PARK: (_("Park it"), _("Kept, and it asks nothing of you")),
    Decision.DISAGREE: (
        _("I see it otherwise"),
        _("With your reason; that is a fine end"),
    ),
}
DECIDED = {
    Decision.KEEP: _("Keep"),
    Decision.TRY: _("Try once"),
    Decision.PARK: _("Parked"),
    Decision.DISAGREE: _("I see it otherwise"),
}
SOURCES = {
    Source.REPLY: _("From their reply"),
    Source.REJECTION: _("From the mail that said no"),
    Source.CALL: _("From a call"),
    Source.PASTED: _("Brought in by you"),
}
STEPS = {
    "sort": _("What is this about?"),
    "translate": _("What would somebody have seen or heard?"),
    "weigh": _("How much weight has it?"),
    "decide": _("What do you make of it?"),
}
WEIGHTS = {"low": _("little"), "medium": _("some"), "high": _("much")}
