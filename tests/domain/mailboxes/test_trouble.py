import pytest

from onward.domain.mailboxes.trouble import MailServerError, Trouble, trouble_in


@pytest.mark.parametrize("trouble", list(Trouble))
def test_each_trouble_has_its_sentence(trouble: Trouble) -> None:
    said = str(MailServerError(trouble, "imap.example.org", 993))
    assert said.endswith(".")
    assert "%" not in said


def test_only_what_may_pass_is_tried_again() -> None:
    passing = {t for t in Trouble if MailServerError(t).is_passing}
    assert passing == {Trouble.NAME, Trouble.REACH, Trouble.BUSY, Trouble.LINE}


def test_a_providers_own_words_count_before_what_is_usual_there() -> None:
    said = "[UNAVAILABLE] Temporary authentication failure"
    told = trouble_in(said, wants_app_password=True, is_token=False)
    assert told is Trouble.BUSY
