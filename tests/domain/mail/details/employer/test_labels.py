import pytest

from onward.domain.mail.details.employer.labels import label_of
from onward.domain.mail.message import Address


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("ann@acme.example", "acme"),
        ("acme@myworkday.com", "acme"),
        ("acme+autoreply@talent.icims.com", "acme"),
        ("no-reply@acme.teamtailor-mail.com", "acme"),
        ("no-reply@ashbyhq.com", ""),
        ("noreply@apps.trac.jobs", ""),
        ("", ""),
    ],
)
def test_a_label_is_that_of_whom_is_written_for(address: str, label: str) -> None:
    assert label_of(Address("", address)) == label
