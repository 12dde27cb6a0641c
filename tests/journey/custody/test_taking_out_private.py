"""What is private goes along only when it is ticked, and some of it never."""

import io
import wave
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from onward.journey.custody.taking_out.whole import (
    Chosen,
    taken_out,
)
from onward.journey.feedback.models import (
    AngryVersion,
    FeedbackRequest,
)
from onward.journey.nerves.keeping import keep_letter
from onward.journey.outcome.models import Landing, Outcome, PrivatePage
from onward.journey.people.sealing import SealedAwayError
from onward.journey.practice.recording import Stretch
from onward.journey.practice.sound import prepare_sound
from onward.journey.reflection.finding import choose_who_sees
from tests.builders import person
from tests.journey.custody.taken import (
    ANGER,
    EVERYTHING,
    LOOKED_BACK,
    closed_up,
    looked_back,
    rows,
    searched,
    unpacked,
)
from tests.journey.practice.made_up import QUARTER, SHOP, typed

pytestmark = pytest.mark.django_db


def spoke() -> None:
    take = typed(SHOP)
    prepare_sound(take).add(Stretch(0, 16_000, QUARTER))


def test_what_was_written_for_nobody_never_leaves(settings: Settings) -> None:
    acme = searched()
    AngryVersion.objects.create(
        person=person(), application=acme, text=ANGER, written_at=timezone.now()
    )
    landing = Landing.objects.create(
        person=person(), outcome=Outcome.objects.get(), begun_at=timezone.now()
    )
    PrivatePage.objects.create(
        person=person(), landing=landing, text="okapigravy", written_at=timezone.now()
    )
    FeedbackRequest.objects.update(text=f"Dear Ada, {ANGER}. Yours")
    files = unpacked(EVERYTHING)
    assert [name for name, words in files.items() if b"okapigravy" in words] == []
    assert rows(files, "feedback-requests")[0]["text"] == ""


def test_reflections_go_along_only_when_they_are_ticked() -> None:
    looked_back()
    keep_letter(person=person(), text=f"Dear me, {LOOKED_BACK}")
    assert LOOKED_BACK.encode() not in b"".join(unpacked().values())
    files = unpacked(Chosen(reflections=True))
    (told_of,) = rows(files, "private/reflections")
    assert told_of["meaning"]["keep"] == LOOKED_BACK
    assert told_of["facts"]["questions"][0]["text"] == "What is a join?"
    assert LOOKED_BACK in rows(files, "private/letters-to-yourself")[0]["text"]


def test_one_reflection_that_was_ticked_by_itself_goes_along() -> None:
    one = looked_back("the herons")
    choose_who_sees(reflection=one, is_findable=False, goes_along=True)
    looked_back(LOOKED_BACK)
    files = unpacked()
    (told_of,) = rows(files, "private/reflections")
    assert told_of["meaning"]["keep"] == "the herons"
    assert LOOKED_BACK.encode() not in b"".join(files.values())


def test_while_the_lock_is_closed_the_rest_goes_along_and_it_is_said(
    settings: Settings,
) -> None:
    searched()
    looked_back()
    closed_up(settings)
    files = unpacked()
    assert "practice-answers.json" not in files
    assert rows(files, "applications")
    assert "they were locked" in files["README.txt"].decode()
    with pytest.raises(SealedAwayError):  # before anything of the file is there
        taken_out(person(), Chosen(reflections=True))


def test_recordings_go_along_when_they_are_ticked_and_can_be_played(
    tmp_path: Path, settings: Settings
) -> None:
    settings.DATA_DIR = tmp_path
    spoke()
    assert not [name for name in unpacked() if name.startswith("recordings/")]
    files = unpacked(Chosen(recordings=True))
    (name,) = (name for name in files if name.startswith("recordings/"))
    with wave.open(io.BytesIO(files[name])) as sound:
        assert (sound.getframerate(), sound.getnframes()) == (16_000, 4_000)
