"""Addresses of the newer steps, a module a step, joined here."""

from django.urls import URLPattern

from onward.web.addresses import (
    calendars,
    development,
    insights,
    mailboxes,
    nerves,
    practice,
    preparation,
    reflection,
)

urlpatterns: list[URLPattern] = [
    *calendars.urlpatterns,
    *reflection.urlpatterns,
    *nerves.urlpatterns,
    *insights.urlpatterns,
    *development.urlpatterns,
    *preparation.urlpatterns,
    *practice.urlpatterns,
    *mailboxes.urlpatterns,
]
