"""The copies of mailboxes that came through the browser, and how they go again."""

import shutil
from datetime import datetime
from pathlib import Path

from django.conf import settings

from onward.journey.mail.models import Import, Upload


def folder_of(upload: Upload) -> Path:
    """Return where an upload's files are put together."""
    return Path(settings.DATA_DIR) / "uploads" / upload.key


def drop_upload(*, upload: Upload) -> None:
    """Forget an upload and its files; what was read of it stays."""
    shutil.rmtree(folder_of(upload), ignore_errors=True)
    upload.delete()


def drop_copy(reading: Import) -> None:
    """Delete the copy of a mailbox once it was read: ordinary mail is not kept."""
    for upload in Upload.objects.filter(reading=reading):
        drop_upload(upload=upload)


def drop_old_uploads(*, before: datetime) -> None:
    """Delete what was begun long ago and never finished."""
    for upload in Upload.objects.filter(reading=None, added_at__lt=before):
        drop_upload(upload=upload)
