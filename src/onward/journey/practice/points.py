"""What practice showed, for the board where it stands beside what employers said."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from onward.background.clock import zone_of
from onward.domain.development.patterns import Leaning, Origin
from onward.domain.development.patterns import Point as Spot
from onward.domain.interview.answers.review import Gap, Point, Review, Side
from onward.journey.people.models import Person
from onward.journey.people.sealing import is_sealed_away
from onward.journey.practice.models import Take
from onward.journey.practice.words import words_of

# Practice is one voice, however often: it is Onward's reading of one's own words.
_VOICE = "practice"
_MOST_TAKES = 30
_THEMES = {
    Gap.NO_RESULT: "evidence",
    Gap.NO_NUMBER: "evidence",
    Gap.VAGUE: "evidence",
    Gap.NO_OWN_ACTION: "evidence",
    Gap.TOO_LONG: "structure",
    Gap.OFF_QUESTION: "relevance",
}


def own_points(person: Person) -> Iterator[Spot]:
    """Yield what the latest takes showed, in the person's own words.

    While their private words are locked there is nothing to tell.
    """
    if is_sealed_away(person):
        return
    heard = Take.objects.of(person).filter(follows=None, heard_at__isnull=False)
    rows = heard.select_related("person", "asked").order_by("-ended_at", "-pk")
    for take in rows[:_MOST_TAKES]:
        review = words_of(take).review
        if review is not None and not review.is_empty:
            yield from _of(take, review)


def _of(take: Take, review: Review) -> Iterator[Spot]:
    theme = next((_THEMES[gap] for gap, _place in review.gaps if gap in _THEMES), "")
    if theme and review.attempt:
        yield _spot(take, theme, Leaning.BUILD, review.attempt)
    strong = _strongest(review)
    if strong and review.keep:
        yield _spot(take, strong, Leaning.KEEP, review.keep)


def _strongest(review: Review) -> str:
    names = _of_band(review, "strong")
    if {Side.RESULT, Side.SPECIFICS} & set(names):
        return "evidence"
    return "relevance" if Side.RELEVANCE in names else ""


def _of_band(review: Review, band: str) -> Sequence[Side]:
    return [each.side for each in review.bands if each.band == band]


def _spot(take: Take, theme: str, leaning: Leaning, point: Point) -> Spot:
    ended = take.ended_at or take.begun_at
    return Spot(
        theme=theme,
        origin=Origin.PRACTICE,
        voice=_VOICE,
        leaning=leaning,
        quote=point.place.quote if point.place else point.said,
        said_on=ended.astimezone(zone_of(take.person)).date(),
        key=f"take:{take.key}",
        about=_("Practice: %(question)s") % {"question": take.asked.text},
    )
