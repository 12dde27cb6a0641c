import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from onward.domain.applications.events import EventKind
from onward.domain.reflection.walk import Screen
from onward.journey.applications.models import Application, Round
from onward.journey.history.models import Change
from onward.journey.people.models import Lock
from onward.journey.people.sealing import set_passphrase
from onward.journey.reflection.models import Reflection
from onward.journey.reflection.reading import Account, account_of
from onward.journey.reflection.services import reflection_of
from tests.builders import event, person
from tests.journey.reflection.looked_back import interviewed, kept, told
from tests.web.pages.pages import words, words_of

pytestmark = pytest.mark.django_db
ITSELF = {"x-draft": "yes"}


def url(about: Round, screen: str = "") -> str:
    tail = f"{screen}/" if screen else ""
    return f"/applications/{about.application_id}/reflect/{about.pk}/{tail}"


def rows(*questions: str) -> dict[str, Any]:
    given: dict[str, Any] = {"q-TOTAL_FORMS": len(questions), "q-INITIAL_FORMS": 0}
    return given | {f"q-{n}-text": text for n, text in enumerate(questions)}


def go(client: Client, about: Round, screen: Screen, **given: Any) -> Any:
    return client.post(url(about, screen), {"go": "next"} | given, follow=True)


def at(response: Any) -> str:
    """Return the screen that an answer ended on."""
    return str(response.redirect_chain[-1][0]).split("?")[0].rstrip("/").split("/")[-1]


def account(about: Round) -> Account:
    row = Round.objects.select_related("reflection").get(pk=about.pk)
    return account_of(reflection_of(row))


def rejected() -> tuple[Application, Round]:
    applied, about = interviewed(ago=9)
    event(applied, EventKind.REJECTED, ago=4)
    return applied, about


def test_every_question_that_was_written_is_kept_in_its_order(client: Client) -> None:
    _, about = interviewed()
    go(client, about, Screen.QUESTIONS, **rows("One?", "", "Three?", "Four?"))
    asked = [one.text for one in account(about).facts.questions]
    assert asked == ["One?", "Three?", "Four?"]


def test_sending_the_questions_again_changes_nothing(client: Client) -> None:
    _, about = interviewed()
    for initial in (0, 2):
        sent = rows("One?", "Two?", "Three?") | {"q-INITIAL_FORMS": initial}
        go(client, about, Screen.QUESTIONS, **sent)
    assert len(account(about).facts.questions) == 3


def test_more_rows_come_without_scripts_and_keep_what_was_written(
    client: Client,
) -> None:
    _, about = interviewed()
    page = go(client, about, Screen.QUESTIONS, go="more", **rows("One?"))
    assert page.context["rows"].total_form_count() == 5
    assert 'value="One?"' in page.content.decode()


def test_from_what_they_asked_to_facts_that_are_kept(client: Client) -> None:
    _, about = interviewed()
    page = go(client, about, Screen.QUESTIONS, **rows("What is a join?"))
    assert at(page) == Screen.AROUND
    page = go(client, about, Screen.AROUND, minutes="45", asked_them="Who decides?")
    assert at(page) == Screen.GUESS
    page = go(client, about, Screen.GUESS, guess="60")
    assert at(page) == Screen.FEELINGS
    page = go(client, about, Screen.FEELINGS, before="restless", part_speaking="2")
    assert at(page) == Screen.KEPT
    found = account(about)
    assert (found.facts.around.minutes, found.guess) == (45, 60)
    assert found.facts.feelings.parts == {"speaking": 2}
    assert "ways to ease them" in words_of(page)
    assert found.reflection.facts_at


def test_a_guess_is_shown_and_asked_no_more(client: Client) -> None:
    _, about = interviewed()
    go(client, about, Screen.GUESS, guess="60")
    go(client, about, Screen.GUESS, guess="90")
    assert "You said 60 out of 100" in words(client, url(about, Screen.GUESS))


def test_half_a_number_typed_is_no_guess(client: Client) -> None:
    _, about = interviewed()
    go(client, about, Screen.GUESS, guess="6", go="stay")
    assert account(about).guess is None


