"""Which address leads to which page; the names are in docs/architecture/pages.md."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from onward.web.pages import help as help_pages
from onward.web.pages import imports, mail, more, settings, today, uploads
from onward.web.pages import messages as letters


def _coming(_request: HttpRequest, **_given: object) -> HttpResponse:
    return HttpResponse(status=501)


urlpatterns: list[URLPattern] = [
    path("", today.show, name="today"),
    path("today/not-now/<slug:key>/", today.not_now, name="not-now"),
    # applications
    path("applications/", _coming, name="applications"),
    path("applications/board/", _coming, name="board"),
    path("applications/add/", _coming, name="add-application"),
    path("applications/<int:pk>/", _coming, name="application"),
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
    path("undo/<int:pk>/", _coming, name="undo"),
    path("settings/", settings.show, name="settings"),
    path("settings/theme/", settings.theme, name="theme"),
    path("settings/forget/", settings.forget_everything, name="forget-everything"),
    path("settings/forget/learned/", settings.forget_learned, name="forget-learned"),
    path("more/", more.show, name="more"),
    path("help/", help_pages.index, name="help"),
    path("help/<slug:slug>/", help_pages.topic, name="help-topic"),
]

handler400 = "onward.web.errors.bad_request"
handler403 = "onward.web.errors.forbidden"
handler404 = "onward.web.errors.not_found"
handler500 = "onward.web.errors.broken"
