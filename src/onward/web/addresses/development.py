"""Which address leads to which page: development."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
