"""Which address leads to which page; the names are in docs/architecture/pages.md."""

from django.conf import settings as installation
from django.urls import URLPattern, path

from onward.web import addresses
from onward.web.pages import (
    adding,
    anger,
    answers,
    applications,
    asking,
    asking_letter,
    calls,
    design,
    doors,
    editing,
    employers,
    events,
    feedback,
    feedback_notes,
    history,
    imports,
    landing,
    listening,
    mail,
    mail_account,
    more,
    outbox,
    routes,
    settings,
    support,
    today,
    uploads,
)
from onward.web.pages import help as help_pages
from onward.web.pages import messages as letters

urlpatterns: list[URLPattern] = [
    path("", today.show, name="today"),
    path("today/not-now/<slug:key>/", today.not_now, name="not-now"),
    # applications
    path("applications/", applications.table, name="applications"),
    path("applications/board/", applications.board, name="board"),
    path("applications/add/", adding.add, name="add-application"),
    path("applications/add/understood/", adding.understood, name="understand-line"),
    path("applications/<int:pk>/", applications.show, name="application"),
    path("applications/<int:pk>/happened/", events.tell, name="tell-event"),
    path("applications/<int:pk>/edit/", editing.edit, name="edit-application"),
    path("applications/<int:pk>/merge/", editing.merge, name="merge-application"),
    path("applications/<int:pk>/split/", editing.split, name="split-application"),
    path("applications/<int:pk>/archive/", editing.archive, name="archive-application"),
    path(
        "applications/<int:pk>/unarchive/",
        editing.unarchive,
        name="unarchive-application",
    ),
    path("applications/<int:pk>/close/", editing.close, name="close-application"),
    path("applications/<int:pk>/delete/", editing.delete, name="delete-application"),
    path("applications/events/<int:pk>/", events.correct, name="correct-event"),
    path(
        "applications/events/<int:pk>/take-back/",
        events.take_back,
        name="take-back-event",
    ),
    path("applications/employers/<int:pk>/", employers.show, name="employer"),
    path("applications/employers/<int:pk>/edit/", employers.edit, name="edit-employer"),
    path(
        "applications/employers/<int:pk>/merge/",
        employers.merge,
        name="merge-employer",
    ),
    path(
        "applications/employers/<int:pk>/split/",
        employers.split,
        name="split-employer",
    ),
    path(
        "applications/employers/<int:pk>/people/",
        employers.add_contact,
        name="add-contact",
    ),
    path("applications/people/<int:pk>/", employers.edit_contact, name="edit-contact"),
    path(
        "applications/people/<int:pk>/remove/",
        employers.remove_contact,
        name="remove-contact",
    ),
    # taking in a no
    path("applications/<int:pk>/land/", landing.land, name="land"),
    path("applications/<int:pk>/land/<slug:name>/", landing.screen, name="landing"),
    path("support/", support.show, name="support"),
    # asking for feedback
    path("applications/<int:pk>/ask/", asking.begin, name="ask"),
    path("applications/<int:pk>/ask/letter/", asking_letter.show, name="ask-letter"),
    path("applications/<int:pk>/ask/letter/tone/", asking_letter.tone, name="ask-tone"),
    path(
        "applications/<int:pk>/ask/letter/improve/",
        asking_letter.improve,
        name="ask-improve",
    ),
    path(
        "applications/<int:pk>/ask/letter/draft.eml",
        asking_letter.file,
        name="ask-file",
    ),
    path("applications/<int:pk>/ask/after/", answers.show, name="ask-after"),
    path(
        "applications/<int:pk>/ask/after/call.ics", answers.call_file, name="call-file"
    ),
    path(
        "applications/<int:pk>/ask/after/close/<slug:end>/",
        answers.close,
        name="close-ask",
    ),
    path("applications/<int:pk>/ask/after/reopen/", answers.reopen, name="reopen-ask"),
    path("applications/<int:pk>/ask/after/rate/", answers.rate, name="rate-answer"),
    path("applications/<int:pk>/ask/after/invite/", answers.invite, name="invite"),
    path("applications/<int:pk>/ask/after/move/", answers.move, name="move-call"),
    path("applications/<int:pk>/ask/after/off/", answers.call_off, name="call-off"),
    path(
        "applications/<int:pk>/ask/after/time/<int:slot>/",
        answers.pick,
        name="pick-time",
    ),
    path(
        "applications/<int:pk>/ask/after/<slug:purpose>/", answers.more, name="ask-more"
    ),
    path("applications/<int:pk>/ask/<slug:name>/", asking.screen, name="ask-screen"),
    path("applications/<int:pk>/other-routes/", routes.show, name="other-routes"),
    path("letters/", outbox.letters, name="outbox"),
    path("letters/<int:pk>/", outbox.show, name="letter"),
    path("letters/<int:pk>/hold/", outbox.hold, name="hold-letter"),
    path("letters/<int:pk>/went/", outbox.went, name="letter-went"),
    path("letters/<int:pk>/again/", outbox.again, name="letter-again"),
    path("settings/mail-account/", mail_account.show, name="mail-account"),
    path("settings/mail-account/drop/", mail_account.drop, name="drop-mail-account"),
    path("settings/calendar/", answers.calendar, name="calendar"),
    path("calendar/<str:token>.ics", answers.feed, name="calendar-feed"),
    path("settings/calendar/onward.ics", answers.feed_file, name="calendar-download"),
    # listening, and the door
    path("applications/<int:pk>/angry/", anger.show, name="angry"),
    path("applications/<int:pk>/call/", calls.begin, name="begin-call"),
    path("calls/<int:pk>/", calls.show, name="call"),
    path("calls/<int:pk>/paper/", calls.paper, name="call-print"),
    path("calls/<int:pk>/questions/", calls.choose, name="choose-questions"),
    path("calls/<int:pk>/notes/", calls.note, name="call-note"),
    path("calls/<int:pk>/notes/<int:note>/drop/", calls.drop, name="drop-call-note"),
    path("calls/<int:pk>/end/", calls.end, name="end-call"),
    path("listening/", listening.index, name="listening"),
    path("listening/<slug:key>/", listening.scene, name="listening-scene"),
    path("employers/<int:pk>/door/", doors.show, name="door"),
    path("employers/<int:pk>/door/touched/", doors.touched, name="door-touched"),
    # feedback
    path("applications/<int:pk>/feedback/", feedback.of_application, name="feedback"),
    path(
        "applications/<int:pk>/feedback/take-in/",
        feedback.take_in,
        name="take-in-feedback",
    ),
    path("feedback/", feedback.points, name="points"),
    path("feedback/<int:pk>/", feedback.show, name="feedback-text"),
    path("feedback/<int:pk>/ready/", feedback.ready, name="feedback-ready"),
    path(
        "feedback/notes/<int:pk>/<slug:step>/",
        feedback_notes.show,
        name="feedback-note",
    ),
    # history
    path("history/", history.show, name="history"),
    path("undo/<int:pk>/", history.undo, name="undo"),
    # mail
    path("mail/", mail.inbox, name="mail"),
    path("mail/give/", imports.give, name="give-mail"),
    path("mail/uploads/", uploads.start, name="start-upload"),
    path("mail/uploads/<slug:key>/", uploads.upload, name="upload"),
    path("mail/progress/", mail.progress, name="mail-progress"),
    path("mail/width/", mail.width, name="mail-width"),
    path("mail/imports/<int:pk>/pause/", imports.pause, name="pause-import"),
    path("mail/imports/<int:pk>/resume/", imports.resume, name="resume-import"),
    path("mail/imports/<int:pk>/cancel/", imports.cancel, name="cancel-import"),
    path("mail/imports/<int:pk>/dismiss/", imports.dismiss, name="dismiss-import"),
    path("mail/<int:pk>/", letters.show, name="message"),
    path("mail/<int:pk>/answer/", letters.answer, name="answer-mail"),
    path("mail/<int:pk>/confirm/", letters.confirm, name="confirm-mail"),
    path("mail/<int:pk>/correct/", letters.correct, name="correct-mail"),
    path("mail/<int:pk>/forget/", letters.forget, name="forget-mail"),
    # the rest
    path("settings/", settings.show, name="settings"),
    path("settings/theme/", settings.theme, name="theme"),
    path("settings/forget/", settings.forget_everything, name="forget-everything"),
    path("settings/forget/learned/", settings.forget_learned, name="forget-learned"),
    path("more/", more.show, name="more"),
    path("help/", help_pages.index, name="help"),
    path("help/<slug:slug>/", help_pages.topic, name="help-topic"),
    *addresses.urlpatterns,
]
if installation.DEBUG:
    urlpatterns.append(path("design/", design.show, name="design"))

handler400 = "onward.web.errors.bad_request"
handler403 = "onward.web.errors.forbidden"
handler404 = "onward.web.errors.not_found"
handler500 = "onward.web.errors.broken"
