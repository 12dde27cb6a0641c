import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from onward.journey.applications.models import Application
from onward.journey.mail.importing import read_import
from onward.journey.mail.models import Import, Upload
from tests.journey.mail.letters import no, thanks

pytestmark = pytest.mark.django_db
FILES = [("Mail/cur/1:2,S", thanks("a").raw), ("Mail/cur/2:2,", no("b").raw)]
STREAM = b"".join(content for _, content in FILES)


def _start(client: Client, files: list[tuple[str, bytes]] = FILES) -> Any:
    told = [{"path": p, "size": len(c), "modified": 1} for p, c in files]
    return client.post(
        "/mail/uploads/", json.dumps({"files": told}), content_type="application/json"
    )


def _put(client: Client, url: str, offset: int, content: bytes) -> Any:
    return client.put(
        f"{url}?offset={offset}",
        content,
        content_type="application/octet-stream",
        headers={"accept": "application/json"},
    )


def test_files_come_as_one_stream_in_slices_of_any_size(client: Client) -> None:
    started = _start(client)
    assert started.status_code == 201
    url, offset = started.json()["url"], 0
    while offset < len(STREAM):
        answer = _put(client, url, offset, STREAM[offset : offset + 301])
        offset = answer.json()["offset"]
    reading = Import.objects.get()
    assert read_import(reading.pk) == "done"
    assert reading.name == "Mail"
    assert Application.objects.get().ending == "rejected"


def test_a_slice_that_begins_elsewhere_is_told_where_to_go_on(client: Client) -> None:
    url = _start(client).json()["url"]
    _put(client, url, 0, STREAM[:100])
    answer = _put(client, url, 50, STREAM[50:200])
    assert (answer.status_code, answer.json()) == (409, {"offset": 100})


def test_the_same_list_again_goes_on_where_it_was(client: Client) -> None:
    first = _start(client).json()
    _put(client, first["url"], 0, STREAM[:100])
    assert _start(client).json() == {**first, "offset": 100}


def test_how_far_it_is_can_be_asked(client: Client) -> None:
    url = _start(client).json()["url"]
    assert client.get(url).json() == {"offset": 0, "size": len(STREAM)}


def test_a_dropped_upload_leaves_nothing(client: Client) -> None:
    url = _start(client).json()["url"]
    _put(client, url, 0, STREAM[:100])
    folder = Path(settings.DATA_DIR) / "uploads" / Upload.objects.get().key
    assert folder.is_dir()
    client.delete(url)
    assert not Upload.objects.exists()
    assert not folder.exists()


def test_the_copy_is_deleted_once_it_is_read(client: Client) -> None:
    url = _start(client).json()["url"]
    _put(client, url, 0, STREAM)
    reading = Import.objects.get()
    assert Path(reading.path).exists()
    read_import(reading.pk)
    assert not Path(reading.path).exists()


def test_what_is_no_mailbox_is_said_in_one_line(client: Client) -> None:
    photo = [("me.jpg", b"\xff\xd8\xff" * 100)]
    url = _start(client, photo).json()["url"]
    answer = _put(client, url, 0, photo[0][1])
    assert answer.status_code == 400
    assert "not a mailbox I can read" in answer.json()["said"]
    assert not Upload.objects.exists()


@pytest.mark.parametrize(
    "path",
    ["../../../etc/passwd", "/etc/passwd", "a/../../b", "..", "", "a\0b", "C:\\x"],
)
def test_no_path_leads_out_of_the_folder(client: Client, path: str) -> None:
    url = _start(client, [(path, no("b").raw)]).json()["url"]
    _put(client, url, 0, no("b").raw)
    inside = Path(settings.DATA_DIR) / "uploads"
    assert inside.resolve() in Path(Import.objects.get().path).resolve().parents


@pytest.mark.parametrize("body", ["", "[]", '{"files": 1}', '{"files": [{}]}', "null"])
def test_a_list_that_makes_no_sense_is_refused(client: Client, body: str) -> None:
    answer = client.post(
        "/mail/uploads/",
        body,
        content_type="application/json",
        headers={"accept": "application/json"},
    )
    assert answer.status_code == 400
    assert answer.json()["said"]


def test_what_does_not_fit_on_the_disk_is_refused_at_once(client: Client) -> None:
    told = {"files": [{"path": "a", "size": 10**18, "modified": 1}]}
    answer = client.post(
        "/mail/uploads/", json.dumps(told), content_type="application/json"
    )
    assert answer.status_code == 413
    assert "not enough room" in answer.json()["said"]


def test_the_upload_of_somebody_else_is_not_there(client: Client) -> None:
    from tests.builders import person

    url = _start(client).json()["url"]
    Upload.objects.update(person=person("stranger"))
    assert client.get(url).status_code == 404
