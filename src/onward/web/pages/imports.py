"""Giving mail, and what can be done while it is read."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from onward.domain.errors import OnwardError
from onward.journey.mail import services
from onward.journey.mail.models import Import
from onward.journey.mail.uploads import (
    Sent,
    begin_upload_again,
    finish_upload,
    start_upload,
    take_slice,
)
from onward.journey.people.models import Person
from onward.web.forms.mail import Given
from onward.web.whose import PersonRequest

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class NothingGivenError(OnwardError):
    """Nothing was given yet. Choose a file, name a path, or paste a mail."""


class PathNotAllowedError(OnwardError):
    """A path can only be given on one's own machine. Send the files instead."""


@require_POST
def give(request: PersonRequest) -> HttpResponse:
    """Take mail as files, by its path on this machine, or as pasted text."""
    files = request.FILES.getlist("files")
    form = Given(request.POST)
    if files:
        _read_files(request.user, files)
    elif not form.is_valid():
        raise NothingGivenError
    elif form.cleaned_data["path"]:
        _read_path(request.user, form.cleaned_data["path"])
    else:
        return redirect("message", _read_text(request.user, form.cleaned_data["text"]))
    return redirect("mail")


def _read_path(person: Person, path: Path) -> Import:
    if not settings.ONE_PERSON:
        raise PathNotAllowedError
    return services.give_mailbox(person=person, path=path)


def _read_text(person: Person, text: str) -> int:
    """Keep a pasted mail; return its number."""
    if not text.strip():
        raise NothingGivenError
    return services.give_text(person=person, text=text).pk


def _read_files(person: Person, files: "list[UploadedFile[Any]]") -> Import:
    """Copy files as the script of the page would, in one go."""
    told = [Sent(file.name or "mail", file.size or 0, 0) for file in files]
    upload = start_upload(person=person, files=told)
    upload = begin_upload_again(upload=upload)
    for file in files:
        for content in file.chunks():
            upload = take_slice(upload=upload, offset=upload.offset, content=content)
    return finish_upload(upload=upload)


def _page(act: Callable[..., None]) -> Callable[[PersonRequest, int], HttpResponse]:
    """Return a page that does something with an import and goes back to the mail."""

    @require_POST
    def page(request: PersonRequest, pk: int) -> HttpResponse:
        reading = get_object_or_404(Import.objects.of(request.user), pk=pk)
        act(reading=reading)
        return redirect("mail")

    return page


pause = _page(services.pause_import)
resume = _page(services.resume_import)
cancel = _page(services.stop_import)
dismiss = _page(services.dismiss_import)
