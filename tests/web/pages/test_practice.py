import json

import pytest
from django.test import Client
from django.urls import reverse

from onward import wiring
from onward.adapters.transcription.silent import SilentTranscriber
from onward.domain.practice.rungs import Rung
from onward.domain.speech.heard import Filler
from onward.journey.practice.models import Correction, Sitting, Take
from onward.journey.practice.takes import begin_take, end_take
from onward.journey.practice.words import words_of
from tests.builders import application, person
from tests.journey.practice.made_up import (
    NO_RESULT,
    QUARTER,
    SHOP,
    STORY,
    asked,
    heard,
    sitting,
    spoken,
    typed,
)
from tests.web.pages.pages import words
from tests.web.pages.pages import words_of as said_on

pytestmark = pytest.mark.django_db
UM = Filler("um", 2.0, 2.3, sure=False)
CHOSEN = {
    "count": 2,
    "rung": "write",
    "thinking_seconds": 0,
    "silence_seconds": 0,
}


@pytest.fixture(autouse=True)
def deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    silent = SilentTranscriber("Nothing here turns speech into words.")
    monkeypatch.setattr(wiring, "transcriber", lambda: silent)


def at(take: Take, name: str = "take") -> str:
    return reverse(name, args=[take.key])


def put(client: Client, take: Take, which: int, **how: object) -> int:
    told = {"number": which, "rate": 16_000, "kind": "samples"} | how
    url = f"{at(take, 'take-sound')}?" + "&".join(f"{k}={v}" for k, v in told.items())
    answer = client.put(url, QUARTER, content_type="application/octet-stream")
    return int(answer.status_code)


def test_it_begins_with_what_is_there_to_practise(client: Client) -> None:
    application("Leeds City Council", "Data Analyst")
    page = words(client, "/practice/")
    assert "Leeds City Council, Data Analyst" in page
    assert "Surprise me" in page
    assert "Nothing here turns speech into words." in page


def test_a_sitting_goes_from_its_form_to_the_first_question(client: Client) -> None:
    answer = client.post("/practice/", CHOSEN | {"what": f"question:{STORY}"})
    made = Sitting.objects.of(person()).get()
    assert answer["Location"] == f"/practice/{made.pk}/"
    answer = client.post(answer["Location"], {"rating": 6, "go": "next"}, follow=True)
    made.refresh_from_db()
    assert made.nerves_before == 6
    assert "helped a colleague without being asked" in said_on(answer)


def test_only_pages_of_practice_may_listen_and_none_may_look(client: Client) -> None:
    policy = client.get("/practice/")["Permissions-Policy"]
    assert "microphone=(self)" in policy
    assert "camera=()" in policy
    assert "microphone=()" in client.get("/")["Permissions-Policy"]


def test_questions_stand_beforehand_only_for_who_wants_that(client: Client) -> None:
    made = sitting(Rung.WRITE)
    text = made.questions.get().text
    assert text not in words(client, f"/practice/{made.pk}/")
    made.presentation = {"in_advance": True}
    made.save()
    assert text in words(client, f"/practice/{made.pk}/")


def test_what_a_question_tests_is_shown_after_a_guess(client: Client) -> None:
    one = asked()
    url = reverse("practice-question", args=[one.sitting_id, 1])
    assert one.tests not in words(client, url)
    guess = reverse("practice-guess", args=[one.sitting_id, 1])
    page = said_on(client.post(guess, {"guess": "Kindness"}, follow=True))
    assert one.tests in page
    assert "You thought: Kindness" in page


def test_a_typed_answer_leads_to_what_to_keep_and_to_try(client: Client) -> None:
    one = asked()
    url = reverse("practice-question", args=[one.sitting_id, 1])
    page = said_on(client.post(url, {"text": NO_RESULT}, follow=True))
    assert "Keep" in page
    assert "Try" in page
    assert "Take two, now" in page


def test_sound_comes_in_order_and_a_gap_is_told(client: Client) -> None:
    take = begin_take(asked=asked(Rung.RECORD))
    assert [put(client, take, number) for number in (0, 1, 1)] == [200, 200, 200]
    assert put(client, take, 5) == 409
    assert put(client, take, 2) == 200


@pytest.mark.parametrize(
    "how", [{"rate": 1}, {"rate": "x"}, {"number": "-1"}, {"rate": 10**9}]
)
def test_what_is_no_stretch_of_sound_is_refused(
    client: Client, how: dict[str, object]
) -> None:
    take = begin_take(asked=asked(Rung.RECORD))
    assert put(client, take, 0, **how) == 400


def test_a_take_that_is_over_takes_no_more_sound(client: Client) -> None:
    take = begin_take(asked=asked(Rung.RECORD))
    put(client, take, 0)
    end_take(take=take)
    assert put(client, take, 1) == 404


def test_a_recording_is_given_out_whole_and_in_ranges(client: Client) -> None:
    take = begin_take(asked=asked(Rung.RECORD))
    put(client, take, 0)
    whole = client.get(at(take, "take-heard"))
    assert whole.content[:4] == b"RIFF"
    assert whole.content[44:] == QUARTER
    part = client.get(at(take, "take-heard"), headers={"range": "bytes=44-47"})
    assert (part.status_code, part.content) == (206, QUARTER[:4])
    assert part["Content-Range"] == f"bytes 44-47/{len(whole.content)}"


