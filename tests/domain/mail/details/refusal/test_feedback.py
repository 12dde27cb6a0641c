"""What a no says of feedback: given, offered, and what is none."""

import pytest

from onward.domain.mail.verdict import Meaning
from tests.domain.mail.told import details


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for coming. We have chosen another candidate.",
        "Hi Mo, they have decided not to take it any further after your trial morning.",
    ],
)
def test_that_it_is_a_no_is_no_reason(text: str) -> None:
    assert details(text).reason is None


def test_kind_words_are_no_feedback() -> None:
    text = "It is a no. It was lovely to meet you and your work is no doubt good."
    assert details(text).feedback_given is None


@pytest.mark.parametrize(
    "offer",
    [
        "I'd love to buy you a coffee and tell you what each of us wrote down.",
        "Marks may be requested from the school office.",
        "Send me new work and I'll tell you honestly what I think.",
    ],
)
def test_an_offer_may_be_worded_otherwise(offer: str) -> None:
    found = details(f"I am sorry, we asked Kez to do it. {offer}").feedback_offered
    assert found is not None
    assert found.quote == offer


@pytest.mark.parametrize(
    "offer",
    [
        "Should you wish for feedback, please ring the school office.",
        "If you'd like to know how the panel scored you, ring me on the ward.",
        "Reply if you would like your scores explained.",
        "You may request your scores in writing.",
        "A summary of your strengths is available in the portal until June.",
    ],
)
def test_an_offer_to_explain_is_feedback_offered(offer: str) -> None:
    found = details(f"We have chosen somebody else. {offer}").feedback_offered
    assert found is not None
    assert found.quote == offer


@pytest.mark.parametrize(
    "offer",
    [
        "The foreman is willing to walk you through the film of your lift.",
        "I have asked their chef for real comments and I'll pass on what he says.",
        "I am in the office for calls about this until Wednesday.",
        "Mrs Vane can spare you ten minutes on how it went.",
    ],
)
def test_an_offer_is_found_in_whatever_voice(offer: str) -> None:
    found = details(f"We have chosen somebody else. {offer}").feedback_offered
    assert found is not None
    assert found.quote == offer


def test_what_is_offered_comes_before_until_when_to_ask() -> None:
    offer = "Sister Okell can give you feedback by telephone."
    until = "Please ask for feedback within 14 days."
    found = details(f"We chose somebody else. {offer} {until}").feedback_offered
    assert found is not None
    assert found.quote == offer


def test_a_subject_that_asks_for_feedback_offers_none() -> None:
    found = details("We chose somebody else.", subject="Re: could I ask for feedback?")
    assert found.feedback_offered is None


@pytest.mark.parametrize(
    "words",
    [
        "You never asked for the business at the end.",
        "Areas to develop: agree on what is needed first.",
        "What let you down was the report.",
        "The doubts were about whether you would bring in work.",
    ],
)
def test_what_was_said_of_the_person_is_feedback_given(words: str) -> None:
    found = details(f"We have gone with somebody else. {words}").feedback_given
    assert found is not None
    assert words in found.quote


def test_a_mail_of_feedback_always_quotes_some() -> None:
    text = "As promised. A cup of tea and a biscuit go a long way in your line of work."
    assert details(text, Meaning.REJECTION).feedback_given is None
    found = details(text, Meaning.FEEDBACK).feedback_given
    assert found is not None
    assert found.quote.startswith("A cup of tea")


@pytest.mark.parametrize(
    "offer",
    [
        "A copy of the marking can be had by writing to the clerk.",
        "Ring me if it would help to hear what the kitchen said about you.",
        "You are welcome to a longer conversation with me about your lesson.",
        "Should you require reasons, these may be requested in writing.",
        "I'd be glad to say more over the phone.",
    ],
)
def test_signs_of_an_offer_count_together(offer: str) -> None:
    found = details(f"We have chosen somebody else. {offer}").feedback_offered
    assert found is not None
    assert found.quote == offer


@pytest.mark.parametrize(
    "said",
    [
        "Ring me if you would like to hear about another job in Leeds.",
        "You are welcome to apply again and we will keep your CV on file.",
        "If you believe there was an error you may request a review in writing.",
        "Please send your receipts to the office by Friday.",
    ],
)
def test_another_matter_is_no_offer(said: str) -> None:
    found = details(f"We have chosen somebody else. {said}").feedback_offered
    assert found is None


@pytest.mark.parametrize(
    "offer",
    [
        "You may ask Mr Quill for further feedback within two weeks.",
        "Would a short call be of any use?",
        "Send a line and I'll read you what the jurors wrote.",
        "Phone me if you'd like to know how we chose.",
        "The chef has offered to speak with you on Monday.",
        "We will meet any candidate who asks.",
    ],
)
def test_an_offer_may_be_put_in_plain_words(offer: str) -> None:
    found = details(f"We have chosen somebody else. {offer}").feedback_offered
    assert found is not None
    assert found.quote == offer


@pytest.mark.parametrize(
    "offer",
    [
        "Falls Sie möchten, gebe ich Ihnen gern eine Rückmeldung zu Ihrem Vortrag.",
        "Wenn Sie mögen, gebe ich Ihnen bis zum 4. Mai telefonisch eine Einschätzung.",
        "Wenn du willst, schauen wir die Skizzen am Montag zusammen an.",
        "Rufen Sie mich an, wenn Sie mehr dazu wissen möchten.",
        "Auf Wunsch erhalten Sie eine schriftliche Auswertung.",
    ],
)
def test_an_offer_is_found_in_german(offer: str) -> None:
    text = f"Leider haben wir uns für eine andere Bewerberin entschieden. {offer}"
    found = details(text).feedback_offered
    assert found is not None
    assert found.quote == offer


@pytest.mark.parametrize(
    "said",
    [
        "Feedback is offered only to candidates who reached the second round.",
        "You may ask for a review by the doctor if you doubt the report.",
        "Could I please have some feedback on my test?",
    ],
)
def test_what_only_looks_like_an_offer_is_none(said: str) -> None:
    found = details(f"We have chosen somebody else. {said}").feedback_offered
    assert found is None
