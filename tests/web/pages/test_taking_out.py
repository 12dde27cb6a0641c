"""The page where one takes one's things along."""

import io
from zipfile import ZipFile

import pytest
from django.test import Client
from pytest_django import Settings

from onward import wiring
from onward.journey.people.models import Lock
from onward.journey.people.sealing import set_passphrase
from onward.journey.reflection.finding import choose_who_sees
from onward.journey.reflection.models import Reflection
from tests.builders import application, message, person
from tests.journey.reflection.looked_back import interviewed, kept

pytestmark = pytest.mark.django_db
PAGE = "/settings/take-out/"


def _reflected() -> Reflection:
    _, about = interviewed()
    kept(about, "the herons")
    return Reflection.objects.get(round=about)


def _shown(client: Client) -> str:
    return client.get(PAGE).content.decode()


def _names(client: Client, **ticked: str) -> set[str]:
    answer = client.post(PAGE, ticked)
    assert answer.headers["Content-Type"] == "application/zip"
    told = io.BytesIO(answer.getvalue())
    return {name.partition("/")[2] for name in ZipFile(told).namelist()}


def test_settings_lead_to_it(client: Client) -> None:
    assert f'href="{PAGE}"' in client.get("/settings/").content.decode()


def test_it_says_what_goes_along_before_it_does(client: Client) -> None:
    message(application())
    choose_who_sees(reflection=_reflected(), is_findable=False, goes_along=True)
    shown = _shown(client)
    assert "2 applications with their whole history" in shown
    assert "1 mail, for any mail program" in shown
    assert "1 of them goes along in any case" in shown
    assert "The file is not locked" in shown


def test_the_file_is_a_download_with_the_day_in_its_name(client: Client) -> None:
    answer = client.post(PAGE)
    assert answer.headers["Content-Disposition"].startswith(
        'attachment; filename="onward-'
    )
    assert answer.headers["Cache-Control"] == "no-store"


def test_only_what_is_ticked_goes_along(client: Client) -> None:
    _reflected()
    assert "private/reflections.json" not in _names(client)
    assert "private/reflections.json" in _names(client, reflections="on")


def test_while_the_lock_is_closed_nothing_of_it_can_be_ticked(
    client: Client, settings: Settings
) -> None:
    _reflected()
    settings.PASSPHRASE_WORK = 2**4
    set_passphrase(person=person(), passphrase="four plain words here")
    wiring.vault().forget(Lock.objects.get().name)  # as it is once that is stored
    settings.START_SECRET = "another start"
    shown = _shown(client)
    assert shown.count(" disabled") == 2
    assert "/private-words/open/?next=%2Fsettings%2Ftake-out%2F" in shown
    assert client.post(PAGE, {"reflections": "on"}).status_code == 423
    assert "applications.csv" in _names(client)
