"""Which address leads to which page: the letter for one's own data."""

from django.urls import URLPattern, path

from onward.web.pages import access

_AT = "applications/<int:pk>/other-routes/access/"
urlpatterns: list[URLPattern] = [
    path(_AT, access.show, name="access-letter"),
    path(f"{_AT}tone/", access.tone, name="access-tone"),
    path(f"{_AT}improve/", access.improve, name="access-improve"),
    path(f"{_AT}draft.eml", access.file, name="access-file"),
]
