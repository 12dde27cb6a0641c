"""Which address leads to which page: taking one's things along."""

from django.urls import URLPattern, path

from onward.web.pages import taking_out

urlpatterns: list[URLPattern] = [
    path("settings/take-out/", taking_out.show, name="take-out"),
]
