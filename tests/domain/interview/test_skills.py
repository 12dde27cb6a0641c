"""Skills are found by names that stand in the text, and lead to real entries."""

import gzip
import re
import subprocess
import sys
import tomllib
from importlib.resources import files

from onward.domain.interview.skills.finding import skills_in
from onward.domain.interview.skills.naming import key_of

FOLDER = files("onward.domain.interview.skills")
LINES = gzip.decompress((FOLDER / "entries.txt.gz").read_bytes()).decode().split("\n")
ESCO = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ONET = re.compile(r"\d\.[A-Z](\.\d+)*(\.[a-z])?")


def _labels(text: str) -> list[str]:
    return [skill.label for skill in skills_in(text)]


def test_every_entry_has_an_identifier_of_its_list() -> None:
    forms = {"ESCO": ESCO, "O*NET": ONET}
    for line in LINES:
        source, identifier, label, keys = line.split("\t")
        assert forms[source].fullmatch(identifier), line
        assert label
        assert keys


def test_every_name_of_our_own_leads_to_the_entry_it_names() -> None:
    own = tomllib.loads((FOLDER / "own_names.toml").read_text("utf-8"))["names"]
    named = {tuple(line.split("\t")[2:]) for line in LINES}
    by_label = {label: set(keys.split("|")) for label, keys in named}
    for name, label in own.items():
        assert key_of(name) in by_label[label], name


def test_a_skill_is_found_in_any_form_of_its_words() -> None:
    assert _labels("Provides first aid to guests") == ["provide first aid"]
    assert _labels("Excellent attention to detail") == ["attend to detail"]
    assert _labels("Full clean UK driving licence") == ["drive vehicles"]


def test_words_that_only_look_alike_name_no_skill() -> None:
    assert _labels("A history of hitting targets") == []
    assert _labels("Bring plenty of energy to the shop floor") == []


def test_what_a_sign_keeps_apart_is_no_name() -> None:
    assert "provide first aid" not in _labels("First, aid the cook")


def test_a_skill_says_how_the_text_words_it() -> None:
    (skill,) = skills_in("Confident using Excel")
    assert (skill.source, skill.said) == ("ESCO", "Excel")
    assert skill.label == "use spreadsheets software"


def test_the_lists_wait_until_an_advert_is_read() -> None:
    asks = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "onward.settings"
from onward.web import wsgi
from django.urls import get_resolver
get_resolver().url_patterns
from onward.domain.interview.skills import finding
print(finding._listed.cache_info().currsize)
"""
    told = subprocess.run(
        [sys.executable, "-c", asks], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "0"
