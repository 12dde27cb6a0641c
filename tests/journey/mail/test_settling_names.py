"""An employer that nobody knows stands for one application, whoever begins it."""

import pytest

from onward.domain.mail.linking.clue import Clue
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Employer
from onward.journey.applications.queries import employer_names
from onward.journey.history.services import undo_change
from onward.journey.mail.corrections import (
    begin_application,
    correct_message,
    forget_message,
)
from onward.journey.mail.settling_names import (
    Called,
    called,
    employer_called,
    know_employers,
)
from tests.builders import message, person

pytestmark = pytest.mark.django_db
NAMELESS = Called(employer="", domain="", agency="", role="Buyer")


def test_filing_gives_each_one_of_its_own() -> None:
    known: dict[str, Employer] = {}
    know_employers(person(), [NAMELESS, NAMELESS], known)
    first, second = (
        employer_called(person(), NAMELESS, set(), known) for _ in range(2)
    )
    assert first.pk != second.pk
    assert first.called == second.called == "Employer not known"


def test_it_is_no_name_to_look_for() -> None:
    begin_application(message=message(details={}))
    assert employer_names(person()) == []


def test_forgetting_its_mail_can_be_undone() -> None:
    kept = message(details={"roles": ["Buyer"]})
    new = begin_application(message=kept)
    correct_message(message=kept, meaning=kept.says, applications=[new])
    change = forget_message(message=kept)
    assert not Employer.objects.exists()
    undo_change(change=change)
    filed = kept.filings.get(ended_at=None).application
    assert filed.label == "Buyer, Employer not known"


def test_who_hires_is_not_their_own_agency_by_an_address() -> None:
    theirs = Clue(1, None, Meaning.OFFER, employer="Gather & Grain Ltd")
    mine = Clue(2, None, Meaning.FOLLOW_UP, agency="Gatherandgrain")
    assert called([theirs, mine]).agency == ""
