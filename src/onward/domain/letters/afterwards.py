"""The letters after the request: one follow-up, thanks, and a yes to a time."""

from datetime import date

from onward.domain.letters.feedback_request import (
    Choices,
    Letter,
    picker_of,
    put_together,
    request_subject,
)
from onward.domain.letters.locales import spoken_date


def follow_up(choices: Choices, asked_on: date) -> Letter:
    """Return the one reminder: the same, shorter, with the word that it is the last."""
    picker = picker_of(choices, asked=spoken_date(asked_on, choices.locale))
    asked = [picker.pick("asks", ask) for ask in choices.asks[:1]]
    parts = [[picker.pick("nudge"), *asked], [picker.pick("nudge", "nudge_end")]]
    return put_together(choices, parts, request_subject(choices))


def thanks_for_feedback(choices: Choices, *, by_phone: bool = False) -> Letter:
    """Return the thanks; with a detail it says what the person takes from it."""
    picker = picker_of(choices)
    case = "thank_call" if by_phone else "any"
    first = [picker.pick("thank_feedback", case)]
    if choices.detail.strip():
        first.append(picker.pick("thank_feedback", "point"))
    parts = [first, [picker.pick("thank_feedback", "wish")]]
    return put_together(choices, parts, request_subject(choices))


def thanks_all_the_same(choices: Choices) -> Letter:
    """Return the thanks to an employer that gives no feedback."""
    picker = picker_of(choices)
    parts = [[picker.pick("thank_feedback", "thank_policy")]]
    parts += [[picker.pick("thank_feedback", "wish")]]
    return put_together(choices, parts, request_subject(choices))


def yes_to_a_time(choices: Choices) -> Letter:
    """Return the yes to the one time in `slots`."""
    picker = picker_of(choices)
    parts = [[picker.pick("thank_feedback", "accept_slot")]]
    return put_together(choices, parts, request_subject(choices))
