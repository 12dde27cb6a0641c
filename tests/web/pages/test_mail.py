from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from onward.journey.applications.models import Application
from onward.journey.history.models import Change
from onward.journey.mail.importing import read_import
from onward.journey.mail.models import Import, Message
from onward.journey.mail.passages import index_mail
from onward.journey.mail.services import give_mailbox
from onward.web.shown.mail_inbox import MOST_FOUND
from tests.builders import person
from tests.journey.mail.letters import (
    MAILS_OF_ONE_SEARCH,
    no,
    ordinary,
    thanks,
    write_mbox,
)
from tests.journey.mail.reading import read
from tests.web.pages.pages import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(tmp_path: Path) -> Message:
    """Return the no of a small search that was read."""
    read(write_mbox(tmp_path / "mail.mbox", MAILS_OF_ONE_SEARCH))
    return Message.objects.get(message_id="<c@made.example>")


def _wait_for_a_word(message: Message) -> Message:
    """Let a mail ask which application it is about."""
    Message.objects.filter(pk=message.pk).update(
        state="waiting", choices=[message.filings.get().application_id]
    )
    message.filings.all().delete()
    return message


def test_before_any_mail_the_page_says_how_to_begin(client: Client) -> None:
    page = client.get("/mail/")
    assert page.status_code == 200
    assert "No mail yet" in page.text


def test_kept_mail_is_listed_with_what_it_says(client: Client, kept: Message) -> None:
    page = client.get("/mail/").text
    assert kept.subject in page
    assert "They said no" in page
    assert "4 mails about your search." in page


def test_mail_can_be_found_by_a_word_in_it(client: Client, kept: Message) -> None:
    assert kept.subject in client.get("/mail/", {"q": "unfortunately"}).text
    assert kept.subject not in client.get("/mail/", {"q": "hippopotamus"}).text


def test_of_very_many_that_hold_a_word_the_newest_are_listed(
    client: Client, kept: Message
) -> None:
    told = {
        "person": person(),
        "kept_at": kept.kept_at,
        "shown_text": "A receipt",
        "meaning": "other",
        "confidence": 0.9,
    }
    Message.objects.bulk_create(
        Message(digest=number.to_bytes(16), **told) for number in range(MOST_FOUND)
    )
    index_mail(person(), Message.objects.filter(shown_text="A receipt"))
    shown = client.get("/mail/", {"q": "receipt"}).context["inbox"]
    assert (shown.pages.total, shown.cut) == (MOST_FOUND, "")
    again = Message.objects.create(digest=b"\xff" * 16, **told)
    index_mail(person(), [again])
    page = client.get("/mail/", {"q": "receipt"})
    assert page.context["inbox"].pages.total == MOST_FOUND
    assert "More than 2,000 mails have that." in page.text


def test_mail_can_be_narrowed_by_what_it_says(client: Client, kept: Message) -> None:
    found = client.get("/mail/", {"meaning": "rejection"}).context["inbox"].filed
    assert [one.subject for one in found] == [kept.subject]


def test_ten_more_mails_cost_no_more_questions(
    client: Client,
    kept: Message,
    tmp_path: Path,
    django_assert_max_num_queries: object,
) -> None:
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        client.get("/mail/")
    more = [thanks(f"m{n}", f"Role {n}", day=n) for n in range(10)]
    read(write_mbox(tmp_path / "more.mbox", more))
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        client.get("/mail/")


def test_a_mail_is_shown_with_its_evidence_marked(
    client: Client, kept: Message
) -> None:
    shown = client.get(f"/mail/{kept.pk}/").context["message"]
    body = kept.shown_text.partition("\n\n")[2]
    assert "".join(piece.text for piece in shown.pieces) == body
    marked = [piece.text for piece in shown.pieces if piece.marked]
    assert any("Unfortunately" in text for text in marked)


def test_a_mail_says_what_ties_it_until_the_person_says_where_it_belongs(
    client: Client, kept: Message
) -> None:
    url = f"/mail/{kept.pk}/"
    assert "because: same conversation" in words_of(client.get(url))
    place = str(kept.filings.get().application_id)
    client.post(f"{url}correct/", {"meaning": kept.meaning, "application": place})
    assert "because:" not in words_of(client.get(url))


def test_the_mail_of_somebody_else_is_not_there(client: Client, kept: Message) -> None:
    from tests.builders import person

    Message.objects.update(person=person("stranger"))
    assert client.get(f"/mail/{kept.pk}/").status_code == 404
    assert client.post(f"/mail/{kept.pk}/forget/").status_code == 404


def test_an_answer_files_a_mail_that_waited(client: Client, kept: Message) -> None:
    row = kept.filings.get().application
    _wait_for_a_word(kept)
    assert "One mail I am not sure about" in client.get("/mail/").text
    answered = client.post(f"/mail/{kept.pk}/answer/", {"choice": str(row.pk)})
    assert answered.status_code == 302
    assert kept.filings.get(ended_at=None).application == row
    assert "not sure about" not in client.get("/mail/").text


def test_an_answer_may_be_a_new_application(client: Client, kept: Message) -> None:
    _wait_for_a_word(kept)
    before = Application.objects.count()
    client.post(f"/mail/{kept.pk}/answer/", {"choice": "new"})
    assert Application.objects.count() == before + 1


