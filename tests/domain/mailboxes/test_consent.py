from urllib.parse import parse_qs, urlsplit

from onward.domain.mailboxes.consent import (
    GIVERS,
    Client,
    Leave,
    challenge_of,
    leave_of,
    question,
)


def test_a_question_names_where_to_go_back_and_never_the_verifier() -> None:
    asked = question(
        *(GIVERS["google"], Client("me", "hush"), "http://127.0.0.1:5/", "s"),
        *("v" * 43, "sam@gmail.com"),
    )
    told = {name: values[0] for name, values in parse_qs(urlsplit(asked).query).items()}
    assert told["redirect_uri"] == "http://127.0.0.1:5/"
    assert told["code_challenge"] == challenge_of("v" * 43)
    assert told["access_type"] == "offline"
    assert "hush" not in asked
    assert "v" * 43 not in asked


def test_the_challenge_is_the_one_of_the_standard() -> None:
    # The example of RFC 7636, appendix B.
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert challenge_of(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_a_leave_is_kept_as_text_and_shows_nothing() -> None:
    leave = Leave("microsoft", "me", "refresh-me", "hush")
    assert leave_of(str(leave)) == leave
    assert "refresh-me" not in repr(leave)
    assert "hush" not in repr(leave)
