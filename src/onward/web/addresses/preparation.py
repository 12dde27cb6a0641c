"""Which address leads to which page: preparation."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
