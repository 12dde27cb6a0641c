"""Those whose meetings and orders stand in much mail, as employers and as none."""

import pytest

from onward.domain.mail.details.employer.employer import Organisations, organisations_in
from tests.domain.mail.letters import letter

_NO = "Your application\n\nThank you. We have decided not to go on with it."


def _told(text: str, sender: str, *known: str) -> Organisations:
    return organisations_in(text, letter("", sender=sender).sender, known)


@pytest.mark.parametrize(
    ("sender", "employer"),
    [
        ("Google Careers <noreply@google.com>", "Google"),
        ("careers@google.com", "Google"),
        ("Jane Doe <jane@microsoft.com>", "Microsoft"),
        ("Jane Doe <jane.doe@microsoft.com>", "Microsoft"),
        ("priya@zoom.us", "Zoom"),
        ("Amazon Jobs <noreply@mail.amazon.jobs>", "Amazon"),
        ("Amazon <candidate-updates@amazon.co.uk>", "Amazon"),
        ("Calendly Recruiting <recruiting@calendly.com>", "Calendly"),
        ("Ola Berg <ola@calendly.com>", "Calendly"),
        ("Ola Berg <ola.berg@linkedin.com>", "LinkedIn"),
        ("Zoom <no-reply@us.greenhouse-mail.io>", "Zoom"),
        ("Microsoft Talent Acquisition <microsoft@myworkday.com>", "Microsoft"),
    ],
)
def test_who_writes_from_there_of_work_is_the_employer(
    sender: str, employer: str
) -> None:
    found = _told(_NO, sender)
    assert found.employer.casefold() == employer.casefold()


@pytest.mark.parametrize(
    "said",
    [
        "Thank you for your application to Google.",
        "We regret that the role of Data Analyst at Google has been filled.",
        "You applied for the position of Clerk at Google in May.",
        "Thank you for your interest in Google. We met you on Google Meet.",
        "Yours, the Google recruiting team",
        "Company: Google",
    ],
)
def test_a_text_says_that_one_works_there(said: str) -> None:
    assert _told(f"News\n\n{said}\n", "no-reply@hire.lever.co").employer == "Google"


@pytest.mark.parametrize(
    "sender",
    [
        "Microsoft Teams <noreply@email.teams.microsoft.com>",
        "Google Calendar <calendar-notification@google.com>",
        "Google Forms <forms-receipts-noreply@google.com>",
        "Jane Doe (via Google Docs) <comments-noreply@docs.google.com>",
        "Amazon.co.uk <auto-confirm@amazon.co.uk>",
        "Zoom <no-reply@zoom.us>",
        "Calendly <notifications@calendly.com>",
        "Apple <no_reply@email.apple.com>",
        "LinkedIn <jobs-listings@linkedin.com>",
        "Jane Doe <hit-reply@linkedin.com>",
        "Microsoft <account-security-noreply@accountprotection.microsoft.com>",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "Interview\n\nYou are invited. Join with Google Meet or on Microsoft Teams.",
        "Invitation\n\nInterview, tomorrow at 3 on Zoom. Open Google Calendar.",
        "Your order\n\nThank you for your Amazon.co.uk order, it is on its way.",
    ],
)
def test_notices_of_meetings_and_orders_tell_no_employer(
    sender: str, text: str
) -> None:
    assert _told(text, sender).employer == ""


def test_whose_notice_a_service_sends_is_told() -> None:
    sender = "Hill Farm Ltd via DocuSign <dse@docusign.net>"
    assert _told("Your contract\n\nPlease sign.", sender).employer == "Hill Farm Ltd"


@pytest.mark.parametrize(
    "link",
    [
        "Join Zoom Meeting",
        "Please join us at Microsoft Teams.",
        "The interview is with Google Meet.",
        "Apply with LinkedIn next time.",
        "Sign in with Google to see it.",
        "Your role needs good Microsoft Office.",
    ],
)
def test_a_link_in_a_letter_is_no_employer(link: str) -> None:
    sender = "Jo Lund <jo@hillfarm.example>"
    found = _told(
        f"Interview\n\nHi Sam, Friday at ten.\n{link}\n\nJo", sender, "Google"
    )
    assert found == Organisations("Hill Farm", "hillfarm.example", "")
    assert _told(f"Interview\n\n{link}", "jo@gmail.com", "Google").employer == ""
