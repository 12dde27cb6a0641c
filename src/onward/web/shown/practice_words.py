"""The words of practice: rungs, kinds of question, parts, bands and what changed."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from onward.domain.interview.answers.review import Band, PartName, Side
from onward.domain.interview.questions.question import Kind
from onward.domain.practice.learned import Marked
from onward.domain.practice.rungs import Rung
from onward.journey.practice.models import Sitting
from onward.web.shown.moments import near_day

RUNGS = {
    Rung.WRITE: _("Write it"),
    Rung.ALONE: _("Say it aloud, alone"),
    Rung.RECORD: _("Say it and keep it"),
    Rung.FOLLOWED: _("With questions after it"),
    Rung.PANEL: _("A panel of three"),
    Rung.PRESSURE: _("Under pressure"),
}
RUNGS_SAID = {
    Rung.WRITE: _("You type. No sound at all."),
    Rung.ALONE: _("Nothing is kept. You say yourself how it went."),
    Rung.RECORD: _("Recorded on this machine, so that you can hear it again."),
    Rung.FOLLOWED: _("Up to two more questions, as a good interviewer would ask."),
    Rung.PANEL: _("Three voices ask in turn, with questions after it."),
    Rung.PRESSURE: _("Cooler questions and a clock. Only if you want that today."),
}
KINDS = {
    Kind.PAST_BEHAVIOUR: _("About something you did"),
    Kind.SITUATIONAL: _("What you would do"),
    Kind.BACKGROUND: _("About you"),
    Kind.TECHNICAL: _("What you know"),
    Kind.MOTIVATION: _("Why this work"),
    Kind.STRENGTHS: _("What you are good at"),
    Kind.TASK: _("A task"),
    Kind.CLOSING: _("At the end"),
}
ABOUT = {
    Sitting.About.FOCUS: _("your focus"),
    Sitting.About.KIND: _("a kind of question"),
    Sitting.About.SURPRISE: _("a surprise"),
    Sitting.About.AGAIN: _("one question"),
}
ASKERS = (
    _("The manager asks"),
    _("Somebody from personnel asks"),
    _("Somebody from the team asks"),
)
PARTS = {
    PartName.SITUATION: _("situation"),
    PartName.TASK: _("task"),
    PartName.ACTION: _("action"),
    PartName.RESULT: _("result"),
    PartName.LEARNING: _("learning"),
}
SIDES = {
    Side.SITUATION: _("Where it was, and what was at stake"),
    Side.ACTION: _("What you did yourself"),
    Side.RESULT: _("What came of it"),
    Side.LEARNING: _("What you took from it"),
    Side.SPECIFICS: _("Numbers, names and days"),
    Side.RELEVANCE: _("What the question asked"),
    Side.CRITERIA: _("What this role asks for"),
}
BANDS = {
    Band.EMERGING: _("emerging"),
    Band.CLEAR: _("clear"),
    Band.STRONG: _("strong"),
    Band.NOT_ASKED: _("not asked"),
    Band.CANNOT_TELL: _("cannot tell"),
}
MARKS = {
    Marked.FILLER: _("filler"),
    Marked.PAUSE: _("long pause"),
    Marked.PART: _("part"),
    Marked.HEDGE: _("softener"),
    Marked.REPETITION: _("said twice"),
}
TAKES = (
    _("Take one"),
    _("Take two"),
    _("Take three"),
    _("Take four"),
    _("Take five"),
    _("Take six"),
)
CONFIDENCE = {
    1: _("Hard"),
    2: _("Not easy"),
    3: _("In between"),
    4: _("All right"),
    5: _("Good"),
}
THINKING = {
    0: _("As long as I like, without a clock"),
    30: _("Half a minute"),
    60: _("A minute"),
    120: _("Two minutes"),
    300: _("Five minutes"),
}
SILENCE = {
    0: _("Never. I say when I am done"),
    4: _("After 4 seconds, with a countdown I can stop"),
    8: _("After 8 seconds, with a countdown I can stop"),
    15: _("After 15 seconds, with a countdown I can stop"),
}
KEEPING = {
    1: _("One day"),
    7: _("A week"),
    30: _("30 days"),
    90: _("Three months"),
    0: _("Until I delete it"),
}


def take_name(number: int) -> str:
    """Return what a take is called: "Take two"."""
    if number <= len(TAKES):
        return str(TAKES[number - 1])
    return str(_("Take %(number)s") % {"number": number})


def clock_words(seconds: float) -> str:
    """Return a length as one says it: "1 min 42 s"."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    if not minutes:
        return str(_("%(seconds)s s") % {"seconds": rest})
    return str(_("%(minutes)s min %(rest)s s") % {"minutes": minutes, "rest": rest})


def at_words(seconds: float) -> str:
    """Return a moment of a recording: "0:42"."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


def return_words(on: date, today: date) -> str:
    """Say when a question comes back; one that was not taken up keeps waiting."""
    told = _("Waiting since %(day)s") if on < today else _("Comes back %(day)s")
    return str(told) % {"day": near_day(on, today)}
