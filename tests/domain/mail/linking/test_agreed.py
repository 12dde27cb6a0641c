from typing import Any

from onward.domain.mail.linking.agreed import agreed
from onward.domain.mail.linking.clue import Clue
from onward.domain.mail.verdict import Meaning
from tests.domain.mail.clues import clue, no, thanks


def said(**told: Any) -> Clue:
    return clue(9, Meaning.REJECTION, **told)


def test_who_hires_in_most_mails_is_no_agency_in_one() -> None:
    found = agreed([thanks(1), no(2), said(agency="Acme")])[-1]
    assert (found.employer, found.agency) == ("Acme", "")


def test_an_agency_by_name_is_one_wherever_its_name_is_cut() -> None:
    client: dict[str, Any] = {"employer": "Hill Foods", "agency": "Lark Staffing"}
    found = agreed([thanks(1, **client), said(employer="Lark", domain="lark.example")])
    assert (found[-1].employer, found[-1].agency) == ("", "Lark")
    assert found[-1].domain == ""


def test_what_is_told_as_often_stays_as_it_is() -> None:
    one = said(agency="Acme")
    assert agreed([thanks(1, employer="Acme"), one])[-1] == one


def test_another_name_told_late_is_known_from_the_first_mail_on() -> None:
    early = thanks(1, employer="Hill Foods")
    late = no(2, employer="Valley Foods", also=("Hill Foods",))
    found = agreed([early, late])
    assert found[0].also == ("Valley Foods",)
    assert found[1].also == ("Hill Foods",)
