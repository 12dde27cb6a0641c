"""The sound of a take: taken in stretch by stretch, and given out to be heard."""

import re

from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.domain.errors import OnwardError
from onward.journey.practice.live import live, words_so_far
from onward.journey.practice.models import Take
from onward.journey.practice.recording import Kind, OutOfStepError, Stretch
from onward.journey.practice.sittings import manner_of
from onward.journey.practice.sound import has_sound, recording_of, wav
from onward.journey.practice.takes import type_so_far
from onward.web.forms.practice import AnswerForm
from onward.web.pages.practice_access import my_take
from onward.web.whose import PersonRequest

# A quarter of a second at the highest rate of any sound card, and some room.
MOST_BYTES = 200_000
_RATES = range(8_000, 192_001)
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")
_OGG, _WEBM = b"OggS", "audio/webm"


class NoSoundError(OnwardError):
    """This is not a stretch of sound. Load the page anew."""


@require_http_methods(["PUT"])
def take_in(request: PersonRequest, key: str) -> JsonResponse:
    """Keep the next stretch of a take; what is there already is not kept twice."""
    take = my_take(request, key)
    if take.ended_at is not None:
        raise Http404
    captions = manner_of(take.asked.sitting).presentation.has_captions
    try:
        following = live(take, shows_words=captions).add(_stretch(request))
    except OutOfStepError as problem:
        return JsonResponse({"next": problem.number}, status=409)
    return JsonResponse({"next": following})


def _stretch(request: PersonRequest) -> Stretch:
    told = request.GET
    number, rate = told.get("number", ""), told.get("rate", "")
    packed = told.get("kind") == "packed"
    if not (number.isdecimal() and rate.isdecimal()) or len(request.body) > MOST_BYTES:
        raise NoSoundError
    is_odd = len(request.body) % 2 == 1
    if not packed and (int(rate) not in _RATES or is_odd):
        raise NoSoundError
    kind = Kind.PACKED if packed else Kind.SAMPLES
    return Stretch(int(number), int(rate), request.body, kind)


@require_GET
def words(request: PersonRequest, key: str) -> JsonResponse:
    """Return the words heard until now, for whoever reads along."""
    told = words_so_far(my_take(request, key))
    said = " ".join(word.text for word in told.words)
    return JsonResponse({"words": said, "guess": told.guess})


@require_POST
def typed(request: PersonRequest, key: str) -> HttpResponse:
    """Keep what was typed until now."""
    take, form = my_take(request, key), AnswerForm(request.POST)
    if form.is_valid() and take.ended_at is None:
        type_so_far(take=take, text=form.cleaned_data["text"])
    return HttpResponse(status=204)


@require_GET
def give_out(request: PersonRequest, key: str) -> HttpResponse:
    """Return the sound of a take, or the stretch of it that a player asks for."""
    take = my_take(request, key)
    if not has_sound(take):
        raise Http404
    content, kind = _content(take)
    response = _ranged(request, content)
    response["Content-Type"] = kind
    response["Accept-Ranges"] = "bytes"
    if "save" in request.GET:
        name = f"onward-take-{take.number}.{'wav' if kind == 'audio/wav' else 'webm'}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _content(take: Take) -> tuple[bytes, str]:
    sound = recording_of(take)
    packed = sound.packed()
    if packed:
        return packed, "audio/ogg" if packed.startswith(_OGG) else _WEBM
    return wav(sound.samples()), "audio/wav"


def _ranged(request: PersonRequest, content: bytes) -> HttpResponse:
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or int(asked[1]) >= len(content):
        return HttpResponse(content)
    first = int(asked[1])
    last = min(int(asked[2] or len(content)), len(content) - 1)
    response = HttpResponse(content[first : last + 1], status=206)
    response["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
    return response
