"""Which address leads to which page: reflection."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
