"""Which address leads to which page: calendars that say when one is busy."""

from django.urls import URLPattern, path

from onward.web.pages import busy_calendars

urlpatterns: list[URLPattern] = [
    path("settings/calendar/busy/", busy_calendars.show, name="busy-calendars"),
    path(
        "settings/calendar/busy/<int:pk>/again/",
        busy_calendars.again,
        name="read-busy-calendar",
    ),
    path(
        "settings/calendar/busy/<int:pk>/drop/",
        busy_calendars.drop,
        name="drop-busy-calendar",
    ),
]
