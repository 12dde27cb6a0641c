from dataclasses import replace

import pytest

from onward.domain.mail.context import Context
from onward.domain.mail.details.people.who_wrote import contact_of
from onward.domain.mail.details.role.roles import roles_in
from onward.domain.mail.details.told import details_of
from onward.domain.mail.message import Address
from onward.domain.mail.verdict import Meaning, Verdict
from tests.domain.mail.letters import letter
from tests.domain.mail.told import details


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Thank you for applying for the position of Data Analyst.", "Data Analyst"),
        ("Thank you for applying for the Data Analyst position.", "Data Analyst"),
        ("your application for Senior Baker at Hill Farm", "Senior Baker"),
        ("your application for the role of night porter (ref 123).", "night porter"),
        ("the interview for the post of Gardener on 12 November.", "Gardener"),
        ("We would like to offer you the job of ward clerk.", "ward clerk"),
        ("You applied for Year 4 Teacher with us.", "Year 4 Teacher"),
        (
            "The team won't take you forward for Complaints Specialist.",
            "Complaints Specialist",
        ),
        (
            "Store: York\nRole: Customer Assistant\nOutcome: not now",
            "Customer Assistant",
        ),
        (
            "You have been offered REQ-55 Fraud Operations Lead, grade 7.",
            "Fraud Operations Lead",
        ),
        (
            "I advise on the appointment of a Chief Operating Officer.",
            "Chief Operating Officer",
        ),
    ],
)
def test_the_role_is_read_from_the_text(text: str, role: str) -> None:
    assert roles_in(f"Hello\n\n{text}", "") == (role,)


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Application for Junior Welder", "Junior Welder"),
        ("Casework Officer (ref 20311): outcome of interview", "Casework Officer"),
        ("Data Scientist - your application", "Data Scientist"),
        ("Your application: Shift Leader", "Shift Leader"),
        ("IT Technician", "IT Technician"),
        ("Re: Tasting room position", "Tasting room"),
    ],
)
def test_the_role_is_read_from_the_subject(subject: str, role: str) -> None:
    assert roles_in(f"{subject}\n\nHello", "") == (role,)


def test_two_roles_in_one_mail_are_both_kept() -> None:
    text = "Hello\n\nThank you for applying for the positions of baker and driver."
    assert set(roles_in(text.replace("positions", "position"), "")) == {
        "baker",
        "driver",
    }


def test_where_no_role_is_named_none_is_invented() -> None:
    assert roles_in("Hello\n\nThank you for your time and for the chat.", "") == ()


def test_the_writer_is_the_person_to_write_to() -> None:
    found = contact_of(Address("Jo Lund", "jo@hillfarm.example"), Address(), "")
    assert found == ("Jo Lund", "jo@hillfarm.example")


def test_nobody_writes_to_no_reply() -> None:
    sender = Address("Hill Farm Careers", "no-reply@hillfarm.example")
    text = (
        "Hello\n\nWrite to jo@hillfarm.example if you like.\n\nKind regards,\nJo Lund"
    )
    assert contact_of(sender, Address(), text) == ("Jo Lund", "jo@hillfarm.example")
    assert contact_of(sender, Address(), "Hello") == ("", "")


def test_a_reply_address_goes_before_the_sender_s() -> None:
    sender = Address("Jo Lund", "no-reply@greenhouse.io")
    reply_to = Address("", "jo@hillfarm.example")
    assert contact_of(sender, reply_to, "") == ("Jo Lund", "jo@hillfarm.example")


@pytest.mark.parametrize(
    "offer",
    [
        "I would be happy to give you some feedback.",
        "If you would like feedback, just reply to this mail.",
        "Feedback is available on request.",
        "Ring me any time and I'll go through it with you.",
        "I'm glad to talk it through if that helps.",
    ],
)
def test_feedback_offered_is_quoted(offer: str) -> None:
    found = details(f"We chose somebody else. {offer} Good luck.").feedback_offered
    assert found is not None
    assert found.quote == offer