def test_an_answer_may_be_that_it_is_not_about_the_search(
    client: Client, kept: Message
) -> None:
    _wait_for_a_word(kept)
    headers = {"HX-Request": "true"}
    page = client.post(
        f"/mail/{kept.pk}/answer/", {"choice": "not-mine"}, headers=headers
    )
    assert 'id="waiting"' in page.text
    assert not Message.objects.waiting().exists()


def test_a_correction_shows_at_once_and_has_its_undo(
    client: Client, kept: Message
) -> None:
    row = kept.filings.get().application_id
    told = {"meaning": "offer", "application": str(row)}
    page = client.post(f"/mail/{kept.pk}/correct/", told, follow=True)
    assert "They offer you the work" in page.text
    assert "You said so on" in page.text
    assert f"/undo/{Change.objects.last().pk}/" in page.text  # type: ignore[union-attr]


def test_a_mailbox_can_be_sent_without_javascript(client: Client) -> None:
    raw = b"".join(
        b"From x Tue Sep  1 09:00:00 2026\n" + m.raw + b"\n" for m in [no("n")]
    )
    file = SimpleUploadedFile("mine.mbox", raw)
    assert client.post("/mail/give/", {"files": [file]}).status_code == 302
    reading = Import.objects.get()
    assert reading.name == "mine.mbox"
    assert read_import(reading.pk) == "done"
    assert Application.objects.get().ending == "rejected"
    assert not Path(reading.path).exists()


def test_a_mailbox_can_be_given_by_its_path(client: Client, tmp_path: Path) -> None:
    path = write_mbox(tmp_path / "mine.mbox", [no("n")])
    client.post("/mail/give/", {"path": str(path)})
    assert "It is next." in client.get("/mail/").text


def test_a_path_with_no_mailbox_is_refused_in_one_line(client: Client) -> None:
    answer = client.post("/mail/give/", {"path": "/nowhere/at/all"})
    assert answer.status_code == 400
    assert "There is nothing at this place." in answer.text


def test_a_path_is_not_taken_where_many_people_are(
    client: Client, settings: object
) -> None:
    settings.ONE_PERSON = False  # type: ignore[attr-defined]
    answer = client.post("/mail/give/", {"path": "/etc"})
    assert answer.status_code in {400, 403}
    assert not Import.objects.exists()


def test_one_mail_can_be_pasted(client: Client) -> None:
    text = f"From: Acme <hr@acme.example>\nSubject: Your application\n\n{no('n').words}"
    page = client.post("/mail/give/", {"text": text}, follow=True)
    assert "They said no" in page.text


def test_where_every_message_went_is_told_and_adds_up(
    client: Client, tmp_path: Path
) -> None:
    write_mbox(tmp_path / "box.mbox", [no("n"), ordinary("o"), no("n"), ordinary("p")])
    (tmp_path / "empty.eml").write_bytes(b"\n\n")
    read_import(give_mailbox(person=person(), path=tmp_path).pk)
    words = words_of(client.get("/mail/"))
    assert "Done. 5 messages read." in words
    for told in (
        *("about your search, kept 1", "other mail, not kept 2"),
        *("here already 1", "could not be read 1", "One thing to know"),
    ):
        assert told in words


def test_reading_can_be_paused_gone_on_with_stopped_and_put_away(
    client: Client, tmp_path: Path
) -> None:
    path = write_mbox(tmp_path / "mine.mbox", [no("n")])
    client.post("/mail/give/", {"path": str(path)})
    reading = Import.objects.get()
    states = []
    for act in ("pause", "resume", "cancel", "dismiss"):
        client.post(f"/mail/imports/{reading.pk}/{act}/")
        reading.refresh_from_db()
        states.append(reading.state)
    assert states == ["paused", "waiting", "stopped", "stopped"]
    assert reading.name not in client.get("/mail/").text


def test_progress_stops_asking_when_nothing_is_read(
    client: Client, tmp_path: Path
) -> None:
    path = write_mbox(tmp_path / "mine.mbox", [no("n")])
    client.post("/mail/give/", {"path": str(path)})
    assert "HX-Refresh" not in client.get("/mail/progress/").headers
    read_import(Import.objects.get().pk)
    assert client.get("/mail/progress/").headers["HX-Refresh"] == "true"


def test_the_page_that_had_no_mail_is_loaded_anew_once_there_is_some(
    client: Client, tmp_path: Path
) -> None:
    assert "/mail/progress/?first=yes" in client.get("/mail/").text
    path = write_mbox(tmp_path / "mine.mbox", [no("n")])
    client.post("/mail/give/", {"path": str(path)})
    answer = client.get("/mail/progress/", {"first": "yes"})
    assert answer.headers["HX-Refresh"] == "true"
    assert "first=yes" not in client.get("/mail/").text


def test_taking_in_less_sets_mail_aside_and_more_brings_it_back(
    client: Client, kept: Message
) -> None:
    Message.objects.filter(pk=kept.pk).update(chance=0.6)
    client.post("/mail/width/", {"width": "narrow"})
    assert kept.subject not in client.get("/mail/").text
    client.post("/mail/width/", {"width": "usual"})
    assert kept.subject in client.get("/mail/").text


def test_what_was_let_go_is_said_to_need_its_mailbox_again(
    client: Client, kept: Message
) -> None:
    from onward.journey.mail.models import Seen

    Seen.objects.filter(chance__lt=0.5).update(chance=0.2)
    page = client.post("/mail/width/", {"width": "wide"}, follow=True)
    assert "give their mailbox again" in page.text
