from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import now

from onward.domain.applications.events import EventKind
from onward.journey.applications.models import Application
from onward.journey.feedback.models import (
    AngryVersion,
    FeedbackRequest,
    MailAccount,
    OutgoingLetter,
)
from tests.builders import application, event, person
from tests.journey.feedback.test_asking import letter, rejected

pytestmark = pytest.mark.django_db
ALL = ("should", "whom", "what", "detail", "how")


def address(about: Application, name: str = "") -> str:
    return f"/applications/{about.pk}/ask/" + (f"{name}/" if name else "")


def page(client: Client, about: Application, name: str) -> str:
    answer = client.get(address(about, name))
    assert answer.status_code == 200
    return answer.content.decode()


def test_asking_begins_with_whether(client: Client) -> None:
    about = rejected()
    assert client.get(address(about)).headers["Location"] == address(about, "should")
    assert "Yes, it is worth asking" in page(client, about, "should")


def test_their_rule_is_quoted_and_leaving_it_is_easiest(client: Client) -> None:
    about = rejected("We are unable to give individual feedback.")
    text = page(client, about, "should")
    assert "better leave it" in text
    assert "We are unable to give individual feedback." in text


def test_who_is_chosen_gets_the_letter(client: Client) -> None:
    about = rejected()
    said = {"whom": "priya.nair@hallamrowe.example"}
    answer = client.post(address(about, "whom"), said)
    assert answer.headers["Location"] == address(about, "what")
    asked = FeedbackRequest.objects.get()
    assert (asked.to_name, asked.to_address) == ("Priya Nair", said["whom"])


def test_somebody_else_can_be_typed_in(client: Client) -> None:
    about = rejected()
    said = {"name": "Jo Lund", "address": "jo@hallamrowe.example"}
    client.post(address(about, "whom"), said)
    assert FeedbackRequest.objects.get().to_name == "Jo Lund"


def test_an_address_nobody_offered_is_not_taken(client: Client) -> None:
    about = rejected()
    answer = client.post(address(about, "whom"), {"whom": "evil@evil.example"})
    assert answer.status_code == 404


def test_choosing_nobody_is_said_and_nothing_lost(client: Client) -> None:
    answer = client.post(address(rejected(), "whom"), {"name": "Jo"})
    assert "Choose somebody, or type an address." in answer.content.decode()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"go": "next"}, "This field is required"),
        ({"asks": ["change", "strongest", "advice"]}, "two at the most"),
        ({"asks": ["criterion"]}, "Name the example"),
    ],
)
def test_what_cannot_be_asked_is_told_beside_it(
    client: Client, said: dict[str, Any], told: str
) -> None:
    answer = client.post(address(rejected(), "what"), said)
    assert told in answer.content.decode()


@pytest.mark.parametrize("name", [*ALL, "letter"])
def test_looking_stores_nothing(client: Client, name: str) -> None:
    page(client, rejected(), name)
    assert not FeedbackRequest.objects.exists()


def test_the_letter_holds_what_was_chosen(client: Client) -> None:
    about = rejected()
    client.post(address(about, "detail"), {"detail": "the question about rotas"})
    text = page(client, about, "letter")
    assert "the question about rotas" in text
    assert "Dear Priya," in text


def test_own_words_survive_a_later_choice(client: Client) -> None:
    about = rejected()
    page(client, about, "letter")
    own = {"subject": "Re: x", "text": "Dear Priya, my own words.", "go": "keep"}
    client.post(address(about, "letter"), own)
    client.post(address(about, "detail"), {"detail": "the stairs"})
    text = page(client, about, "letter")
    assert "my own words" in text
    assert "the stairs" not in text
    client.post(address(about, "letter"), {**own, "go": "anew"})
    assert "the stairs" in page(client, about, "letter")


def test_the_tone_is_told_as_it_is_written_and_nothing_is_kept(client: Client) -> None:
    about = rejected()
    said = {"text": "Could you tell me why I was not chosen?"}
    answer = client.post(
        f"{address(about)}letter/tone/", said, headers={"hx-request": "true"}
    )
    assert "why" in answer.content.decode()
    assert not FeedbackRequest.objects.exists()


