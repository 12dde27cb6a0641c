from datetime import date

import pytest

from onward.domain.asking.window import window_for_asking

SENT = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("If you want feedback, reply within five days.", date(2026, 11, 28)),
        ("Feedback is available within 5 working days.", date(2026, 11, 30)),
        ("Requests for feedback must be made within two weeks.", date(2026, 12, 7)),
        ("Please ask for feedback by Friday.", date(2026, 11, 27)),
        ("For feedback write by Friday to jo.ray@a.example.", date(2026, 11, 27)),
        ("For feedback get in touch before 4 December.", date(2026, 12, 3)),
        ("Ask for feedback on or before 4 December.", date(2026, 12, 4)),
        ("Ask for feedback before 5pm on 4 December.", date(2026, 12, 4)),
        ("Ask for feedback before our fair opens on 4 December.", date(2026, 12, 3)),
        ("Ring me for feedback before I'm away on Friday.", date(2026, 11, 26)),
        ("Come back to me for feedback by the 4th.", date(2026, 12, 4)),
        ("Ask me for feedback until I finish on the 4th.", date(2026, 12, 4)),
        ("Ask for feedback before month-end.", date(2026, 11, 30)),
        ("Ring me for feedback, at the latest Friday 4 December.", date(2026, 12, 4)),
        ("I can give feedback until the 30th of November.", date(2026, 11, 30)),
        ("To hear your scores email me within two weeks.", date(2026, 12, 7)),
        ("Marks may be requested by post before 4 December.", date(2026, 12, 3)),
        ("Feedback on request, not later than 4 December.", date(2026, 12, 4)),
        ("Feedback is open until noon on 4 December.", date(2026, 12, 4)),
        ("Feedback is open until the end of next week.", date(2026, 12, 4)),
        ("Ask for feedback before the end of the month.", date(2026, 11, 30)),
        (
            "Feedback is there for the asking until the end of January.",
            date(2027, 1, 31),
        ),
        ("Feedback is available for 28 days from today.", date(2026, 12, 21)),
        ("Feedback can be had over the coming fortnight.", date(2026, 12, 7)),
        ("Ask for feedback within 48 hours.", date(2026, 11, 25)),
        ("You have ten working days to ask for feedback.", date(2026, 12, 7)),
        ("The deadline for feedback requests is 4 December.", date(2026, 12, 4)),
        ("Ring me for feedback, Friday at the latest.", date(2026, 11, 27)),
        ("Ask for feedback between now and 4 December.", date(2026, 12, 4)),
        ("Gern gebe ich Feedback bis zum 4. Dezember.", date(2026, 12, 4)),
        ("Ask me for feedback before I go away on the 4th.", date(2026, 12, 3)),
        ("Feedback, if you ask before we move on Friday.", date(2026, 11, 26)),
        ("Ask for feedback before the month is out.", date(2026, 11, 30)),
        ("Ask for feedback before the week is out.", date(2026, 11, 27)),
        ("Ask for feedback before Christmas Eve.", date(2026, 12, 23)),
        ("You may ask for feedback until Christmas.", date(2026, 12, 24)),
        ("Ask for feedback before the New Year.", date(2026, 12, 31)),
        ("Feedback gebe ich gern bis Weihnachten.", date(2026, 12, 24)),
        ("Feedback gebe ich gern bis am 4. Dezember.", date(2026, 12, 4)),
        ("Feedback gebe ich gern innerhalb von 10 Tagen.", date(2026, 12, 3)),
        ("Feedback gebe ich gern bis Ende nächster Woche.", date(2026, 12, 4)),
        ("Feedback gebe ich gern bis Ende Januar.", date(2027, 1, 31)),
        ("Feedback ist binnen drei Werktagen anzufragen.", date(2026, 11, 26)),
        ("Ask for feedback within two months of this letter.", date(2027, 1, 23)),
        ("I can give feedback any time in December.", date(2026, 12, 31)),
        ("I can give feedback any day next week.", date(2026, 12, 4)),
        ("Ask for feedback by the month's end.", date(2026, 11, 30)),
        ("I can give feedback by phone through Friday night.", date(2026, 11, 27)),
    ],
)
def test_a_limit_is_read_with_its_words(text: str, until: date) -> None:
    window = window_for_asking(f"Dear Amira,\n{text}", SENT)
    assert window is not None
    assert (window.until, window.said.quote) == (until, text)


