import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from onward import wiring
from onward.adapters.transcription.silent import SilentTranscriber
from onward.domain.practice.rungs import Rung
from onward.journey.practice.models import Studio, Take
from onward.journey.practice.recording import Stretch
from onward.journey.practice.sharing import View, as_opinion
from onward.journey.practice.sound import prepare_sound
from onward.journey.practice.takes import begin_take, end_take
from tests.builders import person
from tests.journey.practice.made_up import QUARTER, SHOP, asked, typed
from tests.web.pages.pages import words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    silent = SilentTranscriber("Nothing here turns speech into words.")
    monkeypatch.setattr(wiring, "transcriber", lambda: silent)


def at(take: Take, name: str = "take") -> str:
    return reverse(name, args=[take.key])


def test_a_shared_file_asks_nothing_of_anybody_and_runs_nothing_said(
    client: Client,
) -> None:
    take = typed('I said <script>alert("x")</script> and left. ' + SHOP)
    content = client.get(at(take, "take-file")).content.decode()
    assert "<script>alert" not in content
    assert "default-src 'none'" in content
    assert not re.search(r"(?:src|href)=\"(?!data:)", content)
    assert take.key in content


def test_an_answer_that_came_back_stands_on_the_page(client: Client) -> None:
    take = typed(SHOP)
    content = as_opinion(take, View(by="Sam", keep="<b>The sheet</b>"))
    client.post(
        at(take, "take-share"), {"file": SimpleUploadedFile("answer.json", content)}
    )
    page = client.get(at(take, "take-share")).content.decode()
    assert "&lt;b&gt;The sheet&lt;/b&gt;" in page


def test_words_can_be_saved_with_the_names_of_their_parts(client: Client) -> None:
    text = client.get(at(typed(SHOP), "take-transcript")).content.decode()
    assert "[result]" in text
    assert "helped a colleague" in text


def test_deleting_asks_first_and_may_take_the_sound_alone(client: Client) -> None:
    take = begin_take(asked=asked(Rung.RECORD))
    prepare_sound(take).add(Stretch(0, 16_000, QUARTER))
    end_take(take=take, text="And typed.")
    url = at(take, "take-delete")
    assert "You can keep the words" in words(client, url)
    client.post(url, {"go": "sound"})
    assert bytes(Take.objects.get(pk=take.pk).sound_key) == b""
    client.post(url, {"go": "all"})
    assert not Take.objects.exists()


def test_what_is_kept_is_chosen_and_a_model_is_off_until_named(client: Client) -> None:
    assert "Off unless you give an address" in words(client, "/practice/settings/")
    told = {"keep_days": 7, "fillers": "basically,  sort of", "shows_norms": "on"}
    client.post("/practice/settings/", told)
    studio = Studio.objects.of(person()).get()
    assert (studio.keep_days, studio.fillers) == (7, ["basically", "sort of"])
    model = {"endpoint": "http://127.0.0.1:9/v1", "endpoint_model": "small"}
    client.post("/practice/settings/model/", model)
    studio.refresh_from_db()
    assert studio.endpoint == model["endpoint"]
