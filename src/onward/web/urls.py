"""Which address leads to which page; the names are in docs/architecture/pages.md."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
