"""What two libraries try their reply strippers on; read from data that is not ours."""

import pytest

from onward.domain.mail.body.plain import tidied
from onward.domain.mail.body.strip import strip
from tests.domain.mail.collected import collected_mail

# The lines of each file that are new; of a signature the names are kept on purpose.
NEW_LINES = {
    "correct_sig": [(0, 1), (3, 4)],
    "email_1_1": [(0, 7)],
    "email_1_2": [(0, 1), (8, 34)],
    "email_1_3": [(0, 5)],
    "email_1_4": [(0, 1)],
    "email_1_5": [(0, 15)],
    "email_1_6": [(0, 3)],
    "email_1_7": [(0, 1)],
    "email_1_8": [(12, 13), (18, 19), (36, 37)],
    "email_2_1": [(0, 1)],
    "email_2_2": [(0, 1)],
    "email_2_3": [(0, 1)],
    "email_BlackBerry": [(0, 1)],
    "email_bullets": [(0, 9), (21, 22)],
    "email_gmail": [(0, 1)],
    "email_headers_no_delimiter": [(0, 1)],
    "email_iPhone": [(0, 1)],
    "email_long_quote": [(0, 4), (5, 10)],
    "email_multi_word_sent_from_my_mobile_device": [(0, 1)],
    "email_one_is_not_on": [(0, 5)],
    "email_partial_quote_header": [(0, 6)],
    "email_sent_from_my_not_signature": [(0, 3)],
    "email_sig_delimiter_in_middle_of_line": [(0, 7)],
    "greedy_on": [(0, 6)],
    "pathological": [(0, 2)],
}


def said(lines: list[str]) -> list[str]:
    """Return lines without space that says nothing."""
    return [tidied(line) for line in lines if line.strip()]


@pytest.mark.parametrize("name", NEW_LINES)
def test_only_the_new_words_of_a_reply_are_kept(name: str) -> None:
    found = [path for path in collected_mail("reply_quote") if path.stem == name]
    assert found
    for path in found:
        text = path.read_text("utf-8")
        lines = text.split("\n")
        expected = [said(lines[first:last]) for first, last in NEW_LINES[name]]
        new = strip(tidied(text)).new_text.split("\n")
        assert said(new) == [line for part in expected for line in part], path.parts[-4]