def test_an_answer_that_was_broken_off_waits_to_be_gone_on_with(client: Client) -> None:
    take = begin_take(asked=asked(Rung.RECORD))
    put(client, take, 0)
    page = words(client, "/practice/")
    assert "An answer you had begun" in page
    assert "0 s of it are here." in page


def test_nobody_gets_at_the_takes_of_somebody_else(client: Client) -> None:
    other = person("somebody else")
    take = typed(SHOP)
    Take.objects.filter(pk=take.pk).update(person=other)
    names = ("take", "take-heard", "take-share", "take-transcript", "take-delete")
    assert {client.get(at(take, name)).status_code for name in names} == {404}
    assert put(client, take, 0) == 404


def test_a_report_shows_words_parts_and_marks(client: Client) -> None:
    take = spoken(heard(SHOP, fillers=(UM,)))
    page = words(client, at(take))
    assert "Keep" in page
    assert "About one filler, one of them unclear." in page
    assert "maybe" in page
    assert "How clear each side is" in page


def test_a_mark_taken_off_is_gone_from_the_report(client: Client) -> None:
    take = spoken(heard(SHOP, fillers=(UM,)))
    told = {"marked": "filler", "name": "um", "start": 2.0, "end": 2.3, "go": "off"}
    client.post(at(take, "take-mark"), told)
    assert "No fillers that we could hear." in words(client, at(take))
    assert not Correction.objects.of(person()).get().was_sure


def test_what_three_marks_taught_stands_in_the_settings_and_can_be_forgotten(
    client: Client,
) -> None:
    url = "/practice/settings/"
    assert "What you taught Onward" not in words(client, url)
    off = {"marked": "filler", "name": "um", "start": 2.0, "end": 2.3, "go": "off"}
    hedge = off | {"marked": "hedge", "name": "I think,"}
    for _ in range(3):
        take = spoken(heard(NO_RESULT, fillers=(UM,)))
        client.post(at(take, "take-mark"), off)
        client.post(at(take, "take-mark"), hedge)
    page = words(client, url)
    assert "“I think” stays without a mark." in page
    assert "Fillers we are not sure of are left out. From 3 of your own marks." in page
    client.post(f"{url}forget/", {"teaches": "only_sure"})
    client.post(f"{url}forget/", {"teaches": "no_slip", "text": "i think"})
    assert "What you taught Onward" not in words(client, url)


def test_words_of_ones_own_marking_that_are_not_there_are_told(client: Client) -> None:
    take = typed(SHOP)
    told = {"words": "a purple cow", "is_what": "result"}
    answer = client.post(at(take, "take-own-mark"), told)
    assert answer.status_code == 400
    assert "do not stand in the answer" in answer.content.decode()


def test_own_usual_comes_after_three_takes(client: Client) -> None:
    takes = [spoken(heard(SHOP, each=each)) for each in (0.4, 0.4, 0.4, 0.3)]
    assert "your usual" not in words(client, at(takes[1]))
    assert "faster than your usual" in words(client, at(takes[3]))


def test_two_takes_stand_side_by_side_with_what_changed(client: Client) -> None:
    one = asked()
    first, second = typed(NO_RESULT, one), typed(SHOP, one)
    url = reverse("take-compare", args=[second.key, first.key])
    page = words(client, url)
    assert "The result is there now." in page
    assert page.index("Take one") < page.index("Take two")


def test_take_two_begins_at_once_with_what_to_try(client: Client) -> None:
    take = typed(NO_RESULT)
    page = said_on(client.post(at(take, "take-again"), follow=True))
    review = words_of(take).review
    assert review is not None
    assert review.attempt is not None
    assert "This time:" in page
    assert Take.objects.of(person()).count() == 2


def test_what_nobody_heard_is_the_persons_to_say(client: Client) -> None:
    one = asked(Rung.ALONE)
    url = reverse("practice-question", args=[one.sitting_id, 1])
    page = said_on(client.post(url, {}, follow=True))
    assert "Nobody heard you" in page
    take = Take.objects.of(person()).get()
    client.post(at(take, "take-alone"), {"parts": ["result"]})
    assert words_of(Take.objects.get(pk=take.pk)).ticked == ("result",)


def test_over_time_begins_with_a_sentence_and_groups_as_asked(client: Client) -> None:
    assert "Nothing yet." in words(client, "/practice/over-time/")
    typed(SHOP)
    page = words(client, "/practice/over-time/?by=rung")
    assert "One answer, on one day." in page
    assert "Write it one answer a result in one" in page


def test_the_page_of_a_take_under_way_leads_to_its_question(client: Client) -> None:
    take = begin_take(asked=asked(Rung.RECORD))
    answer = client.get(at(take))
    assert answer["Location"].endswith(f"?take={take.key}")


def test_pressure_can_be_left_at_any_moment(client: Client) -> None:
    made = sitting(Rung.PRESSURE)
    client.post(reverse("practice-gentler", args=[made.pk]))
    made.refresh_from_db()
    assert made.rung == Rung.FOLLOWED


def test_beginning_a_take_says_where_its_sound_goes(client: Client) -> None:
    one = asked(Rung.RECORD)
    url = reverse("practice-begin-take", args=[one.sitting_id, 1])
    told = json.loads(client.post(url).content)
    assert told["next"] == 0
    assert told["sound"].endswith("/sound/")
    assert json.loads(client.post(url).content)["key"] == told["key"]
