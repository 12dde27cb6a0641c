import pytest

from onward.domain.mail.linking.refs import other_names_in, references_in


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Competitions\n\n2026-0147 Data Analyst, 2026-0162 Clerk",
            ["20260147", "20260162"],
        ),
        ("Your application\n\nSINE-2026-14 has gone to a colleague.", ["SINE202614"]),
        ("TR-26-031 - Interview\n\nPlease come.", ["TR26031"]),
        ("Update\n\nJob 241-CA-0917 is on hold.", ["241CA0917"]),
    ],
)
def test_a_number_is_found_wherever_it_stands(text: str, codes: list[str]) -> None:
    assert list(references_in(text)) == codes


@pytest.mark.parametrize(
    "said",
    [
        "Ring me on 519-555-0147.",
        "The day is 2026-03-24, at 10.",
        "We work to ISO-9001 and EN-60204.",
        "Flat 12-14, from 1998 on.",
    ],
)
def test_a_telephone_a_day_or_a_standard_is_no_number(said: str) -> None:
    assert references_in(f"Hello\n\n{said}") == ()


def test_an_answer_that_names_a_number_is_not_about_that_of_its_subject() -> None:
    text = "RE: Interview (2026-0162)\n\nThe committee for 2026-0147 has met."
    assert references_in(text) == ("20260147",)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Kindling, a division of Tri-Rivers Community", "Tri-Rivers Community"),
        ("Locust Lane LLC, d/b/a Black Locust", "Black Locust"),
        ("we're the northern bit of Kestrel", "Kestrel"),
        ("Vale Dairy is a trading name of J W Mellors (Dairymen) Ltd", "J W Mellors"),
        ("We are the workplace dining side of Fennelly.", "Fennelly"),
        ("Orla | part of the Fennelly group", "Fennelly"),
        ("Wendel & Kopp GmbH & Co. KG (WEKO Power), Winnenden", "WEKO Power"),
    ],
)
def test_another_name_of_a_house_is_told_in_passing(said: str, name: str) -> None:
    assert name in other_names_in(f"Hello\n\n{said}")


def test_whom_somebody_works_with_is_no_other_name() -> None:
    assert other_names_in("Hello\n\nYou will be part of Monday's team.") == ()
