"""Feedback she had: asked for, read when she was ready, and gone through."""

from typing import Any

from onward.demo.deeds.search import Deeds, Search, holds
from onward.journey.development.focusing import hear
from onward.journey.feedback.answers import keep_words
from onward.journey.feedback.asking import begin_request
from onward.journey.feedback.deciding import decide, sort_note, translate_note
from onward.journey.feedback.doors import Kept, keep_door
from onward.journey.feedback.models import FeedbackNote, FeedbackText
from onward.journey.feedback.sending import say_it_was_sent
from onward.journey.feedback.words import say_ready, take_in_from_the_no


def take_in_all(search: Search, deeds: Deeds) -> None:
    """Do all that has to do with feedback, advice, and doors that stay open."""
    for told in deeds["feedback"]:
        text = _answer(search, told) if "letter" in told else _with_the_no(search, told)
        if text is not None and "read" in told:
            with search.at(told["read"]):
                _go_through(say_ready(text=text), told)
    for told in deeds["adviser"]:
        words = {name: told[name] for name in ("text", "leaning", "said_by")}
        with search.at(told["when"]):
            hear(person=search.person, **words)
    for told in deeds["door"]:
        _keep_open(search, told)


def _answer(search: Search, told: dict[str, Any]) -> FeedbackText:
    """Have asked in a letter of her own, and take in what came back."""
    asked, answer = search.message(told["asked"]), search.message(told["letter"])
    request = begin_request(application=search.application(told["application"]))
    say_it_was_sent(request=request, at=asked.sent_at)
    request.refresh_from_db()
    return keep_words(request=request, message=answer)


def _with_the_no(search: Search, told: dict[str, Any]) -> FeedbackText | None:
    application = search.application(told["application"])
    return take_in_from_the_no(application=application)


def _go_through(text: FeedbackText, told: dict[str, Any]) -> None:
    wanted = list(told["notes"])
    for note in text.notes.select_related("text__application", "person"):
        found = next((one for one in told["notes"] if holds(note, one["says"])), None)
        if found is None:
            sort_note(note=note, kind=note.kind, competency=note.competency)
            is_strength = note.kind == FeedbackNote.Kind.STRENGTH
            decide(note=note, decision="keep" if is_strength else told["rest"])
        else:
            _decide_on(note, found, is_first=found in wanted)
            wanted = [one for one in wanted if one is not found]


def _decide_on(note: FeedbackNote, told: dict[str, Any], *, is_first: bool) -> None:
    """Keep what she made of a point; what repeats one before it is parked."""
    sort_note(note=note, kind=told["kind"])
    if is_first and "behaviour" in told:
        translate_note(note=note, behaviour=told["behaviour"])
    decide(note=note, decision=told["decision"] if is_first else "park")


def _keep_open(search: Search, told: dict[str, Any]) -> None:
    application = search.application(told["application"])
    kept = Kept(
        again=told["again"],
        reserve_until=search.day(told["reserve_until"]),
        different=told["different"],
    )
    with search.at(told["when"]):
        keep_door(employer=application.employer, kept=kept)
