import pytest

from onward.domain.feedback.themes import theme_of


@pytest.mark.parametrize(
    ("quote", "theme"),
    [
        ("Use the STAR structure.", "structure"),
        ("More detail and a concrete example, please.", "evidence"),
        ("We weren't sure why you wanted this job: motivation.", "motivation"),
        ("You had not looked at our website.", "knowledge_of_us"),
        ("Another candidate was closer.", "other_people"),
        ("The bird flew away.", ""),
    ],
)
def test_a_note_has_the_theme_it_speaks_of_most(quote: str, theme: str) -> None:
    assert theme_of(quote) == theme
