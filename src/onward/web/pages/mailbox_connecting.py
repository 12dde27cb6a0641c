"""Connecting a mailbox: the address, then its password or a sign-in."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render

from onward import wiring
from onward.domain.errors import OnwardError
from onward.domain.mailboxes.consent import Client
from onward.journey.mailboxes import leave as leaves
from onward.journey.mailboxes.connecting import Given, suggested
from onward.journey.mailboxes.connecting import connect as connected
from onward.ports.consent import NotYetError
from onward.web.forms.mailboxes import AddressForm, ConnectForm, LeaveForm
from onward.web.shown.mailboxes import connecting_of
from onward.web.whose import PersonRequest


def connect(request: PersonRequest) -> HttpResponse:
    """Ask for the address, then for what opens the mailbox."""
    if "way" in request.POST:
        return _ask_for_leave(request)
    if request.method == "POST":
        return _by_password(request)
    address = AddressForm(request.GET if "address" in request.GET else None)
    if not address.is_valid():
        own = next(iter(request.user.addresses), "")
        address.initial = {"address": own}
        return render(request, "mailboxes/address.html", {"form": address})
    return _shown(request, address.cleaned_data["address"])


def _shown(
    request: PersonRequest,
    address: str,
    by_password: forms.Form | None = None,
    by_leave: forms.Form | None = None,
) -> HttpResponse:
    given = suggested(address)
    names = ("address", "host", "port", "security", "user")
    usual = {name: getattr(given, name) for name in names}
    page = connecting_of(address)
    told = {
        "page": page,
        "kept_where": wiring.vault().said,
        "by_password": by_password or ConnectForm(initial=usual),
        "by_leave": by_leave
        or LeaveForm(initial={"address": address, "way": page.giver}),
    }
    return render(request, "mailboxes/connect.html", told)


def _by_password(request: PersonRequest) -> HttpResponse:
    form = ConnectForm(request.POST)
    if form.is_valid():
        try:
            mailbox = connected(person=request.user, given=Given(**form.cleaned_data))
        except OnwardError as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("mailbox-folders", mailbox.pk)
    return _shown(request, request.POST.get("address", ""), by_password=form)


def _ask_for_leave(request: PersonRequest) -> HttpResponse:
    form = LeaveForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        usual = suggested(told["address"])
        given = Given(usual.address, usual.host, usual.port, way=told["way"])
        client = Client(told["client"].strip(), told["client_secret"].strip())
        try:
            key = leaves.begin(given=given, client=client, by_code=told["by_code"])
        except OnwardError as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("mailbox-leave", key)
    return _shown(request, request.POST.get("address", ""), by_leave=form)


def leave(request: PersonRequest, key: str) -> HttpResponse:
    """Wait for the provider's answer, then go on; a GET never opens the mailbox."""
    asked = leaves.waiting(key)
    if request.method == "POST":
        return _take_leave(request, key, asked)
    given = {"asked": asked, "giver": leaves.giver_of(asked.given.way)}
    return render(request, "mailboxes/leave.html", given)


def _take_leave(
    request: PersonRequest, key: str, asked: leaves.Waiting
) -> HttpResponse:
    try:
        given = leaves.with_leave(asked)
    except NotYetError:
        return redirect("mailbox-leave", key)
    leaves.drop(key)
    mailbox = connected(person=request.user, given=given)
    return redirect("mailbox-folders", mailbox.pk)
