"""The words for the steps that have odds."""

from django.utils.translation import gettext_lazy as _

from onward.domain.statistics.priors import Step

NAMES = {
    Step.INTERVIEW: _("From applying to a first interview"),
    Step.ROUND: _("From one interview to a next step"),
    Step.OFFER: _("From being interviewed to an offer"),
    Step.FEEDBACK: _("From asking for feedback to something specific"),
    Step.NEVER_TOLD: _("Interviewed, and never told"),
}
# Each follows "between 4 and 43 of 100".
RANGES = {
    Step.INTERVIEW: _("applications lead to an interview"),
    Step.ROUND: _("interviews lead to a next step"),
    Step.OFFER: _("posts with an interview lead to an offer"),
    Step.FEEDBACK: _("requests get a specific answer"),
    Step.NEVER_TOLD: _("posts with an interview end without a word"),
}
# What goes well and what does not, to follow "more in a row that are".
STEP_RESULTS = {
    Step.INTERVIEW: (_("invited"), _("not invited")),
    Step.ROUND: (_("taken further"), _("not taken further")),
    Step.OFFER: (_("offered"), _("not offered")),
    Step.FEEDBACK: (_("answered well"), _("not answered well")),
    Step.NEVER_TOLD: (_("told"), _("never told")),
}
