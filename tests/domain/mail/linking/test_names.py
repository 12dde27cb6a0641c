import pytest

from onward.domain.mail.linking.names import box_of, role_likeness, same_employer


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("acme@myworkday.com", "acme"),
        ("acme+autoreply@talent.icims.com", "acme"),
        ("no-reply@acme.teamtailor-mail.com", "acme"),
        ("no-reply@ashbyhq.com", ""),
        ("noreply@apps.trac.jobs", ""),
        ("ann@acme.example", ""),
        ("", ""),
    ],
)
def test_a_box_at_a_system_says_for_whom_it_writes(address: str, name: str) -> None:
    assert box_of(address) == name


@pytest.mark.parametrize(
    ("other", "likeness"),
    [("Lectureship", 0.5), ("Lecturer in Social Policy", 1.0), ("Policy Officer", 0.0)],
)
def test_roles_are_alike_by_how_their_words_begin(other: str, likeness: float) -> None:
    assert role_likeness("Lecturer in Social Policy", other) == likeness


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Gather & Grain", "Gatherandgrain"),
        ("Hansen and Lorenz Ltd", "Hansen & Lorenz"),
        ("Rowe & Sons", "roweandsons"),
    ],
)
def test_an_address_spells_a_sign_as_a_word(first: str, second: str) -> None:
    assert same_employer(first, second)