def test_from_how_they_are_to_one_thing_to_change_and_the_end(client: Client) -> None:
    applied, about = rejected()
    told(about, "What is a join?", "Any questions for us?")
    page = go(client, about, Screen.MOOD, feeling="4")
    assert at(page) == Screen.ANSWERS
    page = client.post(
        f"{url(about, Screen.ANSWERS)}?question=1",
        {"go": "next", "example": "4"},
        follow=True,
    )
    assert "Question 2 of 2" in words_of(page)
    page = client.post(
        f"{url(about, Screen.ANSWERS)}?question=2",
        {"go": "next", "length": "2"},
        follow=True,
    )
    assert at(page) == Screen.KEEP
    page = go(client, about, Screen.KEEP, keep="I drew the tables")
    page = go(client, about, Screen.CHANGE, change="I will name one number")
    assert at(page) == Screen.PREPARATION
    page = go(client, about, Screen.PREPARATION, news="no")
    assert at(page) == Screen.CRITERIA
    page = go(client, about, Screen.CRITERIA, **{"strength-1": "thin"})
    page = go(client, about, Screen.COLLEAGUE, colleague="Breathe out first")
    assert at(page) == Screen.DONE
    meaning = account(about).meaning
    assert meaning.marks == ({"example": 4}, {"length": 2})
    assert meaning.preparation == {"news": "no"}
    assert meaning.criteria[1].strength == "thin"
    hub = words(client, f"/applications/{applied.pk}/reflect/")
    assert "I drew the tables" in hub


def test_a_low_day_is_met_with_somebody_to_talk_to_and_both_ways_on(
    client: Client,
) -> None:
    _, about = rejected()
    page = go(client, about, Screen.MOOD, feeling="1")
    assert "Another day may be kinder" in words_of(page)
    assert "116 123" in words_of(page)
    assert at(go(client, about, Screen.MOOD, sure="yes")) == Screen.KEEP


def test_nothing_to_change_comes_before_something_to_keep(client: Client) -> None:
    _, about = rejected()
    page = go(client, about, Screen.KEEP, keep="")
    assert "only beside something to keep" in words_of(page)
    assert at(go(client, about, Screen.KEEP, go="skip")) == Screen.PREPARATION
    page = client.get(url(about, Screen.CHANGE), follow=True)
    assert at(page) == Screen.KEEP


def test_a_way_to_be_is_asked_about_once_and_never_refused(client: Client) -> None:
    _, about = rejected()
    kept(about, "I drew the tables")
    page = go(client, about, Screen.CHANGE, change="Be more confident")
    assert "What would somebody see or hear you do" in words_of(page)
    page = go(client, about, Screen.CHANGE, change="Be more confident", hinted="yes")
    assert at(page) == Screen.PREPARATION
    assert account(about).meaning.change == "Be more confident"


def test_after_two_passes_stopping_is_suggested_and_going_on_possible(
    client: Client,
) -> None:
    _, about = rejected()
    kept(about, "I drew the tables")
    Reflection.objects.update(passes=2, touched_at="2026-11-01T12:00Z")
    page = client.get(url(about, "meaning"), follow=True)
    assert at(page) == Screen.STOP
    assert "I drew the tables" in words_of(page)
    assert at(client.post(url(about, Screen.STOP), follow=True)) == Screen.MOOD


def test_what_a_page_sends_by_itself_is_answered_without_a_page(
    client: Client,
) -> None:
    _, about = interviewed()
    sent = {"go": "stay", "asked_them": "Who decides?", "writer": "a"}
    answer = client.post(url(about, Screen.AROUND), sent, headers=ITSELF)
    assert (answer.status_code, answer.content) == (204, b"")
    answer = client.post(
        url(about, Screen.AROUND), sent | {"go": "next"}, headers=ITSELF
    )
    assert answer.json() == {"to": url(about, Screen.GUESS)}


