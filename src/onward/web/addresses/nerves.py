"""Which address leads to which page: nerves."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
