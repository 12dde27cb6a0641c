"""Settings: how Onward looks and what it reads, and where everything is kept."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.journey.custody import forgetting
from onward.web.forms.settings import AboutYou
from onward.web.frame import THEME_COOKIE, THEMES, theme_of
from onward.web.shown.settings import all_going, learned_going, settings_of
from onward.web.whose import PersonRequest

YEAR_SECONDS = 365 * 24 * 60 * 60


def show(request: PersonRequest) -> HttpResponse:
    """Show the settings, and keep what the person says of themselves."""
    form = AboutYou(request.POST or None, instance=request.user)
    if form.is_valid():
        form.save()
        messages.info(request, _("Kept."))
        return redirect("settings")
    shown = settings_of(request.user, theme_of(request))
    return render(request, "settings/settings.html", {"settings": shown, "form": form})


@require_POST
def theme(request: PersonRequest) -> HttpResponse:
    """Keep light, dark or as the device in this browser, and go back."""
    wanted = request.POST.get("theme", "")
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    response = redirect(back if is_ours else "settings")
    response.set_cookie(
        THEME_COOKIE,
        wanted if wanted in THEMES else "",
        max_age=YEAR_SECONDS,
        httponly=True,
        samesite="Strict",
    )
    return response


def forget_learned(request: PersonRequest) -> HttpResponse:
    """Ask, then let go of what corrections taught."""
    if request.method == "POST":
        forgetting.forget_learned(person=request.user)
        messages.info(request, _("Forgotten."))
        return redirect("settings")
    going = learned_going(request.user)
    return render(request, "applications/delete.html", {"going": going})


def forget_everything(request: PersonRequest) -> HttpResponse:
    """Ask, then delete all there is of the person."""
    if request.method == "POST":
        forgetting.forget_everything(person=request.user)
        messages.info(request, _("Everything is deleted. You can begin anew."))
        return redirect("today")
    going = all_going(request.user)
    return render(request, "applications/delete.html", {"going": going})
