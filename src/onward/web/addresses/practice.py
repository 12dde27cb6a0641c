"""Which address leads to which page: practice."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
