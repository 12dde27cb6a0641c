"""Every component in every state, to look at while working on Onward."""

import re
from pathlib import Path

from django import forms
from django.contrib.staticfiles.finders import find
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onward.web.shown.design import SHOWN

_SYMBOL = re.compile(r'<symbol id="([^"]+)"')


class Sampler(forms.Form):
    """One field of each kind."""

    words = forms.CharField(label="A line of words", help_text="Help stands below.")
    day = forms.DateField(
        label="A day", widget=forms.DateInput(attrs={"type": "date"}), required=False
    )
    one = forms.ChoiceField(label="One of two", choices=[("a", "This"), ("b", "That")])
    either = forms.ChoiceField(
        label="One of two, to see both",
        choices=[("a", "This"), ("b", "That")],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(label="A longer text", widget=forms.Textarea)
    tick = forms.BooleanField(label="Something to tick", required=False)


def show(request: HttpRequest) -> HttpResponse:
    """Show them all; `?wrong=1` shows the fields with something to put right."""
    wrong = {"day": "someday", "one": "c"} if "wrong" in request.GET else None
    shown = SHOWN | {"form": Sampler(wrong), "icons": _icons()}
    return render(request, "design.html", {"shown": shown})


def _icons() -> list[str]:
    sprite = find("vendor/lucide/icons.svg")
    return _SYMBOL.findall(Path(str(sprite)).read_text(encoding="utf-8"))
