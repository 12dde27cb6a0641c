"""The answers to a mail that waits, the same on the list and on its own page."""

from typing import Any

import pytest
from django.test import Client

from onward.domain.applications.events import EventKind
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Application, Employer
from onward.journey.history.models import Change
from onward.journey.mail.models import Message
from tests.builders import application, event, message
from tests.web.pages.pages import page_of, words, words_of

pytestmark = pytest.mark.django_db
ROLE = "UX Researcher"
TELLING = {"employer": "Gamma", "roles": [ROLE]}


def _waiting(*likely: Application, **details: Any) -> Message:
    """Keep a no that waits for a word, with the applications it may be about."""
    return message(
        subject="Update on your application",
        text="Unfortunately we will not go on.",
        sender_name="Hana García",
        sender_address="hana@gamma.example",
        meaning=Meaning.REJECTION,
        state=Message.State.WAITING,
        choices=[one.pk for one in likely],
        details={"roles": [ROLE], **details},
    )


def _answers(client: Client, url: str) -> str:
    """Return the words of the first question on a page with its answers."""
    told = words(client, url)
    begin = told.index("Which application is this about?")
    return told[begin : told.index("Something else", begin)]


def _answer(client: Client, about: Message, **told: str) -> Application:
    client.post(f"/mail/{about.pk}/answer/", {"choice": "new", **told})
    return about.filings.get(ended_at=None).application


def test_the_page_of_a_mail_asks_as_the_list_does(client: Client) -> None:
    waiting = _waiting(application("Gamma", ROLE), **TELLING)
    here = _answers(client, f"/mail/{waiting.pk}/")
    assert here == _answers(client, "/mail/")
    assert here == (
        "Which application is this about? Gamma, UX Researcher same employer and role"
        " A new application Gamma, UX Researcher"
        " Not about my search Onward forgets its words "
    )


def test_what_speaks_for_an_application_stands_beside_it(client: Client) -> None:
    made = application("Gamma Limited", "Writer")
    event(made, EventKind.APPLIED, ago=5)
    waiting = _waiting(made, **TELLING)
    shown = client.get(f"/mail/{waiting.pk}/").context["message"].answers
    assert shown.likely[0].said == "applied 18 Nov"
    Message.objects.update(details={"employer": "Gamma"})
    shown = client.get(f"/mail/{waiting.pk}/").context["message"].answers
    assert shown.likely[0].said == "same employer, applied 18 Nov"


def test_a_shared_subject_is_no_conversation(client: Client) -> None:
    made = application("Tarn", ROLE)
    message(made, thread="subject:update", linked_ids=["a"], details={})
    waiting = _waiting(made)
    Message.objects.filter(pk=waiting.pk).update(thread="subject:update")
    shown = client.get(f"/mail/{waiting.pk}/").context["message"].answers
    assert shown.likely[0].said.startswith("same subject")
    Message.objects.filter(pk=waiting.pk).update(linked_ids=["a"])
    shown = client.get(f"/mail/{waiting.pk}/").context["message"].answers
    assert shown.likely[0].said.startswith("same conversation")


def test_likely_and_new_come_before_the_long_list(client: Client) -> None:
    likely = application("Gamma", ROLE)
    others = [application(f"Employer {n}", "Clerk") for n in range(3)]
    waiting = _waiting(likely, **TELLING)
    page = client.get(f"/mail/{waiting.pk}/").text
    select = page[page.index('id="application"') : page.index("for-new")]
    values = [part.partition('"')[0] for part in select.split('value="')[1:]]
    expected = ["", str(likely.pk), "new", "none", *(str(o.pk) for o in others[::-1])]
    assert values == expected
    assert select.count("selected") == 1  # and that is no answer
    assert '<option value="" selected>Choose one</option>' in select


def test_nothing_is_filed_until_one_is_chosen(client: Client) -> None:
    waiting = _waiting(application("Gamma", ROLE))
    told = {"meaning": "rejection", "application": ""}
    answered = client.post(f"/mail/{waiting.pk}/correct/", told)
    assert answered.status_code == 400
    assert "Choose which application it is about." in answered.text
    waiting.refresh_from_db()
    assert waiting.state == Message.State.WAITING
    client.post(f"/mail/{waiting.pk}/correct/", {**told, "application": "none"})
    waiting.refresh_from_db()
    assert waiting.state == Message.State.FILED
    assert not waiting.filings.exists()


def test_where_a_mail_is_filed_is_what_is_chosen(client: Client) -> None:
    made = application("Gamma", ROLE)
    filed = message(made)
    page = client.get(f"/mail/{filed.pk}/")
    assert f'<option value="{made.pk}" selected>' in page.text
    assert "Choose one" not in page.text
    assert page.context["message"].answers is None
    Message.objects.filter(pk=filed.pk).update(state=Message.State.WAITING)
    page = client.get(f"/mail/{filed.pk}/")  # its meaning is asked about
    assert '<option value="" selected>Choose one</option>' in page.text
    assert page.text.count(" selected") == 2  # what it says, and that


