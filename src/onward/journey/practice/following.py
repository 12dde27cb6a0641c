"""What is asked after an answer: at most two questions, aimed at what it left open."""

from collections.abc import Sequence
from zlib import crc32

from django.db import transaction
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.interview.answers.review import Gap, PartName
from onward.domain.interview.follow_ups.follow_up import FollowUp
from onward.domain.practice.rungs import Rung
from onward.journey.practice.around import review_of
from onward.journey.practice.models import Take
from onward.journey.practice.sittings import bank_question
from onward.journey.practice.wording import Said, worded
from onward.journey.practice.words import Put, put_of, sealed, words_of


def next_follow_up(*, take: Take) -> Take | None:
    """Return the next question about an answer, ready to be answered, or None.

    The same answer, asked about twice, leads to the same question.
    """
    main = take.follows or take
    before = list(main.follow_ups.order_by("pk"))
    waiting = next((one for one in before if one.ended_at is None), None)
    if waiting is not None:
        return waiting
    if len(before) >= Rung(main.asked.sitting.rung).follow_ups:
        return None
    return _asked_next(main, before)


def _asked_next(main: Take, before: Sequence[Take]) -> Take | None:
    from onward.domain.interview.follow_ups.asking import (  # noqa: PLC0415 - numpy
        follow_up_for,
    )

    said = [words_of(one).text for one in (main, *before)]
    text = "\n\n".join(one for one in said if one.strip())
    if not text:
        return _usual(main, before) if _is_unheard(main) else None
    review = review_of(main, words_of(main), main.asked.text, text)
    is_cool = Rung(main.asked.sitting.rung).is_cool
    found = follow_up_for(
        review,
        [_as_follow_up(one) for one in before],
        chance=crc32(main.key.encode()),
        is_cool=is_cool,
    )
    if found is None:
        return None
    told = Said(main.asked.text, text, is_cool=is_cool)
    question = worded(main.person, told, found)
    put = Put(question or found.words, found.why, found.quote)
    return _begin(main, put, found.gap.value, by_model=bool(question))


def _is_unheard(main: Take) -> bool:
    """Tell whether something was said, and no words of it are known."""
    heard = words_of(main).heard
    return main.way == Take.Way.SPOKEN and heard is not None and bool(heard.missing)


def _usual(main: Take, before: Sequence[Take]) -> Take | None:
    """Return one of the questions that usually follow, where words are not known."""
    known = bank_question(main.asked)
    if known is None or len(before) >= len(known.probes):
        return None
    reason = _("Interviewers often ask this next. Your words are not known here.")
    return _begin(main, Put(known.probes[len(before)], reason), "", by_model=False)


@transaction.atomic
def _begin(main: Take, put: Put, gap: str, *, by_model: bool) -> Take:
    return Take.objects.create(
        person_id=main.person_id,
        asked=main.asked,
        follows=main,
        number=main.number,
        put=sealed(main.person, put),
        gap=gap,
        is_worded_by_model=by_model,
        way=main.way,
        begun_at=clock.now(),
    )


def _as_follow_up(take: Take) -> FollowUp:
    put = put_of(take) or Put("")
    gap = Gap(take.gap) if take.gap in set(Gap) else Gap.VAGUE
    return FollowUp(gap, put.question, put.reason, put.quote)


def said_later(main: Take, part: PartName) -> str:
    """Return the words that told a part when asked which the answer had left out."""
    words = words_of(main)
    for one in main.follow_ups.order_by("pk"):
        said = words_of(one).text
        review = review_of(main, words, main.asked.text, f"{words.text}\n\n{said}")
        told = [p.place for p in review.parts if p.part is part]
        later = [place.quote for place in told if place.start > len(words.text)]
        if later:
            return later[0]
    return ""
