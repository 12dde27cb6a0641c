from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from onward.background import clock
from onward.domain.practice.rungs import Rung
from onward.journey.people.events import KeyLost
from onward.journey.practice.keeping import keep_choices
from onward.journey.practice.models import Sitting, Take
from onward.journey.practice.recording import Stretch, folder_of
from onward.journey.practice.sound import has_sound, prepare_sound, wav
from onward.journey.practice.takes import (
    begin_take,
    delete_sound,
    delete_take,
    drop_locked_takes,
    end_take,
    rate_confidence,
    tick_parts,
    type_so_far,
)
from onward.journey.practice.tasks import delete_sound_in_time
from onward.journey.practice.words import words_of
from tests.builders import person
from tests.journey.practice.made_up import QUARTER, SHOP, asked, typed

pytestmark = pytest.mark.django_db


def with_sound(ago: timedelta = timedelta(0)) -> Take:
    take = begin_take(asked=asked(Rung.RECORD))
    prepare_sound(take).add(Stretch(0, 16_000, QUARTER))
    take = end_take(take=take)
    Take.objects.filter(pk=take.pk).update(ended_at=clock.now() - ago)
    return Take.objects.get(pk=take.pk)


def test_a_take_under_way_is_gone_on_with_and_an_ended_one_is_not() -> None:
    one = asked()
    first = begin_take(asked=one)
    assert begin_take(asked=one) == first
    end_take(take=first, text="So.")
    second = begin_take(asked=one)
    assert (second.number, first.number) == (2, 1)


def test_what_was_typed_so_far_is_kept_and_locked() -> None:
    take = type_so_far(take=begin_take(asked=asked()), text="At the quinsybramble")
    assert words_of(Take.objects.get(pk=take.pk)).typed == "At the quinsybramble"
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM practice_take WHERE id = %s", [take.pk])
        assert b"quinsybramble" not in bytes(cursor.fetchone()[0])


def test_ending_an_answer_twice_changes_nothing() -> None:
    take = end_take(take=begin_take(asked=asked()), text="One.")
    ended = take.ended_at
    assert end_take(take=take, text="Two.").ended_at == ended
    assert words_of(take).typed == "One."


def test_an_answer_meant_to_be_spoken_and_typed_is_a_typed_one() -> None:
    take = end_take(take=begin_take(asked=asked(Rung.RECORD)), text="Typed after all.")
    assert take.way == Take.Way.TYPED


def test_the_way_of_answering_follows_the_rung() -> None:
    ways = {rung: begin_take(asked=asked(rung)).way for rung in Rung}
    assert ways[Rung.WRITE] == "typed"
    assert ways[Rung.ALONE] == "alone"
    assert {ways[rung] for rung in Rung if rung.is_recorded} == {"spoken"}


def test_deleting_the_sound_keeps_the_words_and_takes_the_key() -> None:
    take = with_sound()
    delete_sound(take=take)
    assert not has_sound(take)
    assert bytes(Take.objects.get(pk=take.pk).sound_key) == b""
    assert list(folder_of(take.person_id).glob(f"{take.key}*")) == []


def test_deleting_a_take_takes_its_sound_along() -> None:
    take = with_sound()
    delete_take(take=take)
    assert not Take.objects.exists()
    assert list(folder_of(take.person_id).glob(f"{take.key}*")) == []


def test_sound_goes_after_thirty_days_and_words_stay() -> None:
    old, new = with_sound(timedelta(days=31)), with_sound(timedelta(days=29))
    delete_sound_in_time()
    assert not has_sound(Take.objects.get(pk=old.pk))
    assert has_sound(Take.objects.get(pk=new.pk))


def test_whoever_keeps_sound_for_good_loses_none() -> None:
    keep_choices(person=person(), keep_days=0, fillers=[], shows_norms=False)
    old = with_sound(timedelta(days=400))
    delete_sound_in_time()
    assert has_sound(Take.objects.get(pk=old.pk))


def test_a_shorter_time_deletes_at_once() -> None:
    old = with_sound(timedelta(days=8))
    keep_choices(person=person(), keep_days=7, fillers=["so"], shows_norms=True)
    assert not has_sound(Take.objects.get(pk=old.pk))


def test_what_nobody_can_open_any_more_is_let_go() -> None:
    take = with_sound()
    drop_locked_takes(KeyLost(person()))
    assert not Take.objects.exists()
    assert not folder_of(take.person_id).exists()
    assert Sitting.objects.exists()


def test_confidence_is_from_one_to_five_or_unsaid() -> None:
    take = typed(SHOP)
    assert rate_confidence(take=take, rating=9).confidence == 5
    assert rate_confidence(take=take, rating=None).confidence is None


def test_what_an_answer_had_that_nobody_heard_is_the_persons_to_say() -> None:
    take = end_take(take=begin_take(asked=asked(Rung.ALONE)))
    tick_parts(take=take, parts=("action", "result"))
    assert words_of(take).ticked == ("action", "result")
    assert Take.objects.get(pk=take.pk).facts["parts"] == ["action", "result"]


def test_a_wav_file_says_its_rate() -> None:
    told = wav(QUARTER)
    assert told[:4] == b"RIFF"
    assert int.from_bytes(told[24:28], "little") == 16_000


def test_sound_lies_in_the_data_folder_alone() -> None:
    folder = folder_of(person().pk)
    assert folder.is_relative_to(Path(settings.DATA_DIR))
