"""The words of asking for feedback, for what the domain decides."""

from django.utils.translation import gettext_lazy as _

from onward.domain.asking.decision import Answer, Wait

TITLES = {
    Answer.ASK: _("Yes, it is worth asking"),
    Answer.MAY_ASK: _("You can ask, and it may be late"),
    Answer.TAKE_IT_UP: _("They offer it, so take them up on it"),
    Answer.READ_FIRST: _("There is feedback in their message already"),
    Answer.LEAVE_IT: _("This time, better leave it"),
    Answer.ASKED_ALREADY: _("You have asked"),
    Answer.TOO_LATE: _("The time for asking is over"),
}
WAITS = {
    Wait.RIGHTS_FIRST: _(
        "You worry that it was not fair. Read about your rights first."
    ),
    Wait.REST_FIRST: _(
        "You said today is a low day. A letter can wait until tomorrow."
    ),
    Wait.NOBODY_TO_WRITE_TO: _(
        "I found nobody to write to. You can add somebody on the next page."
    ),
}
