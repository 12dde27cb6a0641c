"""What goes along when a person takes their things, and what stays here, and why."""

from django.db import models

from onward.journey.applications.models import (
    Application,
    Contact,
    Employer,
    Event,
    Passage,
    Round,
)
from onward.journey.custody.taking_out.tables import Kind, table_of
from onward.journey.development.models import (
    Drill,
    Focus,
    Heard,
    Placing,
    Review,
    WeekTime,
)
from onward.journey.feedback.models import (
    AccessLetter,
    AngryVersion,
    BusyCalendar,
    CalendarFeed,
    Call,
    CallNote,
    Door,
    FeedbackNote,
    FeedbackRequest,
    FeedbackText,
    MailAccount,
    OutgoingLetter,
    Slot,
)
from onward.journey.history.models import Change
from onward.journey.insights.models import NewWay, OwnUsual
from onward.journey.mail.models import (
    Filing,
    Import,
    Learned,
    Message,
    Problem,
    Seen,
    Upload,
)
from onward.journey.mailboxes.models import ConnectedMailbox, Heading, MailFolder
from onward.journey.nerves.models import LetterToSelf, OwnLine, OwnRung, Use
from onward.journey.outcome.models import Landing, Outcome, PrivatePage
from onward.journey.people.models import Lock, Personal
from onward.journey.practice.models import (
    Asked,
    Correction,
    Opinion,
    Sitting,
    Studio,
    Take,
)
from onward.journey.preparation.models import (
    CalendarEntry,
    Criterion,
    EvidenceCard,
    Match,
    Preparation,
    ResearchNote,
)
from onward.journey.reflection.models import Reflection
from onward.journey.today.models import NotNow

_VAULT = frozenset({"secret_name"})
_LETTER = ("subject", "text")
_UNFORGOTTEN = {"forgotten_at": None}

KINDS = (
    # the search
    Kind(Employer, "employers", "The organisations you applied to."),
    Kind(Contact, "people", "People there and at agencies."),
    Kind(Application, "applications", "One role at one employer, and how it stands."),
    Kind(Event, "events", "What happened, when, and how that is known."),
    Kind(Round, "interviews", "The interviews of an application."),
    Kind(Outcome, "outcomes", "How an application ended, in the words it came in."),
    Kind(Landing, "landings", "How you took an ending, as far as you said."),
    # mail
    Kind(
        Message,
        "messages",
        "Kept mail, and what was made of it. Its text is in the folder mail, with the "
        "same id in the line X-Onward-Id.",
        without=frozenset({"shown_text", "forgotten_at"}),
        only=_UNFORGOTTEN,
    ),
    Kind(
        Filing,
        "filings",
        "Which application a mail belongs to.",
        only={"message__forgotten_at": None},
    ),
    Kind(
        Import,
        "mailboxes-read",
        "Mailboxes that were read, and how many mails were kept of each.",
        without=frozenset(
            {
                *("path", "fingerprint", "position", "holder", "beat_at", "wanted"),
                *("start", "seen_after", "rate", "dismissed_at"),
            }
        ),
    ),
    Kind(
        Problem,
        "unreadable",
        "Mails and files that could not be read, and why.",
        without=frozenset({"position"}),
    ),
    Kind(
        ConnectedMailbox,
        "connected-mailboxes",
        "Mailboxes on a server that Onward looks into, without any password.",
        without=_VAULT | {"due_at", "tries"},
    ),
    # feedback
    Kind(
        FeedbackRequest,
        "feedback-requests",
        "What you asked, and what came of it.",
        drafts=_LETTER,
    ),
    Kind(
        OutgoingLetter,
        "letters",
        "Letters on their way and gone. As mail they are in the folder mail.",
        without=frozenset({"approved_digest", "sender", "sending_at", "tries"}),
    ),
    Kind(Slot, "times-offered", "Times you offered for a call."),
    Kind(Call, "calls", "Calls about feedback."),
    Kind(CallNote, "call-notes", "What you wrote down in a call."),
    Kind(FeedbackText, "feedback-texts", "Feedback as it came, word for word."),
    Kind(
        FeedbackNote,
        "feedback-notes",
        "The points of a feedback text, and what you decided. start and end are "
        "places in it.",
    ),
    Kind(Door, "doors", "Whether and when you would apply somewhere again."),
    Kind(
        AccessLetter,
        "access-letters",
        "Letters that ask for your own data.",
        drafts=_LETTER,
    ),
    Kind(
        MailAccount,
        "mail-account",
        "The mail server your letters go by, without the password.",
        without=_VAULT,
    ),
    Kind(
        BusyCalendar,
        "busy-calendars",
        "Calendars that say when you are busy, without address and password.",
        without=_VAULT | {"spans", "unread"},
    ),
    # what is worked on
    Kind(Focus, "focus", "The one thing worked on, and those before it."),
    Kind(WeekTime, "focus-week", "Times of the week set aside for it."),
    Kind(Review, "focus-reviews", "How it went with it in an interview."),
    Kind(Drill, "focus-practices", "Practices planned for it."),
    Kind(Heard, "advisers-words", "What advisers said."),
    Kind(Placing, "points-placed", "Which theme you put a point to."),
    # getting ready
    Kind(Criterion, "criteria", "Lines of an advert, and what you made of them."),
    Kind(EvidenceCard, "evidence-cards", "Your stories, one a card."),
    Kind(Match, "cards-for-criteria", "Which card serves which line."),
    Kind(
        Preparation,
        "preparations",
        "What you prepared for an interview.",
        drafts=_LETTER,
    ),
    Kind(ResearchNote, "research-notes", "What you found out about an employer."),
    # nerves
    Kind(Use, "nerves-ratings", "Ways to ease nerves, before and after."),
    Kind(OwnLine, "own-lines", "Lines of your own for a way to ease nerves."),
    Kind(OwnRung, "own-rung", "Your rung on the ladder of practice."),
    # practice
    Kind(Studio, "practice-settings", "How you like to practise."),
    Kind(Sitting, "practice-sittings", "Sittings of practice."),
    Kind(Asked, "practice-questions", "The questions of a sitting."),
    Kind(Correction, "practice-corrections", "Marks you put right."),
    # insights and history
    Kind(OwnUsual, "own-usual", "What you take as usual for a step."),
    Kind(NewWay, "new-ways", "What you do differently, and since when."),
    Kind(
        Change,
        "history",
        "What was done in Onward, in words.",
        without=frozenset({"undoer", "arguments"}),
    ),
)
# Locked, so each is opened by `locked` and written only where that was asked for.
LOCKED: tuple[type[Personal], ...] = (Reflection, LetterToSelf, Take, Opinion)
# Written for nobody: these never leave, whatever is ticked.
NEVER: tuple[type[Personal], ...] = (PrivatePage, AngryVersion)
STAYS: dict[type[Personal], str] = {
    Passage: "the words of other files again, for the search",
    Seen: "marks that hold no word",
    Learned: "signs that hold no word, made of what you corrected",
    Upload: "files on their way in",
    MailFolder: "how far a server was read",
    Heading: "marks that hold no word",
    CalendarFeed: "an address that opens your calendar",
    CalendarEntry: "what the calendar was told last",
    Lock: "what opens your private words",
    NotNow: "steps put off for a day",
}

_NAMES: dict[type[models.Model], str] = {Take: "practice-answers"}
_NAMES.update((kind.model, kind.name) for kind in KINDS)
TABLES = tuple(table_of(kind, _NAMES) for kind in KINDS)
