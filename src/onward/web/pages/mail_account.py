"""The account that letters go through."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward import wiring
from onward.domain.letters.providers import provider_of
from onward.journey.feedback.accounts import (
    AccountRefusedError,
    Given,
    account_of,
    drop_account,
    keep_account,
    suggested,
)
from onward.web.forms.asking import AccountForm
from onward.web.whose import PersonRequest


def show(request: PersonRequest) -> HttpResponse:
    """Show the account, and keep it once its server lets us in."""
    form = AccountForm(request.POST or None, initial=_initial(request))
    if form.is_valid():
        try:
            keep_account(person=request.user, given=Given(**form.cleaned_data))
        except AccountRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.info(request, _("The server let Onward in. The account is kept."))
            return redirect("mail-account")
    address = str(form["address"].value() or "")
    given = {
        "form": form,
        "account": account_of(request.user),
        "provider": provider_of(address),
        "kept_where": wiring.vault().said,
    }
    return render(request, "letters/account.html", given)


def _initial(request: PersonRequest) -> dict[str, object]:
    account = account_of(request.user)
    if account is not None:
        names = ("address", "name", "host", "port", "security", "user")
        return {name: getattr(account, name) for name in names}
    address = request.GET.get("address", "") or next(iter(request.user.addresses), "")
    given = suggested(address)
    known = ("address", "host", "port", "security", "user")
    return {name: getattr(given, name) for name in known}


@require_POST
def drop(request: PersonRequest) -> HttpResponse:
    """Let go of the account and its password."""
    account = account_of(request.user)
    if account is not None:
        drop_account(account=account)
        messages.info(request, _("The account and its password are gone from here."))
    return redirect("mail-account")
