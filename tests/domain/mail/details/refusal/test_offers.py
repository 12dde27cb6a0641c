"""What offers feedback by bidding somebody get in touch by a day, and what does not."""

import time

import pytest

from onward.domain.mail.details.patterns.read import any_of
from onward.domain.mail.details.refusal.offers import offer_points
from tests.domain.mail.told import details


@pytest.mark.parametrize(
    "offer",
    [
        "Give the workshop a ring before Thursday if you fancy hearing the rest.",
        "Pop in before the end of next week and ask the forewoman.",
        "Phone me if you wonder, this week only.",
        "Anybody who writes to me by the end of May gets a page back.",
        "Ask her how you fell short, she saw it all.",
        "The diary is open until the 9th if you want the full details.",
        "A longer account can be given by the bursar on the telephone.",
        "Your scores may be sought from the registrar.",
    ],
)
def test_a_bid_by_a_day_offers(offer: str) -> None:
    found = details(f"I am sorry, we have given it to somebody else. {offer}")
    assert found.feedback_offered is not None
    assert found.feedback_offered.quote == offer


@pytest.mark.parametrize(
    "said",
    [
        "Please contact us within 14 days if you wish to appeal.",
        "Please ring us by Friday 4 December about your travel expenses.",
        "Write to us by 4 December if we should not keep your details.",
        "Let us know by Friday if you want to be considered for other jobs.",
        "Please drop in by Friday and return the laptop.",
        "If you would rather collect them, please ring us before the end of May.",
        "Please fill in our survey by Friday and tell us your views.",
        "Contact us before 4 December if you cannot open the portal.",
        "Join our online workshop in May; book your seat by 9 April.",
        "We are unable to give feedback, so please do not ring us before Friday.",
    ],
)
def test_a_bid_in_another_matter_offers_nothing(said: str) -> None:
    text = f"I am sorry, we have given it to somebody else. {said}"
    assert details(text).feedback_offered is None


@pytest.mark.parametrize(
    "offer",
    [
        "Gern erläutern wir Ihnen das Ergebnis am Telefon.",
        "Gerne geben wir Ihnen bis Ende Mai nähere Auskunft.",
        "Auf Wunsch nennen wir Ihnen die Gründe unserer Wahl.",
        "Wir können gern telefonieren, wenn du magst.",
        "Rufen Sie mich dazu bis nächsten Freitag an.",
        "Wenn Sie darüber sprechen möchten, bin ich für Sie da.",
        "Gib kurz Bescheid, dann schicke ich dir meine Anmerkungen.",
    ],
)
def test_german_offers_are_found(offer: str) -> None:
    text = f"Leider haben wir uns für jemand anderen entschieden. {offer}"
    found = details(text).feedback_offered
    assert found is not None
    assert found.quote == offer


@pytest.mark.parametrize(
    "said",
    [
        "Melden Sie sich bis Freitag, wenn wir Ihre Unterlagen löschen sollen.",
        "Rufen Sie uns bis Freitag wegen Ihrer Fahrtkosten an.",
        "Gern besprechen wir mit Ihnen andere Stellen in unserem Haus.",
        "Bitte schreiben Sie uns bis Freitag Ihre Meinung in der Umfrage.",
        "Ihre Unterlagen schicken wir Ihnen auf Wunsch gern zurück.",
        "Wir bitten um Verständnis, dass wir keine Gründe nennen können.",
    ],
)
def test_german_bids_in_another_matter_offer_nothing(said: str) -> None:
    text = f"Leider haben wir uns für jemand anderen entschieden. {said}"
    assert details(text).feedback_offered is None


def test_german_signs_of_an_offer_count_together() -> None:
    said = "Auf Wunsch nennen wir Ihnen gern die Gründe."
    assert offer_points(said) > offer_points("Wir nennen keine Gründe.")


def test_a_long_sentence_is_read_fast() -> None:
    said = "ring the office before the end and gern bis zum 4. rufen " * 40
    begun = time.perf_counter()
    any_of("offer_worded").search(said)
    assert time.perf_counter() - begun < 1
