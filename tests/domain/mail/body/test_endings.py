import pytest

from onward.domain.mail.body.endings import is_sign_off, without_ending, without_footers

NO = "We regret that we will not go on."


@pytest.mark.parametrize(
    "device",
    [
        "Sent from my iPhone",
        "Get Outlook for Android",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Envoyé à partir d'Outlook pour Android",
        "Sent from Mail for Windows",
    ],
)
def test_a_device_that_advertises_itself_is_left_out(device: str) -> None:
    assert without_ending(f"{NO}\n\n{device}") == NO


def test_a_sentence_that_begins_like_a_device_is_kept() -> None:
    text = "Sent from my desk, which is much easier than from my phone today."
    assert without_ending(text) == text


def test_names_below_a_sign_off_are_kept_and_numbers_are_not() -> None:
    text = (
        f"{NO}\n\nKind regards,\nJo Lund\nHead of Talent\nTel: +44 20 7946 0000\n"
        "www.post.example\n[cid:image001.png]\nPost Ltd"
    )
    assert without_ending(text) == (
        f"{NO}\n\nKind regards,\nJo Lund\nHead of Talent\nPost Ltd"
    )


def test_prose_below_a_sign_off_is_kept() -> None:
    said = "P.S. If you would like feedback, just reply to this mail and we will write."
    assert without_ending(f"{NO}\n\nBest,\nJo\n\n{said} And more of it here.") == (
        f"{NO}\n\nBest,\nJo\n\n{said} And more of it here."
    )


def test_the_rule_of_a_mailing_list_ends_a_letter() -> None:
    assert without_ending(f"{NO}\n{'_' * 47}\nlist mailing list") == NO


@pytest.mark.parametrize(
    "footer",
    [
        "This email is confidential and for the intended recipient only.",
        "Unsubscribe | Privacy policy",
        "© 2026 Post Ltd. All rights reserved.",
        "Post Ltd, registered in England, company number 12345678",
        "Diese E-Mail enthält vertrauliche Informationen.",
        "Pensez à la planète avant d'imprimer ce message.",
        "Vous disposez d'un droit d'accès aux données qui vous concernent.",
    ],
)
def test_paragraphs_of_law_and_subscription_are_left_out(footer: str) -> None:
    assert without_footers(f"{NO}\n\n{footer}") == NO


def test_a_long_paragraph_that_only_mentions_a_subscription_is_kept() -> None:
    text = "You may unsubscribe at any time. " + "We thank you for your interest. " * 20
    assert without_footers(text) == text


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("Kind regards,", True),
        ("Viele Grüße", True),
        ("Cordialement,", True),
        ("Bonne journée,", True),
        ("Many thanks", True),
        ("Best wishes from all of us here at Post", False),
        ("Thanks for coming in to see us today", False),
        ("Best time for you?", False),
        ("KR, Ada", True),
        ("lg", True),
        ("Beste Grüße", True),
        ("Kristin Bell", False),
        ("Bronwyn", False),
        ("BR", True),
        ("Dear Sam,", False),
        ("", False),
    ],
)
def test_the_line_that_closes_a_letter_is_known(line: str, *, closes: bool) -> None:
    assert is_sign_off(line) is closes


def test_a_refusal_beside_a_privacy_note_is_kept() -> None:
    text = (
        "Dear Sam,\n\nWe have gone with another applicant. Your details are deleted "
        "under our privacy policy. Do try us again.\n\nKind regards\nJo\n\n"
        "This message is confidential. Please delete it if it is not yours."
    )
    assert without_footers(text) == (
        "Dear Sam,\n\nWe have gone with another applicant. Do try us again."
        "\n\nKind regards\nJo"
    )


@pytest.mark.parametrize(
    "said",
    [
        "If you are receiving this, kindly regard your application as unsuccessful.",
        "By a slip in our mailing list you were told that you were shortlisted.",
        "Ihre Antwort zum Datenschutz blieb allgemein.",
        "Votre candidature, accès aux données compris, n'a pas été retenue.",
        "Your request to opt out was too late.",
    ],
)
def test_a_sentence_that_decides_is_no_footer(said: str) -> None:
    assert said in without_ending(f"Dear Jo\n\n{said}\n\nThe office")


def test_below_the_last_words_a_whole_legal_note_goes() -> None:
    text = "It is a no.\n\nRegards\nJo\n\nPlease delete it. It is confidential mail."
    notes = text.replace("It is confidential mail", "This email was sent to you")
    assert without_footers(notes) == "It is a no.\n\nRegards\nJo"


def test_a_court_that_decided_is_no_company_registered_there() -> None:
    text = "Guten Tag,\n\ndas Amtsgericht hat entschieden.\n\nAmtsgericht Bonn, HRB 12"
    assert without_footers(text) == "Guten Tag,\n\ndas Amtsgericht hat entschieden."
