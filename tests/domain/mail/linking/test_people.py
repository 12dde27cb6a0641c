import pytest

from onward.domain.mail.linking.people import keys_of, people_in, person_called


def test_everybody_a_text_names_in_full_is_found() -> None:
    text = "Dear Imogen Farrant,\nmeet Tom Askew and Anna von Berg. Kind Regards\nPriya"
    assert people_in(text) == ("imogen farrant", "tom askew", "anna von berg")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Tom Askew", "tom askew"),
        ("ravi m", "ravi m"),
        ("Phil T", "phil t"),
        ("Hamish", ""),
        ("", ""),
    ],
)
def test_a_writer_is_somebody_where_they_are_named_in_full(
    name: str, said: str
) -> None:
    assert person_called(name) == said


def test_an_initial_stands_for_a_name() -> None:
    assert "phil t" in keys_of("phil tansley")
