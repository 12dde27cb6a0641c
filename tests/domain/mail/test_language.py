"""English, German and French are told apart by the small words."""

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
        ("Votre candidature n'a pas été retenue.", "fr"),
        ("plonge\n\nslt Léo, j'ai pris quelqu'un d'autre, bon courage", "fr"),
        ("Re: Chloé\n\nChloé Dubois from Orléans says déjà vu to Tuesday", "en"),
        ("Estimado señor, la empresa le comunica que no ha sido elegido.", "en"),
        ("Bonjour, nous vous invitons. " * 20 + "This mail is private. " * 99, "fr"),
        ("Aushilfe\n\nHallo Lea, leider schon weg, Gruß Jo", "de"),
        ("Re: Müller\n\nJürgen Müller from Köln says yes to Tuesday", "en"),
        ("Guten Tag, wir laden Sie ein. " * 20 + "This mail is private. " * 99, "de"),
        ("Thank you, we invite you. " * 20 + "Diese Mail ist nur für Sie. " * 99, "en"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert language_of(text) == language
