"""Hears a take out after it ended, and makes of it what there is to make.

It goes on beside the page in a thread of its own. If that is cut off, whoever looks for
the report next begins it again from what is on the disk.
"""

import logging
from pathlib import Path
from threading import Lock, Thread

from django.db import connection
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.speech.heard import Heard
from onward.journey.people.sealing import SealedAwayError, is_sealed_away
from onward.journey.practice import live
from onward.journey.practice.around import review_of
from onward.journey.practice.models import Take
from onward.journey.practice.sittings import tick_off_drill
from onward.journey.practice.sound import has_sound, recording_of
from onward.journey.practice.words import Words, facts_of, question_of, sealed, words_of

logger = logging.getLogger(__name__)
_under_way: set[str] = set()
_looking = Lock()


def begin_hearing(take: Take) -> None:
    """Begin to hear a take that ended, unless somebody is at it or it is done.

    Raises SealedAwayError while the person's private words are locked.
    """
    if take.ended_at is None or take.heard_at is not None:
        return
    if is_sealed_away(take.person):
        raise SealedAwayError
    if take.way != Take.Way.SPOKEN:
        keep_heard(take=take, heard=None)
        return
    with _looking:
        if take.key in _under_way:
            return
        _under_way.add(take.key)
    Thread(target=_hear_beside, args=(take.key,), name="hearing", daemon=True).start()


def _hear_beside(key: str) -> None:
    try:
        take = Take.objects.select_related("person", "asked__sitting").get(key=key)
        hear(take=take)
    except Take.DoesNotExist:
        logger.info("A take was deleted while it was heard.")
    finally:
        with _looking:
            _under_way.discard(key)
        connection.close()


def hear(*, take: Take) -> Take:
    """Hear the rest of a take and keep what is made of it, whatever happens."""
    try:
        heard = _heard(take)
    except Exception:
        # Whatever a model does, the person gets the recording and a page that ends.
        logger.exception("A take could not be heard.")
        live.let_go(take)
        seconds = recording_of(take).seconds() if has_sound(take) else 0.0
        heard = Heard(seconds, missing=_("The words could not be made out this time."))
    return keep_heard(take=take, heard=heard)


def _heard(take: Take) -> Heard:
    recording = recording_of(take)
    packed = recording.packed()
    if packed:
        live.let_go(take)
        return _hear_packed(packed, recording.path.parent)
    return live.finish(take)


def _hear_packed(packed: bytes, folder: Path) -> Heard:
    from onward.journey.practice.packed import (  # noqa: PLC0415 - brings numpy
        hear_packed,
    )

    return hear_packed(packed, folder)


def keep_heard(*, take: Take, heard: Heard | None) -> Take:
    """Keep what was heard, with what is made of the answer."""
    before = words_of(take)
    words = Words(heard, before.typed, None, before.ticked)
    if words.text.strip() or not (heard and heard.missing):
        words = _reviewed(take, words)
    take.words = sealed(take.person, words)
    take.facts = facts_of(words)
    take.heard_at = clock.now()
    take.save(update_fields=["words", "facts", "heard_at"])
    tick_off_drill(take=take)
    return take


def _reviewed(take: Take, words: Words) -> Words:
    if take.way == Take.Way.ALONE:
        return words
    try:
        review = review_of(take, words, question_of(take), words.text)
    except Exception:
        # The words are the person's; that nothing could be made of them is no loss.
        logger.exception("Nothing could be made of an answer.")
        return words
    return Words(words.heard, words.typed, review, words.ticked)
