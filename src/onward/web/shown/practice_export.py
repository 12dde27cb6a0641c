"""The words of a take as a plain text, to be kept or sent."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.background.clock import zone_of
from onward.journey.practice.lessons import learned_from
from onward.journey.practice.marks import marks_of
from onward.journey.practice.models import Take
from onward.journey.practice.words import question_of, words_of
from onward.web.shown.practice_transcript import Segment, transcript
from onward.web.shown.practice_words import take_name


def transcript_text(take: Take) -> str:
    """Return a take and what was asked after it as text, parts named in brackets."""
    family = [take, *take.follow_ups.order_by("pk")]
    day = date_format((take.ended_at or take.begun_at).astimezone(zone_of(take.person)))
    head = f"{take_name(take.number)}, {day}"
    return "\n\n".join([head, *(_one(each) for each in family)]) + "\n"


def _one(take: Take) -> str:
    words = words_of(take)
    marks = marks_of(take, words, learned_from(take.person))
    said = "\n".join(_lines(transcript(words, marks, None)))
    missing = words.heard.missing if words.heard else ""
    return f"{question_of(take)}\n\n{said or missing or _('No words.')}"


def _lines(segments: tuple[Segment, ...]) -> Iterator[str]:
    for segment in segments:
        text = "".join(f"{token.text}{token.gap}" for token in segment.tokens).strip()
        yield f"[{segment.label}] {text}" if segment.label else text
