import json

import pytest
import typer
from typer.testing import CliRunner

from onward.cli.odds import ImpossibleCountError, given, odds

app = typer.Typer()
app.command()(odds)


def told(*words: str) -> str:
    result = CliRunner().invoke(app, words, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_eight_interviews_without_an_offer_are_within_the_usual_range() -> None:
    found = json.loads(told("--interviews", "8", "--offers", "0", "--json"))
    offer = found["interview_to_offer"]
    assert (offer["n"], offer["passes"]) == (8, 0)
    assert offer["mean"] == pytest.approx(1 / 9)
    assert offer["state"] == "within_the_usual_range"
    assert (offer["more_for_half"], offer["more_for_80"]) == (7, 21)


def test_in_words_the_range_comes_first() -> None:
    assert "up to 3 in 10 (0 of 8; within the usual range)" in (
        told("--interviews", "8")
    )


def test_applications_and_interviews_make_two_steps() -> None:
    found = json.loads(
        told("--applications", "40", "--interviews", "4", "--offers", "1", "--json")
    )
    assert set(found) == {"application_to_interview", "interview_to_offer"}


@pytest.mark.parametrize(
    ("applications", "interviews", "offers"), [(3, 4, 0), (9, 1, 2)]
)
def test_what_cannot_be_is_said(
    applications: int, interviews: int, offers: int
) -> None:
    with pytest.raises(ImpossibleCountError):
        given(applications, interviews, offers)
