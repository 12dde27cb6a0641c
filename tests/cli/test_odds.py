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
    assert offer["state"] == "within the usual range"
    assert (offer["more_for_half"], offer["more_for_80"]) == (7, 21)


def test_exactly_what_was_promised_is_printed() -> None:
    found = json.loads(told("--interviews", "8", "--offers", "0", "--json"))
    assert [set(one) for one in found.values()] == [
        {
            *("n", "passes", "mean", "low", "high", "state"),
            *("more_for_half", "more_for_80"),
        }
    ]


@pytest.mark.parametrize(
    ("interviews", "state"),
    [(7, "too early to tell"), (14, "within the usual range"), (15, "worth a look")],
)
def test_three_things_can_be_said_and_no_more(interviews: int, state: str) -> None:
    found = json.loads(told("--interviews", str(interviews), "--json"))
    assert found["interview_to_offer"]["state"] == state


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
    ("applications", "interviews", "offers"), [(3, 4, 0), (9, 1, 2), (None, None, 2)]
)
def test_what_cannot_be_is_said(
    applications: int | None, interviews: int | None, offers: int
) -> None:
    with pytest.raises(ImpossibleCountError):
        given(applications, interviews, offers)
