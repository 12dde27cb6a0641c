"""Which address leads to which page; the names are in docs/architecture/pages.md."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from onward.web.pages import help as help_pages
from onward.web.pages import more, settings, today


def _coming(_request: HttpRequest) -> HttpResponse:
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
    path("mail/", _coming, name="mail"),
    path("mail/give/", _coming, name="give-mail"),
    path("mail/width/", _coming, name="mail-width"),
    path("mail/<int:pk>/", _coming, name="message"),
    # the rest
    path("settings/", settings.show, name="settings"),
    path("settings/theme/", settings.theme, name="theme"),
    path("more/", more.show, name="more"),
    path("help/", help_pages.index, name="help"),
    path("help/<slug:slug>/", help_pages.topic, name="help-topic"),
]

handler400 = "onward.web.errors.bad_request"
handler403 = "onward.web.errors.forbidden"
handler404 = "onward.web.errors.not_found"
handler500 = "onward.web.errors.broken"
