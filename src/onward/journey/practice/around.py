"""What is known around an answer: earlier takes, other answers, cards and criteria."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from onward.domain.interview.answers.review import Around, Review, Told
from onward.journey.practice.models import Take
from onward.journey.practice.queries import takes_of_key
from onward.journey.practice.words import Words, words_of
from onward.journey.preparation.cards import card_of
from onward.journey.preparation.queries import cards_of, criteria_of

_MOST_EARLIER = 5
_MOST_OTHERS = 9


def around_of(take: Take, words: Words) -> Around:
    """Return what an answer is read beside."""
    seconds = words.spoken.speech_seconds if words.spoken else None
    tests = (take.asked.tests, take.asked.competency)
    return Around(
        tests=tuple(told for told in tests if told),
        criteria=_criteria(take),
        cards=tuple(
            Told(card.headline, card_of(card).told) for card in cards_of(take.person)
        ),
        earlier=tuple(_earlier(take)),
        other_answers=tuple(_others(take)),
        seconds=seconds or None,
    )


def review_of(take: Take, words: Words, question: str, text: str) -> Review:
    """Return what is made of an answer, read beside all that is known around it."""
    from onward.domain.interview.answers.reading import (  # noqa: PLC0415 - brings numpy
        review_answer,
    )

    language = words.heard.language if words.heard else ""
    return review_answer(question, text, around_of(take, words), language=language)


def _criteria(take: Take) -> tuple[str, ...]:
    application = take.asked.sitting.application
    if application is None:
        return ()
    return tuple(one.words for one in criteria_of(application))


def _earlier(take: Take) -> Iterator[Told]:
    """Yield earlier takes of the same question, the latest first."""
    before = take.ended_at or take.begun_at
    found = takes_of_key(take.asked).filter(ended_at__lt=before)
    rows = found.select_related("person", "asked").order_by("-ended_at", "-pk")
    for one in rows.exclude(pk__in=_family(take))[:_MOST_EARLIER]:
        if text := words_of(one).text:
            yield Told(_("take %(number)s") % {"number": one.number}, text)


def _others(take: Take) -> Iterator[Told]:
    """Yield the answers given to other questions in this sitting."""
    found = Take.objects.of(take.person_id).filter(
        follows=None, asked__sitting=take.asked.sitting_id, ended_at__isnull=False
    )
    others = found.exclude(asked=take.asked_id).select_related("person", "asked")
    for one in others.order_by("-ended_at", "-pk")[:_MOST_OTHERS]:
        if text := words_of(one).text:
            name = _("your answer to question %(number)s")
            yield Told(name % {"number": one.asked.number}, text)


def _family(take: Take) -> list[int]:
    return [pk for pk in (take.pk, take.follows_id) if pk]
