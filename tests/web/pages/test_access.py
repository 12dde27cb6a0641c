import pytest
from django.test import Client

from onward.domain.applications.events import EventKind
from onward.journey.applications.models import Application
from onward.journey.feedback.models import AngryVersion, MailAccount, OutgoingLetter
from tests.builders import NOON, application, event, person
from tests.web.pages.pages import page_of, words, words_of

pytestmark = pytest.mark.django_db
AT = "other-routes/access/"
LETTER = {
    "to_address": "privacy@hallam.example",
    "subject": "A copy of my information",
    "text": "Could you please send me a copy of your notes about me?",
}


def account() -> None:
    MailAccount.objects.create(
        person=person(), address="amira@home.example", host="127.0.0.1"
    )


@pytest.fixture
def rejected() -> Application:
    made = application("Hallam & Rowe")
    event(made, EventKind.INTERVIEW_HELD, ago=20)
    event(made, EventKind.REJECTED, ago=3)
    return made


def test_it_begins_with_its_price_and_a_narrow_letter_that_sounds_well(
    client: Client, rejected: Application
) -> None:
    page = words(client, page_of(rejected, AT))
    assert "It may feel like an attack" in page
    assert "the notes made about me, my scores" in page
    assert "3 November" in page
    assert "Polite and clear." in page
    assert "thing to look at" not in page


def test_what_the_person_makes_of_it_is_kept(
    client: Client, rejected: Application
) -> None:
    client.post(page_of(rejected, AT), LETTER | {"go": "keep"})
    page = words(client, page_of(rejected, AT))
    assert LETTER["text"] in page
    assert "3 November" not in page
    assert not OutgoingLetter.objects.of(person()).exists()


def test_it_goes_through_the_outbox_like_any_letter(
    client: Client, rejected: Application
) -> None:
    account()
    answer = client.post(page_of(rejected, AT), LETTER | {"go": "soon"}, follow=True)
    assert "privacy@hallam.example" in words_of(answer)
    letter = OutgoingLetter.objects.of(person()).get()
    assert (letter.purpose, letter.request) == (OutgoingLetter.Purpose.ACCESS, None)
    assert letter.text == LETTER["text"]
    assert "You have put such a letter on its way." in words(
        client, page_of(rejected, AT)
    )
    again = client.post(page_of(rejected, AT), LETTER | {"go": "soon"})
    assert "waiting to be sent already" in again.content.decode()


def test_without_somebody_to_send_it_to_it_does_not_go(
    client: Client, rejected: Application
) -> None:
    account()
    answer = client.post(
        page_of(rejected, AT), LETTER | {"to_address": "", "go": "soon"}
    )
    assert "no address to write to" in answer.content.decode()


def test_without_an_account_sending_leads_to_one(
    client: Client, rejected: Application
) -> None:
    answer = client.post(page_of(rejected, AT), LETTER | {"go": "send"})
    assert answer.headers["Location"] == "/settings/mail-account/"


def test_the_tone_is_told_as_it_is_written_and_mended_with_a_press(
    client: Client, rejected: Application
) -> None:
    hard = "Dear all,\n\nSend me the notes at once or you will hear from my lawyer.\n"
    answer = client.post(page_of(rejected, f"{AT}tone/"), {"text": hard})
    assert "hear from my lawyer" in words_of(answer)
    client.post(page_of(rejected, f"{AT}improve/"), LETTER | {"text": hard, "flag": 0})
    assert hard.strip() not in client.get(page_of(rejected, AT)).content.decode()


def test_words_of_an_angry_version_never_leave(
    client: Client, rejected: Application
) -> None:
    account()
    words_kept = "You people wasted three whole weeks of my only life on this."
    AngryVersion.objects.create(
        person=person(), application=rejected, text=words_kept, written_at=NOON
    )
    angry = LETTER | {"text": f"Dear all,\n\n{words_kept}\n"}
    client.post(page_of(rejected, AT), angry | {"go": "soon"})
    assert not OutgoingLetter.objects.of(person()).exists()
    MailAccount.objects.of(person()).delete()
    assert "Open in my mail program" not in words(client, page_of(rejected, AT))
    answer = client.get(page_of(rejected, f"{AT}draft.eml"))
    assert "wasted" not in answer.content.decode()


def test_it_can_be_had_as_a_draft_file(client: Client, rejected: Application) -> None:
    client.post(page_of(rejected, AT), LETTER | {"go": "keep"})
    draft = client.get(page_of(rejected, f"{AT}draft.eml")).content
    assert draft.startswith(b"X-Unsent: 1\r\n")
    assert b"To: privacy@hallam.example" in draft
