"""Which address leads to which page: nerves."""

from django.urls import URLPattern, path

from onward.web.pages import nerves

urlpatterns: list[URLPattern] = [
    path("nerves/", nerves.index, name="nerves"),
    path("nerves/letter/", nerves.letter, name="letter-to-self"),
    path("nerves/ladder/rung/", nerves.rung, name="set-rung"),
    path("nerves/lines/<int:pk>/", nerves.line, name="own-line"),
    path("nerves/<slug:key>/", nerves.technique, name="technique"),
    path("nerves/<slug:key>/lines/", nerves.add, name="add-own-line"),
    path("nerves/<slug:key>/rate/", nerves.rate, name="rate-nerves"),
]
