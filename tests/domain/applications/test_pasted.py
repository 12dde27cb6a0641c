"""What was pasted, and what an advert tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.applications.advert import Advert, read_advert
from onward.domain.applications.pasted import Pasted, what_is

NO = """Dear Sam,

Thank you for your application for the post of Data Analyst. We have decided not to
take it further.

Kind regards,
Priya"""
FORWARDED = "From: Priya <priya@acme.example>\nSubject: Your application\n\nIt is a no."
SHORT_NO = "Hi Sam\nSorry, it went to somebody else.\nBest,\nTom"
LABELLED = """Job title: Data Analyst
Company: Hallam & Rowe
Location: Leeds, two days a week at home
Salary: £31,000 per annum
About the role
You will look after our reports. See https://hallam.example/jobs/12."""
TITLED = """Night Porter at The Old Mill
Full-time, permanent
We are looking for somebody who likes quiet hours. Apply by 3 November."""
TOLD = """Come and bake with us.
Harbour Bakery is looking for a pastry chef to join our early shift.
Requirements: two years behind an oven. How to apply: ring the bell."""
BELOW = "Teaching Assistant\nSt Mary's School\nPart-time. Closing date 4 December."


@pytest.mark.parametrize("text", [NO, FORWARDED, SHORT_NO])
def test_what_is_written_like_a_letter_is_a_mail(text: str) -> None:
    assert what_is(text) is Pasted.MAIL


@pytest.mark.parametrize("text", [LABELLED, TITLED, TOLD, BELOW])
def test_what_praises_a_post_is_an_advert(text: str) -> None:
    assert what_is(text) is Pasted.ADVERT


def test_labels_of_an_advert_tell_most() -> None:
    assert read_advert(LABELLED) == Advert(
        role="Data Analyst",
        employer="Hallam & Rowe",
        place="Leeds, two days a week at home",
        link="https://hallam.example/jobs/12",
    )


@pytest.mark.parametrize(
    ("text", "role", "employer"),
    [
        (TITLED, "Night Porter", "The Old Mill"),
        (TOLD, "pastry chef", "Harbour Bakery"),
        (BELOW, "Teaching Assistant", "St Mary's School"),
    ],
)
def test_an_advert_without_labels_tells_by_title_or_text(
    text: str, role: str, employer: str
) -> None:
    advert = read_advert(text)
    assert (advert.role, advert.employer) == (role, employer)


@given(st.text())
def test_any_text_is_one_or_the_other_and_tells_only_its_own_words(text: str) -> None:
    assert what_is(text) in Pasted
    advert = read_advert(text)
    bare = " ".join(text.split())
    for part in (advert.role, advert.employer, advert.place):
        assert " ".join(part.split()) in bare
