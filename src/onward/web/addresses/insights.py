"""Which address leads to which page: insights."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
