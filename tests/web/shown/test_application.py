import pytest

from onward.web.shown.application import shown_of
from tests.builders import application

pytestmark = pytest.mark.django_db


def test_an_agency_stands_beside_whom_it_writes_for() -> None:
    about = application("Hill Farm", "Baker", agency="Larkin Birch")
    assert shown_of(about).line == "through Larkin Birch"


def test_an_agency_that_names_no_client_is_not_shown_as_two() -> None:
    about = application("Larkin Birch", "Baker", agency="Larkin Birch")
    assert shown_of(about).line == "an agency, employer not known"
