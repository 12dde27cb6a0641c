"""Mailboxes sent by the browser in slices, as docs/architecture/pages.md says."""

import json
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from onward.domain.errors import OnwardError
from onward.journey.mail.copies import drop_upload
from onward.journey.mail.models import Upload
from onward.journey.mail.uploads import (
    NoRoomError,
    OutOfStepError,
    Sent,
    TooManyFilesError,
    finish_upload,
    start_upload,
    take_slice,
)
from onward.web.whose import PersonRequest


class NotAListError(OnwardError):
    """The list of files could not be understood. Load the page anew and try again."""


@require_POST
def start(request: PersonRequest) -> JsonResponse:
    """Begin an upload, or say how far the same one came before."""
    try:
        upload = start_upload(person=request.user, files=_files(request.body))
    except (NoRoomError, TooManyFilesError) as problem:
        return JsonResponse({"said": str(problem)}, status=413)
    url = reverse("upload", args=[upload.key])
    told = {"url": url, "offset": upload.offset, "size": upload.size}
    return JsonResponse(told, status=201)


def _files(body: bytes) -> list[Sent]:
    try:
        given: list[dict[str, Any]] = json.loads(body)["files"]
        return [
            Sent(str(one["path"]), int(one["size"]), int(one.get("modified", 0)))
            for one in given
        ]
    except (ValueError, TypeError, KeyError, AttributeError) as problem:
        raise NotAListError from problem


@require_http_methods(["GET", "PUT", "DELETE"])
def upload(request: PersonRequest, key: str) -> JsonResponse:
    """Take a slice, say how far it is, or drop it."""
    found = get_object_or_404(Upload.objects.of(request.user), key=key)
    if request.method == "PUT":
        return _take(request, found)
    if request.method == "DELETE":
        if found.reading is None:
            drop_upload(upload=found)
        return JsonResponse({"offset": 0})
    return JsonResponse({"offset": found.offset, "size": found.size})


def _take(request: HttpRequest, found: Upload) -> JsonResponse:
    told = request.GET.get("offset", "")
    offset = int(told) if told.isdecimal() else -1
    try:
        found = take_slice(upload=found, offset=offset, content=request.body)
    except OutOfStepError as problem:
        return JsonResponse({"offset": problem.offset}, status=409)
    if found.offset == found.size:
        finish_upload(upload=found)
    return JsonResponse({"offset": found.offset})