@pytest.mark.parametrize(
    "text",
    [
        "We are unable to offer individual feedback.",
        "We would love your feedback in a short survey.",
        "Sorry, we cannot give feedback at this stage.",
    ],
)
def test_feedback_refused_or_asked_for_is_not_offered(text: str) -> None:
    assert details(text).feedback_offered is None


def test_feedback_given_is_quoted_as_one_stretch() -> None:
    said = "Your answers were clear but short. You lacked an example of leading a team."
    found = details(f"We chose somebody else. {said} Good luck.").feedback_given
    assert found is not None
    assert found.quote == said


def test_stock_praise_is_no_feedback() -> None:
    text = (
        "Thank you for your interest. We were impressed by your background. You were"
        " unsuccessful. We wish you all the best in your search."
    )
    assert details(text).feedback_given is None


def test_the_reason_is_quoted() -> None:
    text = "I am sorry. We chose someone with more experience of ovens. Good luck."
    found = details(text).reason
    assert found is not None
    assert found.quote == "We chose someone with more experience of ovens."


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("You have not been shortlisted.", "application"),
        ("Thank you for our phone screen. It is a no.", "screen"),
        ("Thank you for coming in. It is a no.", "first"),
        ("After the second interview we chose another.", "later"),
        ("It was down to two and the final interview decided.", "final"),
        ("We must withdraw our offer.", "offer"),
        ("It is a no.", ""),
        ("We saw you for the panel interview after the written test.", "first"),
        ("On the bench test your wheel ran true.", "first"),
        ("It was a pleasure for all of us to meet you.", "first"),
        ("Danke für das Gespräch am Dienstag.", "first"),
        ("After your video responses it is a no.", "screen"),
        ("We are not able to invite you to an interview.", "application"),
        ("We have decided not to interview you.", "application"),
        ("You were not chosen to attend the assessment day.", "application"),
        ("We cannot offer you a place in the second interview.", "first"),
        ("We had 640 applications for six places.", "application"),
        ("The client has rejected your CV.", "application"),
        ("I sent your CV to Hill Farm. They are not asking to see you.", "application"),
        ("We were down to you and Kez, and asked Kez.", "final"),
    ],
)
def test_the_stage_is_how_far_it_had_come(text: str, stage: str) -> None:
    assert details(text, subject="News").stage == stage


def test_only_an_ending_has_a_stage_and_a_reason() -> None:
    found = details("Thank you for coming in.", Meaning.ACKNOWLEDGEMENT)
    assert (found.stage, found.reason) == ("", None)


def test_quotes_stand_where_they_say() -> None:
    text = "We chose someone with more experience. Your answers were short."
    shown = f"Your application\n\n{text}"
    found = details(text)
    for passage in (found.reason, found.feedback_given):
        assert passage is not None
        assert shown[passage.start : passage.end] == passage.quote


def test_an_invitation_tells_when() -> None:
    found = details("Can you come on Thursday at 2pm?", Meaning.INTERVIEW_INVITATION)
    assert [f"{moment:%d %H:%M}" for moment in found.meets_at] == ["26 14:00"]


def test_in_the_person_s_own_mail_the_other_side_is_the_employer() -> None:
    parsed = replace(
        letter("Dear Jo, I wonder whether you have news of my application.", "Baker"),
        sender=Address("Sam Reed", "sam@home.example"),
        recipients=(Address("Jo Lund", "jo@hillfarm.example"),),
    )
    context = Context(own_addresses=("sam@home.example",))
    verdict = Verdict(Meaning.FOLLOW_UP, 0.9, needs_asking=False)
    found = details_of(parsed, "Baker\n\nDear Jo", verdict, context)
    assert found.employer == "Hill Farm"
    assert found.contact_address == "jo@hillfarm.example"


def test_the_role_is_read_from_what_a_mail_answers_if_nowhere_else() -> None:
    written = "Friday is fine.\n\n> I am still keen on Parks Officer.\n"
    parsed = letter(written, "Re: Friday")
    verdict = Verdict(Meaning.INTERVIEW_INVITATION, 0.9, needs_asking=False)
    shown = "Re: Friday\n\nFriday is fine."
    assert details_of(parsed, shown, verdict, Context()).roles == ("Parks Officer",)
