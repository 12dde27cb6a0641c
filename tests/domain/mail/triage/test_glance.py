from dataclasses import replace

import pytest

from onward.domain.mail.message import Address, ParsedMail
from onward.domain.mail.triage.glance import is_plainly_ordinary

NEWS = ParsedMail(
    digest=b"",
    sender=Address("Garden News", "news@garden.example"),
    subject="Ten plants for shade",
    text="Ferns like it damp. Hostas like it damp too, and so do slugs.",
    is_bulk=True,
)


def test_a_newsletter_about_something_else_needs_no_reading() -> None:
    assert is_plainly_ordinary(NEWS)


@pytest.mark.parametrize(
    "changed",
    [
        {"is_bulk": False},
        {"subject": "An update on your application"},
        {"text": "Unfortunately we have chosen somebody else."},
        {"text": "Leider müssen wir Ihnen absagen."},
        {"text": "Malheureusement, vous n'êtes pas retenue."},
        {"sender": Address("Acme", "no-reply@greenhouse.io")},
        {"calendars": ("BEGIN:VCALENDAR",)},
    ],
)
def test_what_may_be_about_work_is_read(changed: dict[str, object]) -> None:
    assert not is_plainly_ordinary(replace(NEWS, **changed))  # type: ignore[arg-type]
