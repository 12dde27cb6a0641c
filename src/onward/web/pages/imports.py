"""Giving mail, and what can be done while it is read."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from onward.domain.errors import OnwardError
from onward.journey.mail import services
from onward.journey.mail.models import Import, Upload
from onward.journey.mail.uploads import Sent, finish_upload, start_upload, take_slice
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
    form = Given(request.POST)
    files = request.FILES.getlist("files")
    if files:
        _read_files(request.user, files)
    elif form.is_valid() and form.cleaned_data["path"]:
        if not settings.ONE_PERSON:
            raise PathNotAllowedError
        services.give_mailbox(person=request.user, path=form.cleaned_data["path"])
    elif form.is_valid() and form.cleaned_data["text"].strip():
        text = form.cleaned_data["text"]
        message = services.give_text(person=request.user, text=text)
        return redirect("message", message.pk)
    else:
        raise NothingGivenError
    return redirect("mail")


def _read_files(person: Person, files: "list[UploadedFile[Any]]") -> Import:
    """Copy files as the script of the page would, in one go."""
    told = [Sent(file.name or "mail", file.size or 0, 0) for file in files]
    upload = start_upload(person=person, files=told)
    if upload.offset:
        Upload.objects.filter(pk=upload.pk).update(offset=0)
        upload.offset = 0
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
