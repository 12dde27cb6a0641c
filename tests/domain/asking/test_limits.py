from datetime import date

import pytest

from onward.domain.asking.limits import last_day_in

SENT = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("Ring me before our away day on 4 December.", date(2026, 12, 3)),
        ("Ring me before the winter fair opens on 4 December.", date(2026, 12, 3)),
        ("Any date this side of 4 December will do.", date(2026, 12, 3)),
        (
            "Call me up to the start of stocktaking (Friday 4 December).",
            date(2026, 12, 3),
        ),
        ("Ring me until I go on holiday on the 4th.", date(2026, 12, 3)),
        ("I'm here until the new chef starts on the 4th.", date(2026, 12, 3)),
        (
            "Ring me before we close for the season on Friday evening.",
            date(2026, 11, 27),
        ),
        ("Send us a text, latest 4 December.", date(2026, 12, 4)),
        ("Questions reach us before COB Thursday.", date(2026, 11, 26)),
        ("My diary is open till the 4th.", date(2026, 12, 4)),
        ("The booking page is open through 4 December.", date(2026, 12, 4)),
        ("Ask not later than 5.00 p.m. on Friday 4 December.", date(2026, 12, 4)),
        ("The form closes at midnight on Friday 4 December.", date(2026, 12, 4)),
        ("We teach all autumn but finish on 4 December.", date(2026, 12, 4)),
        (
            "Try me up to and including the bank holiday Friday, 4 December.",
            date(2026, 12, 4),
        ),
        ("The link expires in 72 hours.", date(2026, 11, 26)),
        ("We still take questions this month.", date(2026, 11, 30)),
        ("Any calls this week only.", date(2026, 11, 27)),
        ("Knock at my door in the course of this week.", date(2026, 11, 27)),
        ("Have your say with her by the end of February.", date(2027, 2, 28)),
        ("Ask up to the last working day of January.", date(2027, 1, 29)),
        (
            "Get in touch before we shut the shop at the end of March.",
            date(2027, 3, 31),
        ),
        ("E-mail is no help here but the phone is on till the 4th.", date(2026, 12, 4)),
        ("Rufen Sie innerhalb eines Monats an.", date(2026, 12, 23)),
        ("Rufen Sie bis einschließlich Freitag, 4. Dezember an.", date(2026, 12, 4)),
        ("Sagen Sie es mir bis nächsten Mittwoch.", date(2026, 11, 25)),
        ("Rufen Sie mich bis Monatsende an.", date(2026, 11, 30)),
        ("Ich bin nur noch diese Woche da.", date(2026, 11, 27)),
        ("Melden Sie sich spätestens am 4. Dezember.", date(2026, 12, 4)),
        ("Melden Sie sich vor dem 4. Dezember.", date(2026, 12, 3)),
    ],
)
def test_a_limit_is_read_however_it_is_said(said: str, until: date) -> None:
    assert last_day_in(said, SENT) == until


@pytest.mark.parametrize(
    "said",
    [
        "Thank you for the time you had for us, you were here this week.",
        "Jo can call you next week.",
        "Jo can call you this week.",
        "I will ring you this week.",
        "We are not in until 4 December.",
        "Danke, dass Sie diese Woche bei uns waren.",
    ],
)
def test_other_times_are_no_limit(said: str) -> None:
    assert last_day_in(said, SENT) is None


def test_long_text_is_read_fast() -> None:
    said = "before the day and until we " * 70
    assert last_day_in(said, SENT) is None
