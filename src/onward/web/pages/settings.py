"""Settings: how Onward looks and what it reads, and where everything is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from onward.web.frame import THEME_COOKIE, THEMES
from onward.web.shown.design import THEMES as CHOICES
from onward.web.shown.settings import SettingsShown

YEAR_SECONDS = 365 * 24 * 60 * 60


def show(request: HttpRequest) -> HttpResponse:
    """Show the settings."""
    return render(
        request, "settings/settings.html", {"settings": SettingsShown(CHOICES)}
    )


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep light, dark or as the device in this browser, and go back."""
    wanted = request.POST.get("theme", "")
    back = request.POST.get("next", "")
    fine = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    response = redirect(back if fine else "settings")
    response.set_cookie(
        THEME_COOKIE,
        wanted if wanted in THEMES else "",
        max_age=YEAR_SECONDS,
        httponly=True,
        samesite="Strict",
    )
    return response
