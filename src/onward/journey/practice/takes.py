"""A take: begun, spoken or typed, ended, and gone on with after a break."""

from datetime import timedelta
from shutil import rmtree

from django.db import transaction
from django.db.models import Max

from onward.background import clock
from onward.background.shredding import shred_what_goes
from onward.domain.practice.rungs import Rung
from onward.journey.people.events import KeyLost
from onward.journey.practice import live
from onward.journey.practice.models import Asked, Take
from onward.journey.practice.queries import takes_of_key
from onward.journey.practice.recording import folder_of
from onward.journey.practice.sound import drop_sound, has_sound
from onward.journey.practice.words import Words, sealed, words_of

Way = Take.Way
LONGEST_TYPED = 20_000


@transaction.atomic
def begin_take(*, asked: Asked, way: Way | None = None) -> Take:
    """Return the take under way for a question, or begin the next one."""
    found = unfinished(asked)
    if found is not None:
        return found
    last = takes_of_key(asked).aggregate(last=Max("number"))["last"] or 0
    return Take.objects.create(
        person_id=asked.person_id,
        asked=asked,
        number=last + 1,
        way=way or way_of(asked),
        begun_at=clock.now(),
    )


def unfinished(asked: Asked) -> Take | None:
    """Return the take that was begun and not ended, if there is one."""
    under_way = Take.objects.of(asked.person_id).filter(asked=asked, ended_at=None)
    return under_way.order_by("-pk").first()


def way_of(asked: Asked) -> Way:
    """Return how a question is answered on the rung of its sitting."""
    rung = Rung(asked.sitting.rung)
    if rung is Rung.ALONE:
        return Way.ALONE
    return Way.SPOKEN if rung.is_recorded else Way.TYPED


def type_so_far(*, take: Take, text: str) -> Take:
    """Keep what was typed until now, so that a closed page loses nothing."""
    words = words_of(take)
    take.words = sealed(
        take.person, Words(words.heard, text[:LONGEST_TYPED], None, words.ticked)
    )
    take.save(update_fields=["words"])
    return take


@transaction.atomic
def end_take(*, take: Take, text: str | None = None) -> Take:
    """End the answer; `text` is what was typed, None where the page has no such field.

    Ending it twice changes nothing.
    """
    if take.ended_at is not None:
        return take
    if text is not None:
        type_so_far(take=take, text=text)
    if take.way == Way.SPOKEN and not has_sound(take):
        take.way = Way.TYPED
    take.ended_at = clock.now()
    take.save(update_fields=["ended_at", "way"])
    return take


def rate_confidence(*, take: Take, rating: int | None) -> Take:
    """Keep how an answer felt, from 1 to 5; None says nothing."""
    take.confidence = None if rating is None else max(1, min(5, rating))
    take.save(update_fields=["confidence"])
    return take


def tick_parts(*, take: Take, parts: tuple[str, ...]) -> Take:
    """Keep which parts an answer had in it, as the person says."""
    words = words_of(take)
    take.words = sealed(
        take.person, Words(words.heard, words.typed, words.review, parts)
    )
    take.facts = {**take.facts, "parts": sorted(parts)}
    take.save(update_fields=["words", "facts"])
    return take


@transaction.atomic
def delete_sound(*, take: Take) -> None:
    """Delete the sound of a take for good; words and marks stay."""
    live.let_go(take)
    drop_sound(take=take)


@transaction.atomic
def delete_take(*, take: Take) -> None:
    """Delete a take for good: sound, words, marks and what was asked after it."""
    shred_what_goes()
    for one in [take, *take.follow_ups.all()]:
        delete_sound(take=one)
    take.delete()


def drop_locked_takes(lost: KeyLost) -> None:
    """Let go of takes that nobody can open any more, and of their sound."""
    rmtree(folder_of(lost.person.pk), ignore_errors=True)
    Take.objects.of(lost.person).delete()


def delete_old_sound(*, keep_days: int, person_id: int) -> int:
    """Delete sound older than so many days; returns of how many takes."""
    before = clock.now() - timedelta(days=keep_days)
    old = Take.objects.of(person_id).filter(ended_at__lt=before)
    found = list(old.exclude(sound_key=b""))
    for take in found:
        drop_sound(take=take)
    return len(found)
