"""Puts together what is seen of a take: what to keep, what to try, and the words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from onward.domain.interview.answers.review import (
    Band,
    Gap,
    PartName,
    Point,
    Review,
)
from onward.journey.practice.following import said_later
from onward.journey.practice.lessons import learned_from
from onward.journey.practice.marks import marks_of
from onward.journey.practice.models import Take
from onward.journey.practice.queries import takes_of_question
from onward.journey.practice.sittings import bank_question, next_question, studio_of
from onward.journey.practice.sound import has_sound
from onward.journey.practice.words import Words, put_of, question_of, words_of
from onward.web.shown.practice_delivery import Delivery, delivery_of
from onward.web.shown.practice_question import walk_of
from onward.web.shown.practice_transcript import Segment, transcript
from onward.web.shown.practice_words import (
    BANDS,
    CONFIDENCE,
    PARTS,
    SIDES,
    clock_words,
    take_name,
)
from onward.web.shown.shared import Choice

_SILENT_BANDS = frozenset({Band.NOT_ASKED})


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing to keep or to try, with the person's own words."""

    said: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class BandRow:
    """How clear one side of an answer is, and the words of the scale that say so."""

    side: str
    band: str
    anchor: str
    quote: str = ""
    is_told: bool = True


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What was asked after the answer, why, and what was said."""

    question: str
    why: str
    segments: tuple[Segment, ...]
    missing: str
    sound_url: str
    is_worded_by_model: bool


@dataclass(frozen=True, slots=True)
class Report:
    """All that is seen of one take."""

    key: str
    walk: str
    place: int
    of: int
    title: str
    said: str
    keep: Shown | None
    attempt: Shown | None
    later: Shown | None
    missing: str
    segments: tuple[Segment, ...]
    sound_url: str
    delivery: Delivery
    shows_norms: bool
    bands: tuple[BandRow, ...]
    notes: tuple[Shown, ...]
    tests: str
    strong: str
    follow_ups: tuple[FollowUp, ...]
    confidence: tuple[Choice, ...]
    again: str
    next_url: str
    next_label: str
    compare_url: str
    is_alone: bool
    alone_parts: tuple[Choice, ...]


def report_of(take: Take) -> Report:
    """Return what is seen of a take of a question itself."""
    words, asked = words_of(take), take.asked
    review = words.review
    marks = marks_of(take, words, learned_from(take.person))
    look = review.attempt.place if review and review.attempt else None
    known = bank_question(asked)
    next_url, next_label = _next(take)
    return Report(
        key=take.key,
        walk=walk_of(asked.sitting),
        place=asked.number,
        of=asked.sitting.questions.count(),
        title=question_of(take),
        said=_said(take, words),
        keep=_shown(review.keep) if review else None,
        attempt=_shown(review.attempt) if review else None,
        later=_later(take, review),
        missing=words.heard.missing if words.heard else "",
        segments=transcript(words, marks, look),
        sound_url=sound_url(take),
        delivery=_delivery(take, words),
        shows_norms=studio_of(take.person).shows_norms,
        bands=tuple(_bands(review)) if review else (),
        notes=tuple(_notes(review)) if review else (),
        tests=asked.tests,
        strong=known.anchors.five if known else "",
        follow_ups=tuple(_follow_up(one) for one in take.follow_ups.order_by("pk")),
        confidence=_confidence(take),
        again=_("%(take)s, now") % {"take": take_name(take.number + 1)},
        next_url=next_url,
        next_label=next_label,
        compare_url=_compare_url(take),
        is_alone=take.way == Take.Way.ALONE,
        alone_parts=_alone(words),
    )


def sound_url(take: Take) -> str:
    """Return where a take is heard, empty where its sound is gone."""
    return reverse("take-heard", args=[take.key]) if has_sound(take) else ""


def _said(take: Take, words: Words) -> str:
    name = take_name(take.number)
    length = ""
    if words.heard and words.heard.seconds:
        length = f", {clock_words(words.heard.seconds)}"
    return f"{name}{length}. {_('Nothing left this machine.')}"


def _shown(point: Point | None) -> Shown | None:
    if point is None:
        return None
    quote = point.place.quote if point.place else ""
    # What the sentence quotes already is not set out again below it.
    return Shown(point.said, "" if quote.strip(" .,") in point.said else quote)


def _later(take: Take, review: Review | None) -> Shown | None:
    """Return what was told only when asked, if that is what the try is about."""
    missing = review.gaps[0][0] if review and review.gaps else None
    part = {Gap.NO_RESULT: PartName.RESULT, Gap.NO_OWN_ACTION: PartName.ACTION}
    if missing not in part:
        return None
    quote = said_later(take, part[missing])
    if not quote:
        return None
    return Shown(_("You had it when they asked. Put it in at once."), quote)


def _delivery(take: Take, words: Words) -> Delivery:
    if words.spoken is None:
        return Delivery()
    marks = marks_of(take, words, learned_from(take.person))
    return delivery_of(take, words.spoken, marks)


def _bands(review: Review) -> Iterator[BandRow]:
    for each in review.bands:
        if each.band in _SILENT_BANDS:
            continue
        quote = each.place.quote if each.place else ""
        is_told = each.band is not Band.CANNOT_TELL
        side, band = str(SIDES[each.side]), str(BANDS[each.band])
        yield BandRow(side, band, each.anchor, quote, is_told)


def _notes(review: Review) -> Iterator[Shown]:
    """Return what else is worth knowing, none of it a judgement."""
    if review.own.i or review.own.we:
        told = _("Where you tell what you did: “I” %(i)s, “we” %(we)s.")
        yield Shown(told % {"i": review.own.i, "we": review.own.we})
    for one in review.recited[:1]:
        told = _("Nearly the same words as in %(source)s. Tell it from three bullets.")
        yield Shown(told % {"source": one.source}, one.place.quote)
    for odd in review.contradictions[:2]:
        told = _("Your card “%(card)s” says: %(says)s. Which one holds?")
        words = {"card": odd.card, "says": odd.card_says}
        yield Shown(told % words, odd.place.quote)


def _follow_up(take: Take) -> FollowUp:
    words, put = words_of(take), put_of(take)
    marks = marks_of(take, words, learned_from(take.person))
    return FollowUp(
        question=question_of(take),
        why=put.reason if put else "",
        segments=transcript(words, marks, None),
        missing=words.heard.missing if words.heard else "",
        sound_url=sound_url(take),
        is_worded_by_model=take.is_worded_by_model,
    )


def _confidence(take: Take) -> tuple[Choice, ...]:
    return tuple(
        Choice(str(value), str(label), chosen=take.confidence == value)
        for value, label in CONFIDENCE.items()
    )


def _next(take: Take) -> tuple[str, str]:
    sitting = take.asked.sitting
    after = next_question(take.asked)
    if after is not None and sitting.ended_at is None:
        address = [sitting.pk, after.number]
        return reverse("practice-question", args=address), _("Next question")
    if sitting.ended_at is None:
        return reverse("practice-end", args=[sitting.pk]), _("That is enough")
    return reverse("practice"), _("Practise something else")


def _compare_url(take: Take) -> str:
    """Return where this take stands beside the one before it."""
    before = [
        one
        for one in takes_of_question(take)
        if one.begun_at < take.begun_at and one.way != Take.Way.ALONE
    ]
    if not before or take.way == Take.Way.ALONE:
        return ""
    return reverse("take-compare", args=[before[-1].key, take.key])


def _alone(words: Words) -> tuple[Choice, ...]:
    return tuple(
        Choice(part.value, str(label), chosen=part.value in words.ticked)
        for part, label in PARTS.items()
    )
