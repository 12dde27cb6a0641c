"""The lock on private words: a passphrase, opening with it, locking up again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.journey.people import sealing
from onward.web.forms.private_words import NewPassphraseForm, PassphraseForm
from onward.web.shown.private_words import private_of
from onward.web.whose import PersonRequest


def show(request: PersonRequest) -> HttpResponse:
    """Show where the key lies, or keep a passphrase for it."""
    form = NewPassphraseForm(request.POST or None)
    if form.is_valid():
        words = form.cleaned_data["passphrase"]
        sealing.set_passphrase(person=request.user, passphrase=words)
        messages.info(request, _("Kept. Your passphrase opens your private words."))
        return redirect("private-words")
    given = {"form": form, "private": private_of(request.user)}
    return render(request, "private-words/show.html", given)


def unlock(request: PersonRequest) -> HttpResponse:
    """Ask for the passphrase, and go back to where it was needed."""
    back = _back(request)
    form = PassphraseForm(request.POST or None)
    is_open = not sealing.is_sealed_away(request.user)
    if is_open or (form.is_valid() and _opens(request, form)):
        return _opened(request) if request.htmx else redirect(back)
    if request.htmx:
        return asked_beside(request, form)
    given = {"form": form, "next": back, "private": private_of(request.user)}
    return render(request, "private-words/open.html", given)


def asked_beside(
    request: PersonRequest, form: PassphraseForm | None = None, status: int = 200
) -> HttpResponse:
    """Ask for the passphrase in the page that is open, so that its words stay in it."""
    private = private_of(request.user)
    given = {"form": form or PassphraseForm(), "private": private}
    answer = render(request, "private-words/beside.html", given, status=status)
    answer["HX-Retarget"], answer["HX-Reswap"] = "#notices", "innerHTML"
    return answer


def _opened(request: PersonRequest) -> HttpResponse:
    """Tell the page that it can send its words once more."""
    answer = asked_beside(request)
    answer["HX-Trigger"] = "private-words-open"
    return answer


def _opens(request: PersonRequest, form: PassphraseForm) -> bool:
    words = form.cleaned_data["passphrase"]
    try:
        sealing.open_with(person=request.user, passphrase=words)
    except sealing.WrongPassphraseError as problem:
        form.add_error("passphrase", _(str(problem)))
        return False
    return True


@require_POST
def lock(request: PersonRequest) -> HttpResponse:
    """Lock the private words up until the passphrase comes again."""
    sealing.lock_up(person=request.user)
    messages.info(request, _("Locked."))
    return redirect("private-words")


@require_POST
def begin_anew(request: PersonRequest) -> HttpResponse:
    """Let go of private words whose key is lost, so that new ones can be written."""
    if sealing.is_sealed_away(request.user):
        sealing.begin_anew(person=request.user)
        messages.info(request, _("You can write anew."))
    return redirect("private-words")


def _back(request: PersonRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if is_ours else redirect("private-words").url