@pytest.mark.parametrize(
    "text",
    [
        "Your documents will be deleted within six months.",
        "We hope to fill the post by Friday.",
        "Feedback is on its way.",
        "We will send you feedback by Friday.",
        "You will receive written feedback within ten days.",
        "Feedback is given within 14 days of your interview.",
        "We answer requests for feedback within five days.",
        "I am away until Monday and can give you feedback then.",
        "Your feedback on Friday's talk is below.",
        "Please give your feedback in our survey by Friday.",
        "You will get feedback before Christmas.",
        "",
    ],
)
def test_other_limits_are_none(text: str) -> None:
    assert window_for_asking(text, SENT) is None


@pytest.mark.parametrize(
    ("said", "until"),
    [
        (
            "Requests must be made by Friday 4 December on 01632 960550.",
            date(2026, 12, 4),
        ),
        ("Please telephone before the end of term on 11 December.", date(2026, 12, 11)),
        ("The link stops working on 4 December.", date(2026, 12, 4)),
        ("My diary is open until 4 December, then I am on leave.", date(2026, 12, 4)),
        ("Requests received after 4 December cannot be met.", date(2026, 12, 4)),
        ("The invitation stands for two weeks from today.", date(2026, 12, 7)),
        ("Tell me by noon on 4 December if you want that.", date(2026, 12, 4)),
    ],
)
def test_a_limit_may_stand_behind_the_offer(said: str, until: date) -> None:
    window = window_for_asking(f"I can tell you how you did. {said}", SENT)
    assert window is not None
    assert (window.until, window.said.quote) == (until, said)


def test_a_limit_behind_something_else_is_none() -> None:
    text = "We need your papers. Please reply by Friday 4 December."
    assert window_for_asking(text, SENT) is None


@pytest.mark.parametrize(
    "said",
    [
        "Tell me by Friday if the job in Bath is of interest.",
        "Please send your receipts by Friday.",
        "You may apply again after six months, until then all the best.",
        "I am on leave for the next two weeks, so ring me after that.",
    ],
)
def test_a_limit_to_something_else_beside_an_offer_is_none(said: str) -> None:
    text = f"I am happy to give you feedback. {said}"
    assert window_for_asking(text, SENT) is None


def test_a_limit_may_stand_before_the_offer() -> None:
    text = "You have until Friday to ask. I can tell you how you did."
    window = window_for_asking(text, SENT)
    assert window is not None
    assert window.until == date(2026, 11, 27)


def test_words_known_to_offer_may_be_worded_in_any_way() -> None:
    said = "The kettle is on for you until Friday."
    assert window_for_asking(said, SENT) is None
    window = window_for_asking(said, SENT, offered=said)
    assert window is not None
    assert window.until == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("Do it before I go on leave on the 9th.", date(2026, 12, 8)),
        ("I'm in school until Thursday of next week.", date(2026, 12, 3)),
        (
            "I'm here until the last day of term, which is 18 December.",
            date(2026, 12, 18),
        ),
        ("I finish here on the 4th so ask before then.", date(2026, 12, 4)),
        ("Requests should reach us by 4 December.", date(2026, 12, 4)),
        ("Best by Thursday, then I am in Tenerife.", date(2026, 11, 26)),
        ("Ring me before Friday.", date(2026, 11, 26)),
    ],
)
def test_a_limit_is_told_by_what_comes_then(said: str, until: date) -> None:
    window = window_for_asking(f"I can go through the notes with you. {said}", SENT)
    assert window is not None
    assert window.until == until


def test_the_sentence_known_to_offer_is_asked_first() -> None:
    other = "The marks are closed on 15 January."
    offer = "The tea urn is on for you until Friday."
    window = window_for_asking(f"{other} {offer}", SENT, offered=offer)
    assert window is not None
    assert window.said.quote == offer
