"""Practising to listen: a hard remark, three answers, and what each leads to."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from onward.domain.listening.scenes import scene_after, scenes
from onward.web.whose import PersonRequest


def index(request: PersonRequest) -> HttpResponse:
    """Show all scenes."""
    return render(request, "listening/index.html", {"scenes": scenes()})


def scene(request: PersonRequest, key: str) -> HttpResponse:
    """Show a scene; once an answer is chosen, what each of them leads to."""
    found = next((one for one in scenes() if one.key == key), None)
    if found is None:
        raise Http404
    chosen = request.GET.get("answer", "")
    given = {
        "scene": found,
        "number": [one.key for one in scenes()].index(key) + 1,
        "count": len(scenes()),
        "chosen": int(chosen) if chosen.isdecimal() else None,
        "following": scene_after(key),
    }
    return render(request, "listening/scene.html", given)
