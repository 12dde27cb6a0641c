from onward.domain.mail.message import Address, ParsedMail
from onward.domain.mail.triage.first_look import worth_opening, worth_reading

ROBIN = Address("Robin", "robin@home.example")
NEWS = Address("Borough News", "news@borough.example")
ACME = Address("Acme Careers", "no-reply@acme.example")
NO = (
    "Dear Sam,\n\nUnfortunately we have decided not to move forward with your"
    " application for the position of Data Analyst.\n\nAcme"
)


def _mail(
    sender: Address, subject: str, text: str = "", *, is_bulk: bool = False
) -> ParsedMail:
    return ParsedMail(b"", sender=sender, subject=subject, text=text, is_bulk=is_bulk)


def test_what_a_person_wrote_is_opened_whatever_its_subject() -> None:
    assert worth_opening([_mail(ROBIN, "Saturday")]) == [True]


def test_a_list_is_opened_only_where_its_subject_speaks_of_work() -> None:
    told = worth_opening(
        [
            _mail(NEWS, "Spring edition", is_bulk=True),
            _mail(NEWS, "Summer, sorted", is_bulk=True),
            _mail(NEWS, "Your application", is_bulk=True),
        ]
    )
    assert told == [False, False, True]


def test_of_what_is_opened_the_first_lines_decide() -> None:
    plan = "Shall we cook on Saturday? Bring the red pot.\n\nRobin"
    assert worth_reading([_mail(ROBIN, "Saturday", plan)])[0] == [False]
    assert worth_reading([_mail(ACME, "Update", NO)])[0] == [True]


def test_nothing_to_look_at_is_nothing_to_tell() -> None:
    assert worth_opening([]) == worth_reading([])[0] == []
