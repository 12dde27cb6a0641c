import pytest

from onward.domain.mail.details_roles import roles_in


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Interview: Water Sampler", "Water Sampler"),
        ("Re: Interview: Lehr Operator", "Lehr Operator"),
        ("Kelp Forager - application received", "Kelp Forager"),
        ("Application for Snow Groomer Mate", "Snow Groomer Mate"),
        ("Ref 20881 Research Associate", "Research Associate"),
        ("Ride operator \U0001f3a2", "Ride operator"),
    ],
)
def test_a_role_is_told_by_its_place_in_a_subject(subject: str, role: str) -> None:
    assert roles_in(f"{subject}\n\nCan you come on Tuesday?", "") == (role,)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("You have applied for: Bell Ringer", "Bell Ringer"),
        ("Your application for Supply Planner reached us.", "Supply Planner"),
        ("We have filled the oyster shucker job.", "oyster shucker"),
        ("You are invited to interview for kelp forager.", "kelp forager"),
        ("We won't go ahead with Data Platform Engineer.", "Data Platform Engineer"),
        ("Danke für Ihre Bewerbung als Tischlergeselle.", "Tischlergeselle"),
    ],
)
def test_a_role_is_told_by_its_place_in_the_text(text: str, role: str) -> None:
    assert roles_in(f"News\n\n{text}", "") == (role,)


@pytest.mark.parametrize(
    "text",
    [
        "We have a great job for you.",
        "Hull is the only post on the way.",
        "The next position is yours to choose.",
        "It was the right job at the wrong time.",
    ],
)
def test_not_everything_before_a_job_is_a_role(text: str) -> None:
    assert roles_in(f"News\n\n{text}", "") == ()


def test_an_employer_is_no_role() -> None:
    assert roles_in("Baylor Fasteners - Welder\n\nHello", "Baylor Fasteners") == (
        "Welder",
    )
