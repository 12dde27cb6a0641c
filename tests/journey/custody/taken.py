"""Makes a search, takes it out and unpacks it, for tests of that."""

import io
import json
from typing import Any
from zipfile import ZipFile

from django.utils import timezone
from pytest_django import Settings

from onward import wiring
from onward.domain.applications.events import EventKind
from onward.journey.applications.models import Application
from onward.journey.custody.taking_out.whole import (
    Chosen,
    taken_out,
)
from onward.journey.feedback.models import (
    FeedbackRequest,
    FeedbackText,
)
from onward.journey.people.models import Lock, Person
from onward.journey.people.sealing import set_passphrase
from onward.journey.reflection.models import Reflection
from tests.builders import application, event, message, person
from tests.journey.practice.made_up import SHOP, typed
from tests.journey.reflection.looked_back import interviewed, kept, told

# Words that no other test writes.
ANGER = "you wasted my whole spring and then sent me two lines of nothing okapigravy"
LOOKED_BACK = "okapimarmalade"
USUAL = Chosen()
EVERYTHING = Chosen(reflections=True, recordings=True)


def unpacked(chosen: Chosen = USUAL, of: Person | None = None) -> dict[str, bytes]:
    """Return the files of the zip by their names, without the folder they lie in."""
    told = io.BytesIO(b"".join(taken_out(of or person(), chosen)))
    with ZipFile(told) as archive:
        assert archive.testzip() is None
        return {
            name.partition("/")[2]: archive.read(name) for name in archive.namelist()
        }


def rows(files: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files[f"{name}.json"])
    return found


def searched() -> Application:
    """Make a search with something of most kinds in it."""
    acme = application("Acme", "Analyst", note="=1+1")
    event(acme, EventKind.APPLIED, ago=40)
    event(acme, EventKind.REJECTED, ago=10, quote="We went with somebody else.")
    message(
        acme, "Your application \N{EM DASH} Zoë", "Dear Zoë,\nFrom here on.\n>From us"
    )
    asked = FeedbackRequest.objects.create(
        person=person(),
        application=acme,
        subject="Feedback",
        text="What would have helped?",
        begun_at=timezone.now(),
    )
    FeedbackText.objects.create(
        person=person(),
        application=acme,
        request=asked,
        source=FeedbackText.Source.PASTED,
        text="Your examples were clear.",
        received_at=timezone.now(),
    )
    typed(SHOP)
    return acme


def looked_back(keep: str = LOOKED_BACK) -> Reflection:
    _, about = interviewed("Brook")
    told(about, "What is a join?")
    kept(about, keep)
    return Reflection.objects.get(round=about)


def closed_up(settings: Settings) -> None:
    settings.PASSPHRASE_WORK = 2**4
    set_passphrase(person=person(), passphrase="four plain words here")
    wiring.vault().forget(Lock.objects.get().name)  # as it is once that is stored
    settings.START_SECRET = "another start"