def test_two_open_pages_do_not_write_over_each_other(client: Client) -> None:
    _, about = interviewed()
    page = client.get(url(about, Screen.AROUND)).content.decode()
    seen = re.findall(r'name="seen" value="(\w+)"', page)[0]

    def send(writer: str, words: str, seen: str) -> Any:
        sent = {"go": "stay", "asked_them": words, "writer": writer, "seen": seen}
        return client.post(url(about, Screen.AROUND), sent, headers=ITSELF)

    assert send("one", "Who decides?", seen).status_code == 204
    # The answer to the first may have got lost on its way.
    assert send("one", "Who decides, and when?", seen).status_code == 204
    refused = send("two", "Something else", seen)
    assert refused.status_code == 409
    assert account(about).facts.around.asked_them == "Who decides, and when?"
    assert send("two", "Mine", refused["X-Mark"]).status_code == 204


def test_the_facts_of_an_interview_to_come_are_not_asked(client: Client) -> None:
    _, about = interviewed(ago=-9)
    page = client.get(url(about, Screen.QUESTIONS), follow=True)
    assert "still ahead of you" in words_of(page)


def test_deleting_asks_and_the_history_can_bring_it_back(client: Client) -> None:
    _, about = interviewed()
    told(about, "What is a join?")
    assert "Delete what you wrote" in words(client, url(about, "delete"))
    client.post(url(about, "delete"))
    assert not Reflection.objects.exists()
    change = Change.objects.of(person()).latest("pk")
    client.post(f"/undo/{change.pk}/", {"next": "/"})
    assert account(about).facts.questions[0].text == "What is a join?"


def test_another_person_s_interview_is_not_there(client: Client) -> None:
    _, about = interviewed(of=person("somebody-else"))
    assert client.get(url(about, Screen.QUESTIONS)).status_code == 404


def test_no_question_asks_for_reasons_in_the_past(client: Client) -> None:
    _, about = rejected()
    told(about, "What is a join?")
    kept(about, "I drew the tables")
    for screen in Screen:
        page = client.get(url(about, screen), follow=True)
        assert not re.search(r"\bwhy\b", words_of(page), re.IGNORECASE), screen


@pytest.mark.django_db(transaction=True)
def test_locked_words_lead_to_the_passphrase_and_back(
    client: Client, settings: Settings
) -> None:
    settings.PASSPHRASE_WORK = 2**4
    _, about = interviewed()
    told(about, "What is a join?")
    set_passphrase(person=person(), passphrase="four plain words here")
    settings.START_SECRET = "another start"
    page = client.get(url(about, Screen.QUESTIONS), follow=True)
    assert "Your private words are locked" in words_of(page)
    locked = client.post(url(about, Screen.AROUND), {"go": "next"}, headers=ITSELF)
    assert locked.status_code == 423
    said = {"asked_them": 'Who "decides"?', "go": "next"}
    held = client.post(url(about, Screen.AROUND), said).content.decode()
    assert 'name="asked_them" value="Who &quot;decides&quot;?"' in held
    back = {"next": url(about, Screen.QUESTIONS)}
    wrong = client.post("/private-words/open/", back | {"passphrase": "something"})
    assert "That is not the passphrase" in words_of(wrong)
    right = back | {"passphrase": "four plain words here"}
    page = client.post("/private-words/open/", right, follow=True)
    assert "What is a join?" in page.content.decode()
    Lock.objects.all().delete()


def test_a_passphrase_is_set_only_by_whoever_knows_what_losing_it_means(
    client: Client, settings: Settings
) -> None:
    settings.PASSPHRASE_WORK = 2**4
    twice = {"passphrase": "four plain words here", "again": "four plain words here"}
    client.post("/private-words/", twice)
    assert not Lock.objects.exclude(wrapped=b"").exists()
    page = client.post("/private-words/", twice | {"knows": "on"}, follow=True)
    assert "Your passphrase is the key" in words_of(page)


def test_words_that_another_key_locked_are_said_to_be_lost_and_lead_nowhere(
    client: Client,
) -> None:
    _, about = interviewed()
    told(about, "What is a join?")
    Reflection.objects.update(facts=b"locked by a key of another computer")
    page = client.get(url(about, Screen.QUESTIONS))
    assert page.status_code == 400
    assert "not on this computer" in page.content.decode()


def test_looking_at_every_screen_makes_nothing(client: Client) -> None:
    _, about = rejected()
    for screen in Screen:
        client.get(url(about, screen), follow=True)
    assert (Lock.objects.count(), Reflection.objects.count()) == (0, 0)
