"""The words of looking back: questions, labels, and what each mark looks like."""

from django.utils.translation import gettext_lazy as _

from onward.domain.interview.matching.suggestion import Strength
from onward.domain.interview.questions.question import Kind
from onward.domain.reflection.account import LongPart
from onward.domain.reflection.asked import Clear
from onward.domain.reflection.change import Vague
from onward.domain.reflection.feelings import Changed, Much, Part
from onward.domain.reflection.marks import Side
from onward.domain.reflection.preparation import Item, Ready
from onward.domain.reflection.walk import Screen

KINDS = {
    Kind.PAST_BEHAVIOUR: _("Past: a time when"),
    Kind.SITUATIONAL: _("What would you do"),
    Kind.BACKGROUND: _("About you"),
    Kind.TECHNICAL: _("Knowledge"),
    Kind.MOTIVATION: _("Motivation"),
    Kind.STRENGTHS: _("Strengths"),
    Kind.TASK: _("Task or talk"),
    Kind.CLOSING: _("At the end"),
}
CLEARS = {
    Clear.CLEAR: _("Clear"),
    Clear.PARTLY: _("Partly"),
    Clear.UNCLEAR: _("Not clear"),
}
FORMATS = {
    "in_person": _("Face to face"),
    "video": _("Video call"),
    "phone": _("Phone"),
    "recorded": _("Recorded, without anybody there"),
}
PARTS = {
    Part.SPEAKING: _("Finding words"),
    Part.LOOKING: _("How I looked to them"),
    Part.COMPANY: _("Being with new people"),
    Part.DOING_WELL: _("Wanting to do well"),
    Part.SIGNS: _("Signs others can see: shaking, blushing, a dry mouth"),
}
MUCH = {Much.NONE: _("Little"), Much.SOME: _("Some"), Much.MUCH: _("A lot")}
CHANGED = {
    Changed.NO: _("No"),
    Changed.SOMEWHAT: _("A little"),
    Changed.YES: _("Yes"),
}
SIDES = {
    Side.UNDERSTOOD: _("Saw what the question was after"),
    Side.EXAMPLE: _("A fitting example"),
    Side.ACTIONS: _("What I did myself"),
    Side.RESULT: _("How it ended"),
    Side.LINKED: _("The link to this role"),
    Side.LENGTH: _("The length"),
}
# What 1, 3 and 5 look like.
ANCHORS = {
    Side.UNDERSTOOD: (
        _("I answered something else"),
        _("I got the main thing and missed a part"),
        _("I answered all that was asked"),
    ),
    Side.EXAMPLE: (
        _("None, or about something else"),
        _("It fitted in part"),
        _("One clear example, close to their work"),
    ),
    Side.ACTIONS: (
        _("Mostly what we or others did"),
        _("Some of it was clearly mine"),
        _("Step by step what I did"),
    ),
    Side.RESULT: (
        _("I did not say how it ended"),
        _("I said it, with nothing to show for it"),
        _("I said it, with a number or what others said"),
    ),
    Side.LINKED: (
        _("I left the link to them"),
        _("A general link"),
        _("I said how it helps in this role"),
    ),
    Side.LENGTH: (
        _("Far too short or too long"),
        _("A little short or long"),
        _("As long as it needed, with a clear end"),
    ),
}
ITEMS = {
    Item.PURPOSE: _("What they are there for"),
    Item.CUSTOMERS: _("Whom they serve"),
    Item.MONEY: _("Where their money comes from"),
    Item.NEWS: _("Their news of late"),
    Item.OTHERS: _("Who else does this, and whom they work with"),
    Item.VALUES: _("Their values, seen in something they did"),
    Item.TEAM: _("The team, and whom the role reports to"),
    Item.OPENING: _("How the post came to be open"),
    Item.DUTIES: _("The three main duties"),
    Item.MUST_HAVES: _("What is a must, and what is nice to have"),
    Item.HALF_A_YEAR: _("What good looks like after six months"),
    Item.LANGUAGE: _("The words the advert uses"),
    Item.INTERVIEWERS: _("Who would be there, and their part"),
    Item.FORMAT: _("The format, and any task"),
    Item.LOGISTICS: _("Way, time, device, papers"),
    Item.ADJUSTMENTS: _("Adjustments, asked for and confirmed"),
    Item.QUESTIONS: _("Questions to ask them"),
    Item.SALARY: _("The range of pay"),
}
READY = {
    Ready.YES: _("Yes"),
    Ready.PARTLY: _("Partly"),
    Ready.NO: _("No"),
    Ready.NOT_NEEDED: _("Not needed"),
}
STRENGTHS = {
    Strength.STRONG: _("Strong"),
    Strength.OK: _("Fair"),
    Strength.THIN: _("Thin"),
    Strength.NONE: _("None"),
}
LONG_PARTS = {
    LongPart.HAPPENED: _("What happened, in the order it happened"),
    LongPart.FELT: _("What you felt, and when"),
    LongPart.WENT: _("What went well, and what did not"),
    LongPart.MADE_OF_IT: _("What made a difference, yours and theirs"),
    LongPart.TAKE_FROM_IT: _("What you take from it"),
    LongPart.NEXT: _("What you will do, and when"),
}
VAGUE = {
    Vague.LOOKS_BACK: _(
        "This looks back. What would somebody see or hear you do next time?"
    ),
    Vague.BEING: _(
        "This is a way to be. What would somebody see or hear you do instead?"
    ),
    Vague.NOT: _("This says what to leave. What will you do in its place?"),
}
TITLES = {
    Screen.QUESTIONS: _("What did they ask?"),
    Screen.AROUND: _("What else was there?"),
    Screen.GUESS: _("How sure are you of an offer?"),
    Screen.FEELINGS: _("How did it feel?"),
    Screen.KEPT: _("The facts are kept"),
    Screen.MOOD: _("How are you right now?"),
    Screen.STOP: _("You have been over this twice"),
    Screen.ANSWERS: _("How was this answer?"),
    Screen.KEEP: _("One thing to keep"),
    Screen.CHANGE: _("One thing to do differently"),
    Screen.PREPARATION: _("What had you looked up?"),
    Screen.CRITERIA: _("What had you to show for each line?"),
    Screen.COLLEAGUE: _("A colleague sits in your seat"),
    Screen.DONE: _("That is enough"),
    Screen.LONG: _("The long form"),
}
SAID = {
    Screen.QUESTIONS: _(
        "A few words for each are enough. Whatever you leave empty is left out."
    ),
    Screen.AROUND: _("Only what you remember."),
    Screen.GUESS: _(
        "From 0, surely not, to 100, surely. It is kept as it is, so that later you "
        "can see how close your guesses come."
    ),
    Screen.FEELINGS: _("In your own words. None of it is a measure of you."),
    Screen.MOOD: _("What it meant can wait for a better day."),
    Screen.ANSWERS: _("Mark what you saw yourself do. Nobody else sees it."),
    Screen.KEEP: _("Something you did that you want to do again."),
    Screen.CHANGE: _("One is enough. Say it as something to do."),
    Screen.PREPARATION: _(
        "A list to tick off for next time. Nobody has looked up all of it."
    ),
    Screen.CRITERIA: _("These lines stand in the advert."),
    Screen.COLLEAGUE: _(
        "They have the same interview tomorrow. What would you tell them?"
    ),
    Screen.LONG: _("Six parts, if you like to write. All of it may stay empty."),
}
