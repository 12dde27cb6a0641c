import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.body.strip import strip

NO = "We regret that we will not go on."
OUTLOOK = "From: Sam <sam@home.example>\nSent: 3 May 2026 10:00\nTo: Jo\nSubject: a"
BLOCKS = {
    "Outlook": OUTLOOK,
    "Outlook, with a rule": "_" * 32 + "\n" + OUTLOOK,
    "Outlook, bold": "*From:* Sam [mailto:sam@home.example]\n*Sent:* 3 May\n*To:* Jo",
    "Outlook, German": "Von: Sam\nGesendet: Montag, 3. Mai 2026\nAn: Jo\nBetreff: a",
    "Outlook, French": "De : Sam\nEnvoyé : lundi 3 mai\nÀ : Jo\nObjet : a",
    "Outlook, Chinese": "发件人\uff1a Sam\n收件人\uff1a Jo\n主题\uff1a a",
    "original": "-----Original Message-----\nFrom: Sam",
    "original, German": "-----Ursprüngliche Nachricht-----\nVon: Sam",
    "reply above": "##- Please type your reply above this line -##",
    "Gmail": "On Mon, 3 May 2026 at 10:00, Sam <sam@home.example> wrote:",
    "Gmail, wrapped": "On Mon, 3 May 2026 at 10:00, Sam via Applications\n"
    "<no-reply@post.example>\nwrote:",
    "Gmail, German": "Am Mo., 3. Mai 2026 um 10:00 Uhr schrieb Sam <sam@home.example>:",
    "Gmail, French": "Le lun. 3 mai 2026 à 10:00, Sam <sam@home.example> a écrit :",
    "Apple": "On 3 May 2026, at 10:00, Sam <sam@home.example> wrote:",
    "Yahoo": "Sam <sam@home.example> wrote:",
}


@pytest.mark.parametrize("program", BLOCKS)
def test_the_mail_answered_is_parted_from_the_answer(program: str) -> None:
    text = f"Dear Sam,\n\n{NO}\n\n{BLOCKS[program]}\n\nold words\nand more"
    found = strip(text)
    assert found.new_text == f"Dear Sam,\n\n{NO}"
    assert found.quoted_text.endswith("old words\nand more")


def test_answers_between_quoted_lines_are_new() -> None:
    text = "On 3 May 2026, Jo wrote:\n> Are you free?\n\nYes.\n\n> And Tuesday?\n\nNo."
    found = strip(text)
    assert found.new_text == "Yes.\n\nNo."
    assert found.quoted_text == (
        "On 3 May 2026, Jo wrote:\n> Are you free?\n> And Tuesday?"
    )


def test_a_date_and_an_address_before_a_quote_belong_to_it() -> None:
    lead = "2026-05-03 10:00 GMT+02:00 Jo Lund <jo@post.example>:"
    assert strip(f"Yes.\n\n{lead}\n> Are you free?").new_text == "Yes."
    assert strip(f"Yes.\n\n{lead}\nwords").new_text == f"Yes.\n\n{lead}\nwords"


@pytest.mark.parametrize(
    "mark",
    [
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "-------- Weitergeleitete Nachricht --------",
        "-----Original Message-----",
        "",
    ],
)
def test_a_mail_passed_on_says_what_it_passes_on(mark: str) -> None:
    block = "From: Jo <jo@post.example>\nDate: 3 May 2026\nSubject: a\nTo: Sam"
    assert strip(f"{mark}\n{block}\n\n{NO}").new_text == NO


def test_words_before_a_mail_passed_on_are_kept_too() -> None:
    text = (
        f"For you.\n\n---- Forwarded message ----\nFrom: Jo\nTo: Sam\nDate: 3\n\n{NO}"
    )
    assert strip(text).new_text == f"For you.\n\n{NO}"


def test_a_subject_can_say_that_a_mail_is_passed_on() -> None:
    text = f"For you.\n\n{BLOCKS['Outlook']}\n\n{NO}"
    assert strip(text).new_text == "For you."
    assert strip(text, is_forward=True).new_text == f"For you.\n\n{NO}"


def test_a_forward_says_what_it_quotes_whatever_mark_stands_before_it() -> None:
    outlook = f"As below. Val\n\n-----Original Message-----\n{BLOCKS['Outlook']}\n\n"
    for quoting in (f"{outlook}{NO}", f"As below. Val\n\n> {NO}"):
        assert strip(quoting).new_text == "As below. Val"
        assert strip(quoting, is_forward=True).new_text == f"As below. Val\n\n{NO}"


def test_a_mail_that_only_quotes_says_what_it_quotes() -> None:
    found = strip(f"> {NO}\n> Jo")
    assert found.new_text == f"{NO}\nJo"
    assert found.quoted_text == f"> {NO}\n> Jo"


def test_a_mark_with_nothing_above_it_ends_nothing() -> None:
    assert strip(f"{BLOCKS['reply above']}\n\n{NO}").new_text == NO


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the panel wrote:\nWe liked her.",
        "She wrote:\n\nI like it.",
        "Details\nFrom: 10:00\nTo: 11:00\nDate: Monday\nPlace: here",
        "From: London\nThe train goes at ten.",
        "Original message board",
        "Thank you for your application.\nWe regret.",
        "To: be or not to be\nFrom: me",
        "a > b\nb > c",
    ],
)
def test_what_only_looks_like_a_quote_is_kept(text: str) -> None:
    assert strip(text).new_text == text


@pytest.mark.parametrize("text", ["", " \n \n", "\n\n"])
def test_nothing_stays_nothing(text: str) -> None:
    assert strip(text).new_text.strip() == ""
    assert strip(text).quoted_text == ""


PIECES = st.lists(
    st.sampled_from(
        (
            *("On 3 May 2026, Jo wrote:", "> a", ">> b", "", "From: a", "To: b", "___"),
            *("Subject: d", "-----Original Message-----", "Begin forwarded message:"),
            *("-- ", "Regards,", "Jo", "unsubscribe", "Sent from my phone", "a b c"),
            *("Sent: c",),
        )
    )
    | st.text(max_size=20),
    max_size=14,
).map("\n".join)


@given(text=PIECES)
def test_no_word_is_made_up_and_what_was_said_is_never_all_lost(text: str) -> None:
    found = strip(text)
    written = set(text.replace(">", " ").split())
    assert set(found.new_text.replace(">", " ").split()) <= written
    if any(letter.isalnum() for letter in text):
        assert found.new_text.strip() or found.quoted_text.strip()


def test_two_signs_before_the_items_of_a_list_quote_nothing() -> None:
    text = "Good news.\n\n>> Tuesday at 1 PM\n>> use the side door\n\nGood luck"
    assert strip(text).new_text == text
    assert strip(f"Yes.\n\n{BLOCKS['Gmail']}\n>> old\n>> words").new_text == "Yes."
    assert strip("Yes.\n\n> old\n>> older").new_text == "Yes."
