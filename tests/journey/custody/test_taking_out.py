"""What a person takes along is all of it, in forms that other programs read."""

import csv
import io
import json
from hashlib import sha256

import pytest
from django.apps import apps

from onward.domain.applications.events import EventKind
from onward.journey.custody.taking_out.kinds import KINDS, LOCKED, NEVER, STAYS, TABLES
from onward.journey.nerves.keeping import keep_letter
from onward.journey.people.models import Personal
from tests.builders import application, event, message, person
from tests.journey.custody.taken import (
    EVERYTHING,
    looked_back,
    rows,
    searched,
    unpacked,
)
from tests.journey.practice.made_up import SHOP

pytestmark = pytest.mark.django_db


def test_every_kind_of_thing_goes_along_or_is_said_to_stay() -> None:
    decided = [kind.model for kind in KINDS] + [*LOCKED, *NEVER, *STAYS]
    personal = [kind for kind in apps.get_models() if issubclass(kind, Personal)]
    assert set(decided) == set(personal)
    assert len(decided) == len(personal)


def test_no_secret_and_no_locked_bytes_are_among_the_fields() -> None:
    named = {name for table in TABLES for name in table.fields}
    assert [word for word in named if "secret" in word or "token" in word] == []
    assert named.isdisjoint({"digest", "wrapped", "opened", "sound_key", "raw"})


def test_a_whole_search_comes_out_in_words_programs_read() -> None:
    searched()
    files = unpacked()
    assert rows(files, "applications")[0]["role"] == "Analyst"
    assert [one["kind"] for one in rows(files, "events")] == ["applied", "rejected"]
    assert rows(files, "outcomes")[0]["words"] == "We went with somebody else."
    assert rows(files, "feedback-texts")[0]["text"] == "Your examples were clear."
    assert rows(files, "practice-answers")[0]["text"] == SHOP
    assert "- events.json: " in files["README.txt"].decode()
    assert "applications.json" in files["schema.json"].decode()
    assert "calls.json" not in files  # nobody rang
    assert "- mail/: " in files["README.txt"].decode()
    assert "recordings/" not in files["README.txt"].decode()


def test_every_row_is_as_the_schema_says() -> None:
    searched()
    looked_back()
    keep_letter(person=person(), text="Dear me")
    files = unpacked(EVERYTHING)
    schema = json.loads(files["schema.json"])["$defs"]
    assert set(schema) == {n for n in files if n.endswith(".json")} - _UNTABLED
    faults = [
        f"{name}: {key} is {row[key]!r}"
        for name, table in schema.items()
        for row in json.loads(files[name])
        for key, field in table["items"]["properties"].items()
        if not _fits(row[key], field.get("type"))
    ]
    assert faults == []
    for name, table in schema.items():
        expected = set(table["items"]["required"])
        assert all(set(row) == expected for row in json.loads(files[name])), name


_UNTABLED = {"schema.json", "you.json"}
_PYTHON: dict[str, type | tuple[type, ...]] = {
    "string": str, "integer": int, "number": (int, float), "boolean": bool,
    "object": dict, "null": type(None),
}  # fmt: skip


def _fits(value: object, kinds: str | list[str] | None) -> bool:
    if kinds is None:
        return True
    known = [kinds] if isinstance(kinds, str) else kinds
    return any(isinstance(value, _PYTHON[kind]) for kind in known)


def test_each_file_has_its_checksum() -> None:
    searched()
    files = unpacked()
    lines = files.pop("SHA256SUMS.txt").decode().splitlines()
    assert sorted(lines) == sorted(
        f"{sha256(content).hexdigest()}  {name}" for name, content in files.items()
    )


def test_the_sheet_starts_no_formula() -> None:
    application("=cmd()", "Analyst")
    told = unpacked()["applications.csv"].decode("utf-8-sig")
    head, row = csv.reader(io.StringIO(told))
    assert head[:2] == ["employer", "role"]
    assert row[:2] == ["'=cmd()", "Analyst"]


def test_what_belongs_to_another_stays() -> None:
    sam = person("sam")
    event(application("Zanzibar", of=sam), EventKind.APPLIED)
    message(application("Acme"), "Mine")
    assert b"Zanzibar" not in b"".join(unpacked().values())
    assert b"Mine" not in b"".join(unpacked(of=sam).values())
