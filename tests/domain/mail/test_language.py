"""English is told from German by the small words."""

import pytest

from onward.domain.mail.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Leider können wir Ihnen keine Zusage geben.", "de"),
        ("Wir melden uns bis Freitag bei dir.", "de"),
        ("We are sorry to say that the post is filled.", "en"),
        ("The die is cast: thank you for the time you gave us in March.", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert language_of(text) == language
