"""Which address leads to which page: mailboxes."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
