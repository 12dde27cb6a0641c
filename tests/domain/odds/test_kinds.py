import pytest

from onward.domain.odds.kinds import commonest, kind_of


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("Senior Data Analyst", "analyst"),
        ("Head of Marketing", "head"),
        ("Data Analyst (maternity cover)", "analyst"),
        ("Analyst II", "analyst"),
        ("Nurse - night shifts", "nurse"),
        ("", ""),
    ],
)
def test_the_head_of_a_role_is_its_kind(role: str, kind: str) -> None:
    assert kind_of(role) == kind


def test_a_kind_of_one_is_not_offered() -> None:
    roles = ["Data Analyst", "Cook", "Business Analyst", ""]
    assert commonest(roles) == ["analyst"]
