"""Which address leads to which page; the names are in docs/architecture/pages.md."""

from django.conf import settings as installation
from django.urls import URLPattern, path

from onward.web.pages import (
    adding,
    applications,
    design,
    editing,
    employers,
    events,
    history,
    imports,
    landing,
    mail,
    more,
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
]
if installation.DEBUG:
    urlpatterns.append(path("design/", design.show, name="design"))

handler400 = "onward.web.errors.bad_request"
handler403 = "onward.web.errors.forbidden"
handler404 = "onward.web.errors.not_found"
handler500 = "onward.web.errors.broken"
