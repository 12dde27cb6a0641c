"""Made-up values in every state, for the page that shows all components.

All people, employers and mails here are invented.
"""

from onward.web.shown import applications, mail, shared, today

OFFER_TO_TALK = shared.Quote(
    "If it would be useful, I am happy to give you ten minutes on the phone this week "
    "about how the panel saw it.",
    "Priya Nair, today 09:14 · Re: Data analyst, second interview",
    "#",
)
PANEL = shared.Quote(
    "The panel felt you would do well here; on the day another candidate had worked "
    "with our reporting system before.",
    "Priya Nair",
    "#",
)
RECEIVED = shared.Quote(
    "We have your application for the Data Analyst role.",
    "no-reply, on behalf of Hallam & Rowe",
    "#",
)

SURE = shared.Verdict("They said no", "quite sure", quotes=(PANEL,))
SURE_WITH_CONTROLS = shared.Verdict(
    "They said no", "quite sure", quotes=(PANEL,), right_url="#", wrong_url="#"
)
UNSURE = shared.Verdict(
    "They may be inviting you to talk",
    "not sure",
    unsure=True,
    quotes=(
        shared.Quote(
            "It would be good to find half an hour in the next week or two.",
            "Tom Whitlock, 19 November",
        ),
    ),
)
CONFIRMED = shared.Verdict(
    "They got it", "", quotes=(RECEIVED,), confirmed="You said so on 3 November."
)

TODAY = today.Today(
    date="Monday, 23 November",
    sentence="One answer came in. Two other things can wait.",
    steps=(
        today.Step(
            "answer",
            "Hallam & Rowe have said no, after the second interview",
            "They also offer to talk. Until Friday, it seems.",
            OFFER_TO_TALK,
            (
                shared.Action("Ask for that call", "#", primary=True),
                shared.Action("First, how are you?", "#"),
            ),
            "#",
            "They offered feedback, and an offer like that is usually open for a week.",
        ),
        today.Step(
            "interview",
            "Leeds City Council, Thursday 10:30",
            "Panel of three, 45 minutes.",
            actions=(shared.Action("Look at it", "#"),),
            not_now_url="#",
            why="It is in three days.",
        ),
        today.Step(
            "mail",
            "Two mails I am not sure about",
            "About a minute.",
            actions=(shared.Action("Look at them", "#"),),
            not_now_url="#",
        ),
    ),
    waiting_sentence="11 applications are waiting for an answer. "
    "The usual wait for ones like these is 9 to 24 days.",
)

TIMELINE = (
    applications.Happening(
        "Interview with Priya Nair", "Thursday", "2026-11-26", "By phone", kind="ahead"
    ),
    applications.Happening(
        "They said no",
        "today",
        "2026-11-23",
        quote=PANEL,
        source_words="from a mail, quite sure",
        event_id=5,
        correct_url="#",
        undo_url="#",
    ),
    applications.Happening(
        "Quiet. Longer than half of replies to you; not unusual.",
        "19 days",
        kind="quiet",
    ),
    applications.Happening(
        "Second interview",
        "4 Nov",
        "2026-11-04",
        "Panel of three, 50 minutes.",
        source_words="you said so",
        event_id=4,
        correct_url="#",
    ),
    applications.Happening(
        "First interview",
        "22 Oct",
        "2026-10-22",
        "By phone, 25 minutes, with Priya Nair.",
        source_words="from an invitation",
        event_id=3,
        correct_url="#",
    ),
    applications.Happening(
        "They said no",
        "12 Oct",
        "2026-10-12",
        source_words="put right by you on 13 October",
        event_id=6,
        superseded=True,
    ),
    applications.Happening(
        "They got it",
        "9 Oct",
        "2026-10-09",
        quote=RECEIVED,
        source_words="from a mail, quite sure",
        event_id=2,
        correct_url="#",
    ),
    applications.Happening(
        "You applied", "8 Oct", "2026-10-08", source_words="you said so", event_id=1
    ),
)

IMPORTS = (
    mail.Import(
        1,
        "All mail.mbox",
        "running",
        "Reading. 12,400 of about 31,000.",
        share=40,
        rate="1,240 a second",
        remaining="about 15 seconds left",
        kept="212",
        ordinary="12,188",
        pause_url="#",
        cancel_url="#",
    ),
    mail.Import(2, "Sent.zip", "waiting", "Waiting for the one before."),
    mail.Import(
        3,
        "Maildir",
        "paused",
        "Paused at 3,100 of 8,000.",
        share=39,
        kept="48",
        ordinary="3,052",
        resume_url="#",
        cancel_url="#",
    ),
    mail.Import(
        4,
        "Archive 2019.mbox",
        "done",
        "Read. Nothing new for your search.",
        known="412",
        ordinary="9,120",
        problems=(
            "One message breaks off in the middle. What was there is kept.",
            "One message has no date that can be. It is filed without one.",
        ),
        dismiss_url="#",
    ),
    mail.Import(
        5,
        "holiday.jpg",
        "refused",
        "This file is not a mailbox I can read. "
        "Onward reads .mbox, .eml, Maildir folders and zips of these.",
        dismiss_url="#",
    ),
)

WAITING = mail.Waiting(
    7,
    "#",
    "Tom Whitlock, Fennimore Partners",
    "Quick chat about the analyst role?",
    "19 November",
    UNSURE,
    mail.Answers(
        7,
        "#",
        "Which application is this about?",
        (
            shared.Choice(
                "3", "Hallam & Rowe, Data analyst", "same person writes, applied 8 Oct"
            ),
            shared.Choice(
                "9", "Northgate Trust, Reporting analyst", "similar role, applied 2 Nov"
            ),
        ),
        shared.Choice("new", "A new application", "It names no employer"),
        shared.Choice("not-mine", "Not about my search", "Onward forgets its words"),
        asks_employer=True,
        wrong_url="#",
    ),
)

WIDTHS = (
    shared.Choice("narrow", "Narrow", "Only what is surely about your search"),
    shared.Choice("usual", "Usual", "Also what is likely", chosen=True),
    shared.Choice("wide", "Wide", "Everything that might be; you sort it"),
)
UNDO = shared.Undo("Filed under Data analyst, Hallam & Rowe.", "#")
PAGES = shared.Pages(2, 4, 96, "#", "#")
THEMES = (
    shared.Choice("", "As the device", chosen=True),
    shared.Choice("light", "Light"),
    shared.Choice("dark", "Dark"),
)
SHOWN = {
    "today": TODAY,
    "quote": OFFER_TO_TALK,
    "verdicts": (SURE, SURE_WITH_CONTROLS, UNSURE, CONFIRMED),
    "timeline": TIMELINE,
    "imports": IMPORTS,
    "waiting": WAITING,
    "widths": WIDTHS,
    "themes": THEMES,
    "pages": PAGES,
}