def test_the_employer_is_asked_for_where_the_mail_names_none(client: Client) -> None:
    waiting = _waiting()
    for url in ("/mail/", f"/mail/{waiting.pk}/"):
        page = client.get(url)
        assert "It names no employer" in words_of(page)
        field = page.text[page.text.index(f'id="employer-{waiting.pk}"') - 60 :]
        assert "value=" not in field.partition(">")[0]
        assert "Hana" not in field
    Message.objects.update(details=TELLING)
    assert f'id="employer-{waiting.pk}"' not in client.get("/mail/").text


def test_an_agency_is_not_taken_for_the_employer_unasked(client: Client) -> None:
    waiting = _waiting(agency="Fennimore Partners")
    assert "It names Fennimore Partners, but no employer" in words(client, "/mail/")
    made = _answer(client, waiting, employer="Gamma")
    assert (made.employer.name, made.agency) == ("Gamma", "Fennimore Partners")


def test_who_signs_is_not_the_employer(client: Client) -> None:
    made = _answer(client, _waiting(), employer="")
    told = words(client, page_of(made))
    assert "Employer not known" in told
    assert made.label == "UX Researcher, Employer not known"
    assert "Employer not known" in words(client, "/applications/")
    assert not Employer.objects.filter(name__contains="Hana").exists()


def test_the_employer_is_the_one_that_was_told(client: Client) -> None:
    waiting = _waiting(**TELLING, employer_domain="gamma.example")
    told = {"meaning": "rejection", "application": "new"}
    page = client.get(f"/mail/{waiting.pk}/").text
    assert 'id="employer" value="Gamma"' in page
    client.post(f"/mail/{waiting.pk}/correct/", {**told, "employer": " Delta "})
    made = waiting.filings.get(ended_at=None).application
    assert (made.employer.name, made.employer.domain) == ("Delta", "")


def test_without_the_field_the_mail_tells_the_employer(client: Client) -> None:
    made = _answer(client, _waiting(**TELLING, employer_domain="gamma.example"))
    assert (made.employer.name, made.employer.domain) == ("Gamma", "gamma.example")


def test_two_that_nobody_knows_need_not_be_one(client: Client) -> None:
    first, second = (_answer(client, _waiting(), employer="") for _ in range(2))
    assert first.employer_id != second.employer_id
    client.post(
        f"/applications/employers/{first.employer_id}/edit/",
        {"name": "Gamma", "note": ""},
    )
    assert "Gamma" in words(client, page_of(first))
    assert "Employer not known" in words(client, page_of(second))


def test_it_can_be_named_on_its_page_and_need_not_be(client: Client) -> None:
    made = _answer(client, _waiting(), employer="")
    url = page_of(made, "edit/")
    assert client.post(url, {"employer": "", "role": "Tester"}).status_code == 302
    assert "Employer not known" in words(client, page_of(made))
    client.post(url, {"employer": "Gamma", "role": "Tester"})
    assert "Gamma" in words(client, page_of(made))
    assert client.post(url, {"employer": "", "role": "Tester"}).status_code == 200
    client.post(f"/undo/{Change.objects.latest('pk').pk}/")
    assert "Employer not known" in words(client, page_of(made))


def test_undo_takes_the_new_application_back(client: Client) -> None:
    waiting = _waiting()
    _answer(client, waiting, employer="")
    client.post(f"/undo/{Change.objects.latest('pk').pk}/")
    assert not Application.objects.exists()
    assert not Employer.objects.exists()
    waiting.refresh_from_db()
    assert waiting.state == Message.State.WAITING


def test_a_name_that_nobody_can_have_files_nothing(client: Client) -> None:
    waiting = _waiting()
    told = {"choice": "new", "employer": "G" * 300}
    client.post(f"/mail/{waiting.pk}/answer/", told)
    assert not Application.objects.exists()


def test_today_speaks_of_an_employer_nobody_knows(client: Client) -> None:
    made = _answer(client, _waiting(), employer="")
    assert "The employer have said no" in words(client, "/")
    url = page_of(made, "land/what-happened/")
    assert "The employer have said no" in words(client, url)


def test_more_answers_cost_no_more_questions(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    def ask(many: int) -> str:
        likely = [application("Gamma", f"Role {n}") for n in range(many)]
        for one in likely:
            message(one, details={}, sender_address="hana@gamma.example")
        return f"/mail/{_waiting(*likely, **TELLING).pk}/"

    first = ask(1)
    with django_assert_max_num_queries(24):
        client.get("/mail/")
    with django_assert_max_num_queries(24):
        client.get(first)
    last = [ask(3) for _ in range(4)][-1]
    with django_assert_max_num_queries(24):
        assert client.get("/mail/").context["inbox"].waiting_total == 5
    with django_assert_max_num_queries(24):
        client.get(last)
