"""Addresses of the newer steps, a module a step, joined here."""

from django.urls import URLPattern

from onward.web.addresses import (
    access,
    calendars,
    custody,
    development,
    insights,
    mailboxes,
    nerves,
    practice,
    preparation,
    reflection,
)

urlpatterns: list[URLPattern] = [
    *access.urlpatterns,
    *calendars.urlpatterns,
    *custody.urlpatterns,
    *reflection.urlpatterns,
    *nerves.urlpatterns,
    *insights.urlpatterns,
    *development.urlpatterns,
    *preparation.urlpatterns,
    *practice.urlpatterns,
    *mailboxes.urlpatterns,
]