def test_better_words_take_the_place_of_those_pointed_at(client: Client) -> None:
    about = rejected()
    before = "Dear Priya,\n\nCould you tell me why I was not chosen?\n\nAmira"
    said = {"subject": "Re: x", "text": before, "flag": "0"}
    client.post(f"{address(about)}letter/improve/", said)
    after = FeedbackRequest.objects.get().text
    assert "why I was not chosen" not in after
    assert after.startswith("Dear Priya,")
    assert after.endswith("Amira")


def account() -> MailAccount:
    return MailAccount.objects.create(
        person=person(), address="amira@home.example", host="127.0.0.1"
    )


def test_sending_puts_it_on_its_way_and_shows_it(client: Client) -> None:
    about = rejected()
    account()
    page(client, about, "letter")
    said = {"subject": "Re: x", "text": "Dear Priya, one thing?", "go": "soon"}
    answer = client.post(address(about, "letter"), said)
    waiting = OutgoingLetter.objects.get()
    assert answer.headers["Location"] == f"/letters/{waiting.pk}/"
    shown = client.get(f"/letters/{waiting.pk}/").content.decode()
    assert "Hold it back" in shown
    assert "priya.nair@hallamrowe.example" in shown


def test_holding_it_back_makes_it_a_draft_again(client: Client) -> None:
    about = rejected()
    account()
    page(client, about, "letter")
    said = {"subject": "Re: x", "text": "Dear Priya, one thing?", "go": "soon"}
    client.post(address(about, "letter"), said)
    number = OutgoingLetter.objects.get().pk
    client.post(f"/letters/{number}/hold/")
    assert OutgoingLetter.objects.get().state == OutgoingLetter.State.CANCELLED
    assert FeedbackRequest.objects.get().state == FeedbackRequest.State.DRAFT


def test_without_an_account_the_mail_program_is_first(client: Client) -> None:
    text = page(client, rejected(), "letter")
    assert "mailto:priya.nair@hallamrowe.example" in text
    assert "Let Onward send it" in text


def test_a_letter_with_angry_words_is_not_sent(client: Client) -> None:
    about = rejected()
    account()
    words = "you kept me waiting for five weeks and then this"
    page(client, about, "letter")
    AngryVersion.objects.create(person=person(), text=words, written_at=now())
    said = {"subject": "Re: x", "text": f"Dear Priya, {words}.", "go": "soon"}
    answer = client.post(address(about, "letter"), said)
    assert answer.status_code == 400
    assert "angry version" in answer.content.decode()
    assert not OutgoingLetter.objects.exists()


def test_the_draft_file_can_be_had(client: Client) -> None:
    answer = client.get(f"{address(rejected())}letter/draft.eml")
    assert answer.headers["Content-Type"] == "message/rfc822"
    assert b"X-Unsent: 1" in answer.content


def test_saying_one_sent_it_oneself_waits_for_an_answer(client: Client) -> None:
    about = rejected()
    page(client, about, "letter")
    said = {"subject": "Re: x", "text": "Dear Priya, one thing?", "go": "mine"}
    client.post(address(about, "letter"), said)
    assert FeedbackRequest.objects.get().state == FeedbackRequest.State.ASKED


@pytest.mark.parametrize("name", [*ALL, "letter"])
def test_another_person_s_application_is_not_there(client: Client, name: str) -> None:
    theirs = application(of=person("charlie"))
    event(theirs, EventKind.REJECTED, 1)
    assert client.get(address(theirs, name)).status_code == 404


@pytest.mark.parametrize("name", ALL)
def test_more_mail_costs_no_more_queries(
    client: Client, name: str, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    about = rejected()
    for _ in range(12):
        letter(about)
    client.get(address(about, name))
    with django_assert_max_num_queries(30):
        client.get(address(about, name))


def test_other_routes_say_their_price_and_when_they_were_checked(
    client: Client,
) -> None:
    about = rejected()
    text = client.get(f"/applications/{about.pk}/other-routes/").content.decode()
    assert "not legal advice" in text
    assert "Ask for feedback first" in text
    assert "Checked" in text


def test_the_account_page_suggests_a_known_provider_s_server(client: Client) -> None:
    text = client.get(
        "/settings/mail-account/?address=amira@gmail.com"
    ).content.decode()
    assert "smtp.gmail.com" in text
    assert "app password" in text


def test_an_open_line_to_another_machine_is_refused(client: Client) -> None:
    said = {
        "address": "a@home.example",
        "host": "mail.home.example",
        "port": "25",
        "security": "none",
    }
    text = client.post("/settings/mail-account/", said).content.decode()
    assert "only to this machine itself" in text
