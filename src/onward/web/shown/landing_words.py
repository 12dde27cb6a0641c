"""The words of taking in a no: labels, questions, and what stands beside them."""

from django.utils.translation import gettext_lazy as _

from onward.domain.landing.explanations import Nudge, Tray
from onward.domain.landing.feelings import Feeling, Word
from onward.domain.landing.reached import Adjustments, HeardHow, Reached, Seats
from onward.domain.landing.walk import Today

HEARD_HOW = {
    HeardHow.MAIL: _("By e-mail"),
    HeardHow.CALL: _("On the phone"),
    HeardHow.IN_PERSON: _("Face to face"),
    HeardHow.WEBSITE: _("On their website"),
    HeardHow.LETTER: _("By letter"),
    HeardHow.OTHERS: _("From somebody else"),
    HeardHow.NOT_TOLD: _("They did not tell me"),
}
REACHED = {
    Reached.APPLICATION: _("The application, no further"),
    Reached.TEST: _("A test or a task"),
    Reached.SCREEN: _("A first short call"),
    Reached.FIRST: _("The first interview"),
    Reached.LATER: _("A later interview"),
    Reached.FINAL: _("The last interview"),
    Reached.OFFER: _("An offer"),
}
SEATS = {
    Seats.PANEL: _("A panel, together"),
    Seats.ONE: _("One person"),
    Seats.SEVERAL_APART: _("Several people, one after the other"),
}
ADJUSTMENTS = {
    Adjustments.NOT_ASKED: _("I did not ask for any"),
    Adjustments.GIVEN: _("I asked, and got them"),
    Adjustments.PARTLY: _("I asked, and got some of them"),
    Adjustments.MISSED: _("I asked, and did not get them"),
}
FEELINGS = {
    Feeling.VERY_LOW: _("Very low"),
    Feeling.LOW: _("Low"),
    Feeling.BETWEEN: _("In between"),
    Feeling.ALL_RIGHT: _("All right"),
    Feeling.GOOD: _("Good"),
}
FEELING_WORDS = {
    Word.DISAPPOINTED: _("disappointed"),
    Word.SAD: _("sad"),
    Word.ANGRY: _("angry"),
    Word.EMBARRASSED: _("embarrassed"),
    Word.WORRIED: _("worried"),
    Word.TIRED: _("tired"),
    Word.CONFUSED: _("confused"),
    Word.NUMB: _("numb"),
    Word.RELIEVED: _("relieved"),
    Word.HOPEFUL: _("hopeful"),
}
TRAYS = {
    Tray.MINE: _("Mine to change"),
    Tray.THEIRS: _("Theirs, or the field"),
    Tray.UNKNOWN: _("Cannot know"),
}
TRAYS_SHORT = {
    Tray.MINE: _("Mine"),
    Tray.THEIRS: _("Theirs"),
    Tray.UNKNOWN: _("Unknown"),
}
TRAYS_SAID = {
    Tray.MINE: _("Something you could do otherwise another time."),
    Tray.THEIRS: _("Their plans, their money, who else was there."),
    Tray.UNKNOWN: _("Nobody will tell you, and you need not guess."),
}
NUDGES = {
    Nudge.FRIEND: _(
        "Everything lies with you. If a friend showed you these cards, what would you "
        "say to them?"
    ),
    Nudge.SMALL_THING: _(
        "Everything lies with them. Is there one small thing you would like sharper "
        "next time anyway?"
    ),
}
TODAY = {
    Today.WALK: (_("Go for a walk"), _("Ten minutes count.")),
    Today.CALL: (_("Call someone"), _("Somebody you can be yourself with.")),
    Today.KIND_NOTE: (
        _("Write a kind note to yourself"),
        _("Five minutes, three questions."),
    ),
    Today.PRIVATE_PAGE: (
        _("Write it out, for nobody"),
        _("A page you can seal, or delete unread."),
    ),
    Today.NOTHING: (_("Nothing"), _("That is a choice too.")),
    Today.ASK: (
        _("Begin asking them for feedback"),
        _("One short mail. You see every word before it goes."),
    ),
}
KIND_NOTE = (
    _("What happened, in two or three plain lines?"),
    _("Nearly anybody would feel something here. What would that be?"),
    _("A friend is in your place. What do you say to them?"),
)
