import pytest

from onward.domain.mail.message import ParsedMail
from onward.domain.mail.verdict import Meaning
from tools.detail_examples import DETAILS, Noted, noted_mail
from tools.detail_figures import FIELDS, Found
from tools.second_readings import agreed, second_readings

FIELD = {field.name: field for field in FIELDS}
TOLD = {
    "employer": "Hill Farm",
    "writer": "Moira Keane",
    "panel": "Ida Bell;Moira Keane",
    "meets": "2026-03-02T11:00+01:00",
    "reason": "no room for two | the roof has the money",
}


@pytest.mark.parametrize(
    ("name", "second", "found"),
    [
        ("employer", "Hill Farm Ltd", Found.RIGHT),
        ("employer", "", Found.MISSED),
        ("role", "Milker", Found.INVENTED),
        ("role", "", Found.SILENT),
        ("panel", "Ida Bell", Found.RIGHT),
        ("panel", "Ida Bell; Jo Lund", Found.WRONG),
        ("meets", "2026-03-02T10:00+00:00", Found.RIGHT),
        ("meets", "2026-03-02T10:00+00:00, 2026-03-03T10:00+00:00", Found.WRONG),
        ("reason", "another was nearer | we had no room for two", Found.RIGHT),
        ("reason", "another was nearer", Found.WRONG),
    ],
)
def test_a_second_reader_agrees_where_a_program_would_be_right(
    name: str, second: str, found: Found
) -> None:
    mail = ParsedMail(digest=b"")
    noted = Noted("a:1", Meaning.REJECTION, mail, "Europe/London", TOLD)
    assert agreed(FIELD[name], noted, {name: second}) is found


@pytest.mark.parametrize(
    ("part", "second"), [("judge", "second"), ("judge-german", "second-german")]
)
def test_each_mail_to_judge_with_was_read_twice(part: str, second: str) -> None:
    assert {one.place for one in noted_mail(DETAILS / part)} == set(
        second_readings(second)
    )
