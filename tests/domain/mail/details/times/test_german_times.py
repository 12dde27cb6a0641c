"""Days and times as only German words them."""

import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from onward.domain.mail.details.times.german_times import german_times_plain
from onward.domain.mail.details.times.moments import moments_in_text

ZONE = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "day", "hour"),
    [
        ("am Freitag, den 13. März 2026, von 10.00 bis 11.00 Uhr", 13, "10:00"),
        ("am Mittwoch um viertel vier", 11, "15:15"),
        ("am Mittwoch um dreiviertel vier", 11, "15:45"),
        ("am Mittwoch nächster Woche um 8 Uhr", 18, "08:00"),
        ("nächste Woche am Mittwoch um 8 Uhr", 18, "08:00"),
        ("am Dienstag in der übernächsten Woche um 8 Uhr", 24, "08:00"),
        ("heute in einer Woche um 14 Uhr", 16, "14:00"),
        ("heute in acht Tagen um 14 Uhr", 16, "14:00"),
        ("am 24. um 9 Uhr", 24, "09:00"),
        ("am Donnerstag, 18 Uhr 30", 12, "18:30"),
        ("am Donnerstag um 12 Uhr mittags", 12, "12:00"),
        ("am Donnerstag um 4 Uhr nachmittags", 12, "16:00"),
        ("am Donnerstag, Viertel nach vier am Nachmittag", 12, "16:15"),
        ("am Donnerstag um 16 Uhr am Nachmittag", 12, "16:00"),
        ("am Freitag um 8 im Laden", 13, "08:00"),
        ("am sontag um 11 Uhr", 15, "11:00"),
        ("statt am Donnerstag um 10 Uhr am Freitag um 11 Uhr", 13, "11:00"),
        ("vom 12. März um 10 Uhr auf den 19. März, gleiche Uhrzeit", 19, "10:00"),
        ("am 18.03. um 13.45 Uhr da, es beginnt um 14 Uhr", 18, "14:00"),
        ("am Mittwoch 11.3., 17h", 11, "17:00"),
        ("Mi. 11. 3. um 17.00", 11, "17:00"),
        ("am Donnerstagnachmittag um 15 Uhr", 12, "15:00"),
        ("am Donnerstag so gegen zehn", 12, "10:00"),
        ("am Donnerstag um zehn Uhr dreißig", 12, "10:30"),
        ("am Samstag, 14.3., 5:30 Uhr", 14, "05:30"),
        ("Alt: 10.03.2026, 09:00 Uhr. Neu: 12.03.2026, 11:00 Uhr", 12, "11:00"),
        ("nicht am Mittwoch um 10 Uhr, geht nicht; am 12.3., 15 Uhr", 12, "15:00"),
        (
            "nicht wie geplant: am 16.3. um 9 Uhr entfällt, neu 17.3., 9 Uhr",
            17,
            "09:00",
        ),
    ],
)
def test_a_german_time_is_read(said: str, day: int, hour: str) -> None:
    text = f"Ihr Gespräch\nSehr geehrte Frau Falk,\nwir sehen uns {said}.\nViele Grüße"
    found = moments_in_text(text, MONDAY, ZONE)
    assert [f"{one:%d %H:%M}" for one in found] == [f"{day} {hour}"]


@pytest.mark.parametrize(
    "said",
    [
        "Do. 12.3. oder Fr. 13.3., jeweils um 15 Uhr",
        "am 12.03.2026 und am 13.03.2026 jeweils 15 Uhr",
    ],
)
def test_an_hour_told_once_is_that_of_each_day(said: str) -> None:
    found = moments_in_text(f"Ihr Gespräch\nBitte wählen Sie: {said}.", MONDAY, ZONE)
    assert [f"{one:%d %H:%M}" for one in found] == ["12 15:00", "13 15:00"]


def test_what_speaks_of_no_time_stays_as_it_is() -> None:
    said = "Vielen Dank für Ihre Bewerbung vom 3. März."
    assert german_times_plain(said, MONDAY) == said


def test_weeks_are_not_counted_from_a_mail_without_a_date() -> None:
    assert "Woche" in german_times_plain("nächste Woche am Mittwoch um 8 Uhr", None)


@pytest.mark.parametrize("said", ["statt am ", "vom 1. um 9 Uhr auf ", "9 Uhr da "])
def test_a_text_made_to_be_slow_is_read_quickly(said: str) -> None:
    began = time.process_time()
    german_times_plain(said * 4_000, MONDAY)
    assert time.process_time() - began < 2
