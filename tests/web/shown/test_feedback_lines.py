from onward.web.shown.feedback_pages import joined_lines

BROKEN = """You were lovely with our residents and they have told us
so. Where it fell down was the medication, where you went
round it a bit.

sql
python"""


def test_lines_a_mail_program_broke_are_joined_and_others_stay() -> None:
    assert joined_lines(BROKEN).splitlines() == [
        (
            "You were lovely with our residents and they have told us so. Where it "
            "fell down was the medication, where you went round it a bit."
        ),
        "",
        "sql",
        "python",
    ]
